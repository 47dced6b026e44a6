import type { ActionAnswer, Amount, BrowserInfo, CardLookup, FailureReport, MethodInput } from '@florin/contract';
import type { Reading } from '@florin/providers';
import type { Customer, OfferedMethod } from './intent-record.js';

/** The payment as a gateway sees it. */
export interface GatewayPayment {
  /** Our intent. Keys for the provider are derived from it. */
  id: string;
  amount: Amount;
  description: string | null;
  returnUrl: string | null;
  customer: Customer | null;
  metadata: Record<string, string>;
  /** The provider's own identifier, once `open` has been called. */
  providerIntentId: string | null;
}

export interface StartRequest {
  payment: GatewayPayment;
  attempt: { id: string };
  option: OfferedMethod;
  /** Card data: handed on, never kept. */
  input: MethodInput;
  browser: BrowserInfo | null;
  /** Where the issuer posts the end of a challenge to. */
  notificationUrl: string;
  /** The same for every try of this attempt: the provider cannot charge it twice. */
  idempotencyKey: string;
}

export interface AttemptRequest {
  payment: GatewayPayment;
  attempt: { id: string; providerId: string | null };
}

export interface WriteRequest extends AttemptRequest {
  /** The same for every try of this call. */
  idempotencyKey: string;
}

export interface ConfirmRequest extends WriteRequest {
  answer: ActionAnswer;
}

/** Talks to one provider and answers in the contract's words. Every failure is a `GatewayError`. */
export interface Gateway {
  /** Announces the payment to the provider; answers its identifier there. No money can move in this call. */
  open?(payment: GatewayPayment): Promise<string>;
  start(request: StartRequest): Promise<Reading>;
  confirm(request: ConfirmRequest): Promise<Reading>;
  read(request: AttemptRequest): Promise<Reading>;
  resend?(request: WriteRequest): Promise<Reading>;
  cancel?(request: WriteRequest): Promise<Reading>;
  /**
   * Which payment a webhook is about: a hint to read it again, never the truth. `null`: the signature is wrong.
   */
  verifyWebhook?(
    rawBody: Uint8Array<ArrayBuffer>,
    headers: Headers,
  ): Promise<{ providerIntentId: string | null } | null>;
  lookUpCard?(bin: string): Promise<CardLookup>;
}

/**
 * - `not_sent`: it certainly did not reach the provider, or was turned away unread. Nothing happened.
 * - `refused`: the provider certainly refused; `failure` says why.
 * - `unknown`: it may have happened. The provider has to be asked.
 */
export type GatewayOutcome = 'not_sent' | 'refused' | 'unknown';

export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly outcome: GatewayOutcome;
  /** What went wrong, in one stable word: `timeout`, `http_503`, … */
  readonly code: string;
  readonly failure: FailureReport | null;
  /** Seconds. */
  readonly retryAfter: number | null;

  constructor(
    outcome: GatewayOutcome,
    code: string,
    details: { failure?: FailureReport; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(`The provider call ended as ${outcome} (${code}).`, { cause: details.cause });
    this.outcome = outcome;
    this.code = code;
    this.failure = details.failure ?? null;
    this.retryAfter = details.retryAfter ?? null;
  }
}

/** What a gateway throws without saying so may have happened after the money moved. */
export function toGatewayError(error: unknown): GatewayError {
  return error instanceof GatewayError ? error : new GatewayError('unknown', 'thrown', { cause: error });
}
