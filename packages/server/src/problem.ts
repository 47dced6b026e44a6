import { problems, type ProblemCode, type Violation } from '@florin/contract';

const titles: Record<ProblemCode, string> = {
  validation_failed: 'The request does not fit the contract.',
  idempotency_key_missing: 'This call needs an Idempotency-Key of 1 to 255 printable characters.',
  idempotency_mismatch: 'This Idempotency-Key was used with another body.',
  idempotency_in_progress:
    'The first request with this Idempotency-Key, or another one about this payment, is still running.',
  secret_invalid: 'The client secret does not open this intent.',
  intent_not_found: 'There is no such intent.',
  attempt_not_found: 'There is no such attempt on this intent.',
  saved_card_not_found: 'The customer has no such saved card.',
  not_found: 'There is nothing here.',
  method_not_allowed: 'This address does not take this method.',
  intent_final: 'This intent is final.',
  attempt_in_progress: 'Another attempt is in progress.',
  action_not_expected: 'This attempt does not wait for that.',
  method_not_available: 'This way to pay is not offered for this intent.',
  card_reference_spent: 'This card reference was used before, has expired, or was never given.',
  body_too_large: 'The body is larger than 64 KiB.',
  rate_limited: 'Too many requests.',
  provider_unavailable: 'The payment provider cannot be reached. Nothing was charged.',
  signature_invalid: 'The signature does not fit the body.',
  internal: 'Something went wrong on this server.',
};

interface ProblemDetails {
  errors?: Violation[];
  /** Seconds. */
  retryAfter?: number;
  /** Written for whoever reads logs; never repeats what was sent. */
  detail?: string;
  headers?: Record<string, string>;
}

/** A refusal with a stable code, ready to be answered as RFC 9457 says. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(titles[code]);
    this.code = code;
    this.details = details;
  }

  toResponse(): Response {
    const { errors, retryAfter, detail, headers } = this.details;
    const status = problems[this.code];
    const body = {
      title: titles[this.code],
      status,
      code: this.code,
      ...(detail && { detail }),
      ...(errors && { errors }),
    };
    return new Response(JSON.stringify(body), {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        ...(retryAfter !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) }),
        ...(this.code === 'secret_invalid' && { 'WWW-Authenticate': 'Bearer' }),
        ...headers,
      },
    });
  }
}
