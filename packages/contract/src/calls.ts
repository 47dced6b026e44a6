import * as z from 'zod/mini';
import { BrowserInfo } from './browser-info.js';
import { MethodInput } from './method.js';

/** Body of `POST /intents/{id}/attempts`. */
export const AttemptRequest = z.object({ method: MethodInput, browser: z.optional(BrowserInfo) });
export type AttemptRequest = z.infer<typeof AttemptRequest>;

/** Body of `POST /intents/{id}/card-lookup`: the first 8 digits at most, never more of the number. */
export const CardLookupRequest = z.object({ bin: z.string().check(z.regex(/^\d{6,8}$/)) });
export type CardLookupRequest = z.infer<typeof CardLookupRequest>;

export const CardLookup = z.object({
  brands: z.array(z.string()),
  funding: z.optional(z.string()),
  /** ISO 3166-1 alpha-2. */
  country: z.optional(z.string()),
  co_badged: z.optional(z.boolean()),
});
export type CardLookup = z.infer<typeof CardLookup>;

/** The name of the stream's event; its `id` is the intent's version. */
export const INTENT_EVENT = 'intent';

/** ms between two comment lines on an idle stream. A client takes 40 s of silence for a dead stream. */
export const HEARTBEAT_INTERVAL = 15_000;
