import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';

/** Stable codes of the problem documents, with the HTTP status each one travels with. */
export const problems = {
  validation_failed: 422,
  idempotency_key_missing: 400,
  idempotency_mismatch: 422,
  idempotency_in_progress: 409,
  secret_invalid: 401,
  intent_not_found: 404,
  attempt_not_found: 404,
  saved_card_not_found: 404,
  not_found: 404,
  method_not_allowed: 405,
  intent_final: 409,
  attempt_in_progress: 409,
  action_not_expected: 409,
  method_not_available: 422,
  card_reference_spent: 422,
  body_too_large: 413,
  rate_limited: 429,
  provider_unavailable: 503,
  signature_invalid: 401,
  internal: 500,
} as const;
export type ProblemCode = keyof typeof problems;

/** RFC 9457 problem document (`application/problem+json`). Never repeats a value that was sent. */
export const Problem = z.object({
  type: z.optional(z.string()),
  title: z.optional(z.string()),
  status: z.optional(z.int()),
  detail: z.optional(z.string()),
  code: openEnum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  /** JSON pointers (RFC 6901) into the request's body. */
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string() }))),
});
export type Problem = z.infer<typeof Problem>;
