import * as z from 'zod/mini';
import { Attempt } from './attempt.js';
import { DateTime } from './date-time.js';
import { shownOfIntent } from './intent-snapshot.js';
import { MethodOption } from './method.js';

/** A payment that a merchant expects, from its creation to its end. */
export const Intent = z.object({
  ...shownOfIntent,
  description: z.optional(z.nullable(z.string())),
  return_url: z.optional(z.nullable(z.string())),
  server_time: DateTime,
  expires_at: z.optional(z.nullable(DateTime)),
  methods: z.array(MethodOption),
  /** Where the customer seems to be, ISO 3166-1 alpha-2: chosen beforehand where methods differ by country. */
  country: z.optional(z.nullable(z.string())),
  /** A JSON Web Key. Present: card data is sealed to it before it leaves the page. */
  encryption_key: z.optional(z.nullable(z.looseObject({ kty: z.string(), kid: z.optional(z.string()) }))),
  active_attempt: z.nullable(Attempt),
});
export type Intent = z.infer<typeof Intent>;
