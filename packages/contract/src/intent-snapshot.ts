import * as z from 'zod/mini';
import { Attempt } from './attempt.js';
import { Intent } from './intent.js';

/**
 * What the pages around the checkout show of an intent. A whole intent parses too, and what they do not need of it is
 * dropped: no next action, no address to return to, no key.
 */
export const IntentSnapshot = z.object({
  ...z.pick(Intent, {
    id: true,
    version: true,
    status: true,
    amount: true,
    merchant: true,
    completed_at: true,
    refunds: true,
    charge_backs: true,
  }).shape,
  active_attempt: z.nullable(z.pick(Attempt, { id: true, status: true, uncertain: true, method: true, failure: true })),
});
export type IntentSnapshot = z.infer<typeof IntentSnapshot>;
