import type { Challenge } from '../acs/challenges.js';
import type { Scenario } from '../scenario.js';
import type { Standing } from './psp-statuses.js';

/** A client session: what is to be paid, and every try to pay it. Times are ms since 1970, amounts minor units. */
export interface Session {
  id: string;
  status: 'CREATED' | 'SUBMITTED' | 'ABORTED';
  amount: number;
  currency: string;
  captureMode: 'AUTOMATIC' | 'MANUAL';
  redirectionUrl: string;
  order: Record<string, unknown>;
  /** The whole request: a test may want to see what came along. */
  request: Record<string, unknown>;
  webhookUrl: string | null;
  scenario: Scenario;
  payments: Payment[];
  createdAt: number;
  expiresAt: number;
}

/** One try. Nothing stops a second one: it would be charged as well. */
export interface Payment extends Standing {
  id: string;
  /** Grows with every change. */
  version: number;
  amount: number;
  currency: string;
  orderReference: string;
  split: { reference: string | null; partner: string | null; method: string | null; label: string | null };
  installments: Record<string, unknown> | null;
  /** Of the number only the last four digits are known from here on. */
  card: { brand: string; last4: string };
  challenge: Challenge | null;
  authorized: number;
  captures: Capture[];
  refunded: number;
  chargedBack: number;
  createdAt: number;
  /** What it was started for has come about. */
  settled: boolean;
  scenario: Scenario;
}

export interface Capture {
  reference: string | null;
  amount: number;
}

export function capturedOf({ captures }: Payment): number {
  return captures.reduce((sum, { amount }) => sum + amount, 0);
}

export function refundableOf(payment: Payment): number {
  return capturedOf(payment) - payment.refunded - payment.chargedBack;
}
