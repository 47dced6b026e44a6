import {
  explainFailure,
  isFinal,
  isPaid,
  type Amount,
  type CardInstallments,
  type FailureReport,
  type FinancingPlan,
  type IntentStatus,
  type MethodOption,
  type MobileMoneyOption,
  type NextAction,
  type SavedCardOption,
  type Unlisted,
} from '@florin/contract';
import type { Order } from './order.js';

/** A way to pay, and the gateway that takes it when it is not the intent's own. */
export type OfferedMethod = MethodOption & { gateway?: string };

export interface Customer {
  /** Your own name for them, where they have an account: cards are kept under it. It never reaches a browser. */
  id?: string;
  email: string;
  firstName: string;
  lastName: string;
}

/** An intent as the store keeps it: with what only the merchant may know. Times are ms since 1970. */
export interface IntentRecord {
  id: string;
  version: number;
  status: IntentStatus | Unlisted;
  /** SHA-256 of the client secret, in hex. The secret itself is not kept. */
  secretHash: string;
  amount: Amount;
  merchant: { name: string };
  description: string | null;
  returnUrl: string | null;
  /** Where the customer seems to be; left out where the merchant has not said it. */
  country?: string;
  customer: Customer | null;
  metadata: Record<string, string>;
  /** Left out where the merchant has said nothing of it. It never reaches a browser. */
  order?: Order;
  /** The gateway of every method that names none. */
  gateway: string;
  /** A saved-card option lists the cards as they were when the intent was made. */
  methods: OfferedMethod[];
  /** Ids of listed cards that the customer has removed since. */
  removedCards: string[];
  /** Gateway → the provider's own identifier of this payment. */
  providerIntents: Record<string, string>;
  createdAt: number;
  expiresAt: number | null;
  /** When it was first known to be paid; left out until then, and where it was paid before this was kept. */
  completedAt?: number;
  /** What went back, oldest first; left out where there is none of which the amount is known. */
  refunds?: readonly KeptReversal[];
  chargeBacks?: readonly KeptReversal[];
  /** Oldest first; the last one is the active one. */
  attempts: AttemptRecord[];
}

/** In minor units. Providers say totals: `at` is when this one was learnt of. */
export interface KeptReversal {
  amount: number;
  at: number;
}

/** With its true code, for the merchant. `unlisted`: no table lists it, so no browser gets it. */
export type KeptFailure = FailureReport & { unlisted?: true };

export interface AttemptRecord {
  id: string;
  status: string;
  uncertain: boolean;
  method: { type: string; label?: string };
  isFallback: boolean;
  /** The plan that was shown and agreed to: whoever sends the attempt sends this one. */
  installments?: CardInstallments;
  plan?: FinancingPlan;
  gateway: string;
  /** The provider's own identifier, once it has answered. */
  providerId: string | null;
  /** Stands in the address that the issuer reports to. An attempt that the provider failed over to has the same. */
  nonce: string;
  nextAction: NextAction | null;
  /** Challenges of which the browser has said that they are over, by what was posted. */
  endedChallenges?: readonly string[];
  failure: KeptFailure | null;
  /** The newest that was read of it, where the provider numbers or dates its answers. */
  revision?: number;
  createdAt: number;
  /** When it was last handed to the gateway. */
  sentAt: number;
}

const finalStatuses = ['completed', 'failed', 'cancelled'];

export function isSavedCardOption(method: OfferedMethod): method is SavedCardOption & { gateway?: string } {
  return method.type === 'saved_card' && 'cards' in method;
}

export function isMobileMoneyOption(method: OfferedMethod): method is MobileMoneyOption & { gateway?: string } {
  return method.type === 'mobile_money' && 'operators' in method;
}

/** A status nobody lists is live: while it is, no other attempt may start. */
export function isLive(attempt: AttemptRecord): boolean {
  return !finalStatuses.includes(attempt.status);
}

export function isCompleted({ status }: AttemptRecord): boolean {
  return status === 'completed';
}

export function activeAttempt(intent: IntentRecord): AttemptRecord | null {
  return intent.attempts.at(-1) ?? null;
}

export function liveAttempt(intent: IntentRecord): AttemptRecord | null {
  return intent.attempts.filter(isLive).at(-1) ?? null;
}

/** The one that a paid intent was paid with: it may have become known after another one was started. */
export function paidAttempt({ status, attempts }: IntentRecord): AttemptRecord | null {
  return (isPaid(status) && attempts.filter(isCompleted).at(-1)) || null;
}

/**
 * The attempt that may still turn out to be paid: a live one, or one whose failure says no more than "ask what became
 * of it". While there is one no other may start, the payment does not expire, and the provider is asked.
 */
export function undecidedAttempt(intent: IntentRecord): AttemptRecord | null {
  const live = liveAttempt(intent);
  if (live || isFinal(intent.status)) return live;
  const last = activeAttempt(intent);
  const asks = last?.status === 'failed' && explainFailure(last.failure).recovery === 'verify_outcome';
  return asks ? last : null;
}

export function findAttempt(intent: IntentRecord, id: string): AttemptRecord | null {
  return intent.attempts.find((attempt) => attempt.id === id) ?? null;
}

export function replaceAttempt(intent: IntentRecord, attempt: AttemptRecord): IntentRecord {
  return { ...intent, attempts: intent.attempts.map((each) => (each.id === attempt.id ? attempt : each)) };
}

/** Past its time, and nobody is paying: an attempt that is under way may still end well. */
export function isExpiryDue(intent: IntentRecord, now: number): boolean {
  return (
    !isFinal(intent.status) && intent.expiresAt !== null && intent.expiresAt <= now && undecidedAttempt(intent) === null
  );
}

export function expireIfDue(intent: IntentRecord, now: number): IntentRecord {
  return isExpiryDue(intent, now) ? { ...intent, status: 'expired' } : intent;
}

/** Nobody knows: never failed, never tried again, watched until it is known. */
export function doubt(intent: IntentRecord, attemptId: string): IntentRecord {
  const attempt = findAttempt(intent, attemptId);
  if (!attempt || !isLive(attempt) || attempt.uncertain) return intent;
  return replaceAttempt(intent, { ...attempt, uncertain: true });
}
