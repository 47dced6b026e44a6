import * as z from 'zod/mini';

const line = (longest: number) => z.optional(z.string().check(z.minLength(1), z.maxLength(longest)));

/** A postal address. Which parts there are is the country's own affair; the lengths are those of EMV 3-D Secure, with room. */
export const Address = z.object({
  /** ISO 3166-1 alpha-2. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  line1: line(200),
  line2: line(200),
  /** A part of the city that the post asks for: the bairro in Brazil, the townland in Ireland. */
  district: line(100),
  city: line(100),
  /** State, province, prefecture: by its postal code where there is one (`CA`), else by its name. */
  region: line(100),
  postal_code: line(20),
});
export type Address = z.infer<typeof Address>;
