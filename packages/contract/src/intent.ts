import * as z from 'zod/mini';
import { Amount } from './amount.js';
import { Attempt } from './attempt.js';
import { DateTime } from './date-time.js';
import { MethodOption } from './method.js';
import { openEnum } from './open-enum.js';
import { Reversals } from './reversal.js';

export const intentStatuses = [
  'pending',
  'completed',
  'failed',
  'expired',
  'cancelled',
  'partially_refunded',
  'refunded',
  'partially_charged_back',
  'charged_back',
] as const;
export type IntentStatus = (typeof intentStatuses)[number];

/** All of these are "paid" to the customer; what happened later is shown as an addition. */
const paid: readonly string[] = [
  'completed',
  'partially_refunded',
  'refunded',
  'partially_charged_back',
  'charged_back',
];

/** A payment that a merchant expects, from its creation to its end. */
export const Intent = z.object({
  id: z.string(),
  /** Only grows. Whoever holds a newer one drops anything older. */
  version: z.int().check(z.nonnegative()),
  status: openEnum(intentStatuses),
  amount: Amount,
  merchant: z.object({ name: z.string() }),
  description: z.optional(z.nullable(z.string())),
  return_url: z.optional(z.nullable(z.string())),
  server_time: DateTime,
  expires_at: z.optional(z.nullable(DateTime)),
  methods: z.array(MethodOption),
  /** Where the customer seems to be, ISO 3166-1 alpha-2: chosen beforehand where methods differ by country. */
  country: z.optional(z.nullable(z.string())),
  /** A JSON Web Key. Present: card data is sealed to it before it leaves the page. */
  encryption_key: z.optional(z.nullable(z.looseObject({ kty: z.string(), kid: z.optional(z.string()) }))),
  /** When it was paid. */
  completed_at: z.optional(z.nullable(DateTime)),
  /** What was paid back, oldest first; their sum is all of it. Absent: how much is not known, whatever the status says. */
  refunds: z.optional(z.nullable(Reversals)),
  /** What the customer's bank took back, likewise. */
  charge_backs: z.optional(z.nullable(Reversals)),
  active_attempt: z.nullable(Attempt),
});
export type Intent = z.infer<typeof Intent>;

export function isPaid(status: string): boolean {
  return paid.includes(status);
}

/** Every listed status but `pending` is final. An unlisted one is not: it is kept watched. */
export function isFinal(status: string): boolean {
  return status !== 'pending' && (intentStatuses as readonly string[]).includes(status);
}
