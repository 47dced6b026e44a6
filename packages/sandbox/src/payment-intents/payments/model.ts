import type { Address, CardInput } from '@florin/contract';
import type { Behaviour } from '../../asks.js';
import type { Action } from './action.js';
import type { Failure } from './failure-codes.js';
import type { Money } from '../../money.js';
import type { PageLocale } from '../../pages/words.js';
import type { Scenario } from '../../scenario.js';
import type { Step } from './steps.js';
import type { Refund } from './refunds.js';
import type { SavedCard } from './vault.js';

/** The system's own, and whatever a scenario makes of it. */
export type IntentStatus =
  'pending' | 'completed' | 'failed' | 'expired' | 'partially_refunded' | 'refunded' | (string & {});
export type AttemptStatus = 'processing' | 'action_required' | 'completed' | 'failed' | 'cancelled' | (string & {});

export interface Customer {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
}

/** All that is shown of a card, and of what came along with it. */
export interface CardSummary {
  brand: string;
  last4: string;
  /** Whether the card itself was sent, or what stands for it. */
  source: 'card' | 'token' | 'saved_card';
  /** Of a co-badged card: the network that was chosen. */
  network: string | null;
  holder: string | null;
  expiry: boolean;
  cvc: boolean;
  installments: { count: number; total: number } | null;
  billing: Address | null;
  email: string | null;
  phone: string | null;
  save: boolean;
}

/** How what is asked for goes, or goes wrong. Times are ms. */
export interface Ways {
  behaves?: Behaviour | undefined;
  expiresIn?: number | undefined;
  resendIn?: number | undefined;
}

export interface Attempt {
  id: string;
  /** As the account's list of methods has it. */
  method: string;
  /** Of a method that is not a card's. */
  country: string | null;
  phone: string | null;
  card?: CardSummary;
  /** To be kept when the attempt completes. Held in memory only, and never shown. */
  agreed?: CardInput;
  savedCard: SavedCard | null;
  scenario: Scenario;
  /** The scenario's, or the card's. */
  ways: Ways;
  /** Where the issuer reports the end of its method and of its challenge; of a card alone. */
  notificationUrl: string;
  /** What the customer is still to be asked for, one after the other. */
  steps: Step[];
  /** What the browser said of the 3-D Secure method. */
  methodCompletion: 'Y' | 'N' | 'U' | null;
  /** Decides what time has not decided yet. */
  decide: (() => void) | null;
  status: AttemptStatus;
  /** The provider has not heard from the network and does not know the outcome. */
  uncertain: boolean;
  action: Action | null;
  failure: Failure | null;
  createdAt: number;
  actionRequiredAt: number | null;
  completedAt: number | null;
  failedAt: number | null;
  expiredAt: number | null;
}

export interface Intent {
  id: string;
  amount: Money;
  customer: Customer;
  status: IntentStatus;
  description: string | null;
  returnUrl: string | null;
  webhookUrl: string | null;
  metadata: Record<string, unknown>;
  /** The customer's language, where the merchant has said it. */
  locale: PageLocale | null;
  attempts: Attempt[];
  refunds: Refund[];
  /** Of every attempt that brings none of its own. */
  scenario: Scenario;
  createdAt: number;
  expiresAt: number;
  completedAt: number | null;
}

/** The webhook events that the system documents. */
const eventNames = [
  'payment.completed',
  'payment.failed',
  'payment.expired',
  'payment.refunded',
  'payment.partially_refunded',
  'payment.attempt.completed',
  'payment.attempt.failed',
  'payment.attempt.action_required',
] as const;
export type EventName = (typeof eventNames)[number];

export function isEventName(name: string): name is EventName {
  return (eventNames as readonly string[]).includes(name);
}

/** A status of a scenario's own making ends nothing. */
export function isLive(attempt: Attempt): boolean {
  return !['completed', 'failed', 'cancelled'].includes(attempt.status);
}

/** The customer is asked for something, and may answer it. */
export function isAsked(attempt: Attempt): boolean {
  return attempt.status === 'action_required' && attempt.action !== null;
}

export function latestAttempt(intent: Intent): Attempt | null {
  return intent.attempts.at(-1) ?? null;
}
