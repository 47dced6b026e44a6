import type { Challenge } from '../acs/challenges.js';
import type { Scenario } from '../scenario.js';

/** A payment invoice: the payment, and every try to pay it with a card. Times are ms since 1970. */
export interface Invoice {
  id: string;
  serialNumber: number;
  /** The card gateway's own name of it, and the key that a sale bears. */
  gatewayId: string;
  token: string;
  /** Major units, as everything this API says of money. */
  amount: number;
  currency: string;
  service: string;
  description: string | null;
  referenceId: string;
  customer: Record<string, unknown>;
  customerId: string;
  metadata: Record<string, unknown>;
  gatewayOptions: Record<string, unknown>;
  returnUrl: string | null;
  returnUrls: Record<string, unknown>;
  callbackUrl: string | null;
  testMode: boolean;
  /** Native. A scenario may ask for any. */
  status: string;
  resolution: string;
  sales: Sale[];
  refunds: Refund[];
  chargedBackAmount: number;
  createdAt: number;
  updatedAt: number;
  processedAt: number | null;
  expiresAt: number;
  /** What the scenario asked for has come about. */
  settled: boolean;
  scenario: Scenario;
}

/** One sending of a card. Nothing stops a second one: it would be charged as well. */
export interface Sale {
  id: string;
  brand: string;
  /** Of the number only the last four digits are known from here on. */
  last4: string;
  status: string;
  resolution: string;
  step: Step | null;
}

/** What the customer has to do before the sale goes on. */
export type Step =
  | { type: 'challenge'; version: 1 | 2; challenge: Challenge; end: Ending }
  | { type: 'otp'; triesLeft: number; end: Ending };

/** What becomes of a sale. */
export interface Ending {
  status: string;
  resolution: string;
}

export interface Refund {
  id: string;
  referenceId: string;
  amount: number;
  description: string | null;
  createdAt: number;
}

/** Statuses in which nothing has been decided yet. Compared without regard to case, as a scenario may ask for capitals. */
const open = ['created', 'processing', 'process_pending', 'process_error'];
const refundable = ['processed', 'partially_refunded', 'refund_failed', 'refund_error'];
const paid = [
  ...refundable,
  'partially_processed',
  'refunding',
  'refund_pending',
  'refunded',
  'charged_back',
  'partially_charged_back',
];
const failed = ['process_failed', 'expired', 'terminated'];

export const isOpen = ({ status }: Invoice): boolean => open.includes(status.toLowerCase());
export const isRefundable = ({ status }: Invoice): boolean => refundable.includes(status.toLowerCase());
export const wasPaid = (status: string): boolean => paid.includes(status.toLowerCase());
export const isFailed = (status: string): boolean => failed.includes(status.toLowerCase());
