import type { Hono } from 'hono';
import type { Challenges } from './acs/challenges.js';
import type { Clock, Timers } from './clock.js';
import type { Deliveries } from './deliveries.js';

/** What every simulated provider shares. */
export interface SandboxWorld {
  /** Origin under which a customer's browser reaches the sandbox, without a trailing slash. */
  publicUrl: string;
  /** The merchant's name, as an issuer's page shows it. */
  merchant: string;
  /** ms an authorisation takes, the same whatever its outcome: time must not tell a stolen card from a plain decline. */
  latency: number;
  clock: Clock;
  timers: Timers;
  deliveries: Deliveries;
  challenges: Challenges;
}

/** One provider of the sandbox. */
export interface Simulator {
  /** Its native API, mounted under its id. */
  readonly api: Hono;
  /** Its books, for whoever looks behind its back. */
  payments(): ShownPayment[];
  /** What a merchant does in the provider's back office. `null`: it has no such payment; else the native status. */
  refund(id: string, part: boolean): string | null;
  chargeBack(id: string, part: boolean): string | null;
}

/** Never a number, never a code. */
export interface ShownPayment {
  id: string;
  /** Native. */
  status: string;
  /** Major units. */
  amount: number;
  currency: string;
  metadata: Record<string, unknown>;
  attempts: ShownAttempt[];
}

export interface ShownAttempt {
  id: string;
  method: string;
  label: string;
  status: string;
  /** Native code. */
  failure: string | null;
  [more: string]: unknown;
}
