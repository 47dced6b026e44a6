import * as z from 'zod/mini';
import { BrowserInfo } from './browser-info.js';
import { DateTime } from './date-time.js';
import { CardInput, MethodInput, Need } from './method.js';

/** Body of `POST /intents/{id}/attempts`. */
export const AttemptRequest = z.object({ method: MethodInput, browser: z.optional(BrowserInfo) });
export type AttemptRequest = z.infer<typeof AttemptRequest>;

/** Body of `POST /intents/{id}/card-lookup`: the first 8 digits at most, never more of the number. */
export const CardLookupRequest = z.object({ bin: z.string().check(z.regex(/^\d{6,8}$/)) });
export type CardLookupRequest = z.infer<typeof CardLookupRequest>;

/** One way to pay in parts with this card. Amounts are minor units of the intent's currency. */
export const CardInstallments = z.object({
  /** How many payments. */
  count: z.int().check(z.gte(2), z.lte(60)),
  /** Each of them. */
  amount: z.int().check(z.positive()),
  /** All of them, fees included. */
  total: z.int().check(z.positive()),
});
export type CardInstallments = z.infer<typeof CardInstallments>;

/** What the first digits of a card tell. Everything absent is as the brand has it. */
export const CardLookup = z.object({
  /** All brands of this card, the international one last; empty: not known. */
  brands: z.array(z.string()),
  funding: z.optional(z.string()),
  /** The issuer's country, ISO 3166-1 alpha-2. */
  country: z.optional(z.string()),
  co_badged: z.optional(z.boolean()),
  cvc: z.optional(z.object({ length: z.optional(z.int().check(z.gte(3), z.lte(4))), need: z.optional(Need) })),
  expiry: z.optional(Need),
  installments: z.optional(z.array(CardInstallments)),
});
export type CardLookup = z.infer<typeof CardLookup>;

/** Body of `POST /intents/{id}/card-references`. */
export const CardReferenceRequest = z.object({ card: CardInput });
export type CardReferenceRequest = z.infer<typeof CardReferenceRequest>;

/** Stands for a card, once: what a form may carry in its place. */
export const CardReference = z.object({ reference: z.string(), expires_at: DateTime });
export type CardReference = z.infer<typeof CardReference>;

/** The name of the stream's event; its `id` is the intent's version. */
export const INTENT_EVENT = 'intent';

/** ms between two comment lines on an idle stream. A client takes 40 s of silence for a dead stream. */
export const HEARTBEAT_INTERVAL = 15_000;
