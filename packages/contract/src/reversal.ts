import * as z from 'zod/mini';
import { DateTime } from './date-time.js';

/** Money of a paid intent that went back: a refund, or a charge-back. In minor units of the intent's currency. */
export const Reversal = z.object({
  amount: z.int().check(z.positive()),
  /** When it went back; where the provider does not say that, when the backend learnt of it. */
  at: DateTime,
});
export type Reversal = z.infer<typeof Reversal>;

/** Oldest first; together they are what went back. */
export const Reversals = z.array(Reversal);
