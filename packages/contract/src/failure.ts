import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';
import { categories } from './reasons.js';

/**
 * Why an attempt failed, as it stands on the wire.
 * `code.message` is written for the merchant and is never shown to the customer.
 * `reason` is what the customer can be told; without one the category decides.
 */
export const FailureReport = z.object({
  code: z.object({
    value: z.string(),
    category: openEnum(categories),
    message: z.optional(z.nullable(z.string())),
  }),
  reason: z.optional(z.string()),
});
export type FailureReport = z.infer<typeof FailureReport>;
