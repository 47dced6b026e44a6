import * as z from 'zod/mini';
import { FinancingPlan } from './financing.js';

/** A plan that this amount is too small or too large for: it is said, never offered. */
export const PlanLimit = z
  .object({
    /** As that of the plan, where the amount is another. */
    id: z.string().check(z.minLength(1), z.maxLength(80)),
    /** How many payments. 1: all of it, later. */
    count: z.int().check(z.gte(1), z.lte(60)),
    /** The least and the most that it is for, in minor units of the currency that was asked about. */
    minimum: z.optional(z.int().check(z.nonnegative())),
    maximum: z.optional(z.int().check(z.nonnegative())),
  })
  .check(z.refine(({ minimum, maximum }) => minimum !== undefined || maximum !== undefined));
export type PlanLimit = z.infer<typeof PlanLimit>;

/** What a page says of a plan before there is an intent: its schedule, or which amounts it is for. */
export const PlanOffer = z.union([FinancingPlan, PlanLimit]);
export type PlanOffer = z.infer<typeof PlanOffer>;

export function isPlan(offer: PlanOffer): offer is FinancingPlan {
  return 'payments' in offer;
}

/** All that is said of one amount. */
export const PlanOfferList = z.array(PlanOffer);
