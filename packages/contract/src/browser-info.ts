import * as z from 'zod/mini';

/**
 * What 3-D Secure asks of a browser (EMV 3DS 2.2, table A.1). The accept header and the address are the
 * server's to add. Lengths and values are those of the specification.
 */
export const BrowserInfo = z.object({
  user_agent: z.string().check(z.maxLength(2048)),
  /** IETF BCP 47, 1 to 8 characters, cut at a subtag. */
  language: z.string().check(z.minLength(1), z.maxLength(8)),
  /** Bits: one of 1 4 8 15 16 24 32 48. */
  color_depth: z.int(),
  /** CSS pixels. */
  screen_width: z.int(),
  screen_height: z.int(),
  window_width: z.optional(z.int()),
  window_height: z.optional(z.int()),
  /** Minutes between UTC and local time, as `getTimezoneOffset()` answers: -120 in Paris in summer. */
  timezone_offset: z.int(),
  java_enabled: z.boolean(),
  javascript_enabled: z.boolean(),
});
export type BrowserInfo = z.infer<typeof BrowserInfo>;
