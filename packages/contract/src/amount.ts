import * as z from 'zod/mini';

/**
 * An amount of money in minor units. `exponent` is always said: it is never derived from locale data,
 * because versions of that data disagree (HUF, IDR, PKR …) and so do providers (ISK, CLP, UGX …).
 */
export const Amount = z.object({
  value: z.int().check(z.nonnegative()),
  /** ISO 4217 code in capitals. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** Number of fraction digits of `value`, 0 to 4 (ISO 4217 knows none larger). */
  exponent: z.int().check(z.gte(0), z.lte(4)),
});
export type Amount = z.infer<typeof Amount>;
