import * as z from 'zod/mini';
import { DateTime } from './date-time.js';

/** One payment of a plan. Amounts are minor units of the intent's currency. */
export const FinancingPayment = z.object({
  /** When it is taken. The first one of most plans is taken at once. */
  due_at: DateTime,
  /** Its part of the purchase: together they are the intent's amount. */
  amount: z.int().check(z.nonnegative()),
  /** What the financing adds to it: fee and interest. */
  fee: z.int().check(z.nonnegative()),
});
export type FinancingPayment = z.infer<typeof FinancingPayment>;

/** One way to pay an intent in parts, financed by somebody else than the card's issuer. */
export const FinancingPlan = z.object({
  /** Sent back with the choice. */
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  /** The schedule, in the order of the dates. */
  payments: z.array(FinancingPayment).check(z.minLength(1), z.maxLength(60)),
  /** All payments, fees included: what the customer agrees to. */
  total: z.int().check(z.positive()),
  /** Annual percentage rate in hundredths of a percent; said where it is a credit (Directive (EU) 2023/2225). */
  annual_rate_bps: z.optional(z.int().check(z.nonnegative())),
});
export type FinancingPlan = z.infer<typeof FinancingPlan>;
