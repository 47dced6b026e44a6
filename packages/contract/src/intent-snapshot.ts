import * as z from 'zod/mini';
import { Amount } from './amount.js';
import { attemptStatuses } from './attempt-status.js';
import { DateTime } from './date-time.js';
import { FailureReport } from './failure.js';
import { intentStatuses } from './intent-status.js';
import { openEnum } from './open-enum.js';
import { Reversals } from './reversal.js';

export const shownOfAttempt = {
  id: z.string(),
  status: openEnum(attemptStatuses),
  /** True: the provider itself does not know. Never shown as failed, never tried again. */
  uncertain: z.optional(z.boolean()),
  method: z.object({ type: z.string(), label: z.optional(z.string()) }),
  failure: z.optional(z.nullable(FailureReport)),
};

export const shownOfIntent = {
  id: z.string(),
  /** Only grows. Whoever holds a newer one drops anything older. */
  version: z.int().check(z.nonnegative()),
  status: openEnum(intentStatuses),
  amount: Amount,
  merchant: z.object({ name: z.string() }),
  /** When it was paid. */
  completed_at: z.optional(z.nullable(DateTime)),
  /** What was paid back, oldest first; their sum is all of it. Absent: how much is not known, whatever the status says. */
  refunds: z.optional(z.nullable(Reversals)),
  /** What the customer's bank took back, likewise. */
  charge_backs: z.optional(z.nullable(Reversals)),
};

/**
 * What the pages around the checkout show of an intent. A whole intent parses too, and what they do not need of it is
 * dropped: no method, no next action, no address to return to, no key. It stands apart, so that they need not load the rest.
 */
export const IntentSnapshot = z.object({ ...shownOfIntent, active_attempt: z.nullable(z.object(shownOfAttempt)) });
export type IntentSnapshot = z.infer<typeof IntentSnapshot>;
