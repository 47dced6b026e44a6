import type {
  ActionAnswer,
  Amount,
  BrowserInfo,
  CardInput,
  CardInstallments,
  CardLookup,
  FailureReport,
  FinancingPlan,
  MethodInput,
  Need,
  NextAction,
  PlanOffer,
  Violation,
} from '@florin/contract';
import type { Reading } from '@florin/providers';
import type { Customer, OfferedMethod } from './intent-record.js';
import type { Order } from './order.js';

/** The payment as a gateway sees it. */
export interface GatewayPayment {
  /** Our intent. Keys for the provider are derived from it. */
  id: string;
  amount: Amount;
  description: string | null;
  /** A page of this server, for the provider to send the browser back to: it closes the payment window, or goes on to the shop. */
  returnUrl: string;
  /** The merchant's own page that it goes on to; `null`: the merchant has named none. */
  shopUrl: string | null;
  customer: Customer | null;
  metadata: Record<string, string>;
  /** What is bought, where the merchant has said it. */
  order: Order | null;
  /** The provider's own identifier, once `open` has been called. */
  providerIntentId: string | null;
}

/** A purchase that may come about: a product that somebody looks at. */
export interface OfferRequest {
  amount: Amount;
  /** Where the customer seems to be, ISO 3166-1 alpha-2. */
  country?: string;
}

export interface StartRequest {
  payment: GatewayPayment;
  /** `uncertain`: an earlier sending of it may have arrived, and only the provider can say that it did not. */
  attempt: { id: string; uncertain?: boolean };
  option: OfferedMethod;
  /** Card data: handed on, never kept. */
  input: MethodInput;
  /** What a saved card or a card reference stands for at the provider; `null`: the input is all there is. */
  token: string | null;
  /** The way to pay in parts that the customer chose, of those that the lookup offered. */
  installments: CardInstallments | null;
  /** The plan of an installments option that the customer agreed to. */
  plan: FinancingPlan | null;
  /** The customer has agreed that the card be kept. */
  save: boolean;
  /** The attempt before was declined for want of it (a soft decline): this one asks the issuer to authenticate. */
  authenticate: boolean;
  /** False once this call has taken so long that it may have been given up: whatever moves money must not be sent any more. */
  isInTime?(): boolean;
  browser: BrowserInfo | null;
  /** Where the issuer posts the end of the 3-D Secure method, and of a challenge, to. */
  notificationUrl: string;
  /** Both addresses in one, for a provider that asks for one: the payment's `returnUrl`, which in a frame ends a challenge. */
  returnUrl: string;
  /** The same for every try of this attempt: the provider cannot charge it twice. */
  idempotencyKey: string;
}

export interface TokenizeRequest {
  payment: GatewayPayment;
  option: OfferedMethod;
  /** Card data: handed on, never kept. */
  card: CardInput;
  installments: CardInstallments | null;
  save: boolean;
  /** The same for every try of this call. */
  idempotencyKey: string;
}

/** A card that the provider has kept. */
export interface KeptCard {
  /** The provider's own name for it: what it is paid with from now on. It never reaches a browser. */
  token: string;
  /** As in a card option's `brands`. */
  brand: string;
  last4: string;
  expMonth: number;
  /** Four digits. */
  expYear: number;
  /** Whether the security code is asked for each time; required unless it is said. */
  cvc?: Need;
}

export interface ForgetRequest {
  token: string;
  /** The same for every try of this call. */
  idempotencyKey: string;
}

export interface AttemptRequest {
  payment: GatewayPayment;
  /**
   * `nextAction`: what the customer was asked last, which a provider may say only once. `uncertain`: an answer about it
   * was lost, or the same call was begun before and broke off. `plan`: what the customer agreed to.
   */
  attempt: {
    id: string;
    providerId: string | null;
    nextAction?: NextAction | null;
    uncertain?: boolean;
    plan?: FinancingPlan | null;
  };
}

export interface WriteRequest extends AttemptRequest {
  /** The same for every try of this call. */
  idempotencyKey: string;
}

export interface ConfirmRequest extends WriteRequest {
  answer: ActionAnswer;
}

export interface CaptureRequest extends WriteRequest {
  /** In minor units, at most what was authorised. */
  amount: Amount;
}

/**
 * What a webhook is about: the provider's own identifier of the payment, or ours where the provider hands them back.
 * `null`: nothing that we know.
 */
export type WebhookHint = { providerIntentId: string | null } | { intentId: string; attemptId: string };

/** Talks to one provider and answers in the contract's words. Every failure is a `GatewayError`. */
export interface Gateway {
  /** A card may be charged in its issuer's installments (`StartRequest.installments`). Where it may not, none are offered. */
  readonly takesCardInstallments?: boolean;
  /** Types of methods that this provider takes; absent: whatever the merchant offers. */
  readonly takes?: readonly string[];
  /** Throws an `InvalidOptionError` that names what this provider needs and the payment lacks. Before any call. */
  check?(payment: GatewayPayment): void;
  /** The plans that the provider finances this payment with; none: it does not. No money can move in this call. */
  listPlans?(payment: GatewayPayment): Promise<FinancingPlan[]>;
  /** The plans of such a purchase, and those of which the amount alone is the hindrance. No money can move in this call. */
  offerPlans?(request: OfferRequest): Promise<PlanOffer[]>;
  /** Announces the payment to the provider; answers its identifier there. No money can move in this call. */
  open?(payment: GatewayPayment): Promise<string>;
  start(request: StartRequest): Promise<Reading>;
  confirm(request: ConfirmRequest): Promise<Reading>;
  read(request: AttemptRequest): Promise<Reading>;
  resend?(request: WriteRequest): Promise<Reading>;
  cancel?(request: WriteRequest): Promise<Reading>;
  /** Takes the money of a completed attempt that was only authorised, where the gateway is set to capture later. */
  capture?(request: CaptureRequest): Promise<Reading>;
  /**
   * Which payment a webhook is about: a hint to read it again, never the truth. `null`: the signature is wrong. One that
   * came as a GET has an empty body, and what it says stands in the query of its `url`.
   */
  verifyWebhook?(rawBody: Uint8Array<ArrayBuffer>, headers: Headers, url: URL): Promise<WebhookHint | null>;
  /** `amount`: what installments are offered of. */
  lookUpCard?(bin: string, amount: Amount): Promise<CardLookup>;
  /** Hands a card to the provider before it is paid with: a token that is good once. No money can move in this call. */
  tokenizeCard?(request: TokenizeRequest): Promise<{ token: string }>;
  /** The card that the provider has kept with a completed attempt; `null`: none. It may be asked any number of times. */
  keptCard?(request: AttemptRequest): Promise<KeptCard | null>;
  /** The provider forgets a kept card. One that it does not know is forgotten already. */
  forgetCard?(request: ForgetRequest): Promise<void>;
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
  /** With `unreadable`: where the provider's answer is not its own. Never a value. */
  readonly violations: readonly Violation[];

  constructor(
    outcome: GatewayOutcome,
    code: string,
    details: { failure?: FailureReport; retryAfter?: number; violations?: readonly Violation[]; cause?: unknown } = {},
  ) {
    super(`The provider call ended as ${outcome} (${code}).`, { cause: details.cause });
    this.outcome = outcome;
    this.code = code;
    this.failure = details.failure ?? null;
    this.retryAfter = details.retryAfter ?? null;
    this.violations = details.violations ?? [];
  }
}

/** What a gateway throws without saying so may have happened after the money moved. */
export function toGatewayError(error: unknown): GatewayError {
  return error instanceof GatewayError ? error : new GatewayError('unknown', 'thrown', { cause: error });
}
