import type { ActionAnswer } from '@florin/contract';
import type { Reading } from '@florin/providers';
import { provider, readRefunded } from '@florin/providers/payment-intents';
import { GatewayError, type Gateway, type GatewayPayment } from '../../gateway.js';
import { isSameAmount, toMajorUnits, type AmountUnit } from '../major-units.js';
import { ProviderHttp, type ProviderHttpOptions } from '../provider-http.js';
import { attemptBody } from './attempt-body.js';
import { cardBody, readKeptCard, readTokenId } from './native-card.js';
import { failureReport, refusalOf } from './refusal.js';
import { readWebhook } from './webhook.js';

export type { AmountUnit } from '../major-units.js';

export interface PaymentIntentsOptions extends ProviderHttpOptions {
  /** `sk_…`: for servers only. */
  secretKey: string;
  /** Unit of `amount.value` in answers. Requests are always in major units. */
  amountUnit?: AmountUnit;
  /** `whsec_…` of the project's signed endpoint. */
  webhookSecret?: string;
  /** Stands on every payment. The provider does not sign what it sends there. */
  webhookUrl?: string;
}

/** Every path in one place: the pages of the provider and its own client spell some of them differently. */
const paths = {
  intents: '/payment/intents',
  intent: (id: string) => `/payment/intents/${encodeURIComponent(id)}`,
  attempts: (id: string) => `${paths.intent(id)}/attempts`,
  attempt: (id: string, attempt: string) => `${paths.attempts(id)}/${encodeURIComponent(attempt)}`,
  refunds: (id: string) => `${paths.intent(id)}/refunds/availability`,
  tokens: '/tokens',
  forget: (card: string) => `/cards/${encodeURIComponent(card)}/forget`,
};

/** The payment-intent system, over its own HTTP API. */
export function createPaymentIntentsGateway(options: PaymentIntentsOptions): Gateway {
  const { amountUnit = 'minor', webhookSecret, webhookUrl, secretKey } = options;
  const http = new ProviderHttp(options, { authorize: () => ({ Authorization: `Bearer ${secretKey}` }), refusalOf });
  const get = (path: string, payment: GatewayPayment) => http.call({ method: 'GET', path, payment });
  /** The provider does a write once for each key, and wants 8 to 128 characters; our own are shorter and start otherwise. */
  const post = (path: string, key: string, body: unknown = {}, payment?: GatewayPayment) =>
    http.call({
      method: 'POST',
      path,
      body,
      headers: { 'X-Idempotency-Key': `florin-${key}` },
      isIdempotent: true,
      ...(payment && { payment }),
    });

  /** The last try that fails ends the payment, which an answer about the try alone does not say. */
  async function withPayment(reading: Reading, payment: GatewayPayment): Promise<Reading> {
    if (reading.status !== undefined || reading.attempt?.status !== 'failed') return reading;
    try {
      const { status } = provider.read(await get(paths.intent(intentIdOf(payment)), payment));
      return { ...reading, ...(status !== undefined && { status }) };
    } catch {
      // What is known is told; the rest is read when somebody asks again.
      return reading;
    }
  }

  /** An intent does not say how much was refunded; that all of it was, its status says. */
  async function withRefunded(reading: Reading, payment: GatewayPayment): Promise<Reading> {
    if (reading.status !== 'partially_refunded') return reading;
    try {
      const answer = await get(paths.refunds(intentIdOf(payment)), payment);
      return { ...reading, ...readRefunded(answer, amountUnit, payment.amount.currency) };
    } catch {
      // What is known is told; how much it was is read when somebody asks again.
      return reading;
    }
  }

  return {
    takesCardInstallments: true,

    async open(payment) {
      const answer = await post(paths.intents, payment.id, intentBody(payment, webhookUrl), payment);
      const { id, amount } = dataOf(answer);
      if (typeof id !== 'string') throw new GatewayError('unknown', 'unreadable');
      if (!isSameAmount(amount, payment.amount, amountUnit)) throw amountMismatch();
      return id;
    },

    async start(request) {
      const path = paths.attempts(intentIdOf(request.payment));
      const answer = await post(path, request.idempotencyKey, attemptBody(request), request.payment);
      return withPayment(provider.read(answer), request.payment);
    },

    async confirm({ payment, attempt, answer, idempotencyKey }) {
      const path = `${attemptPath(payment, attempt)}/confirm`;
      return provider.read(await post(path, idempotencyKey, confirmBody(answer), payment));
    },

    async resend({ payment, attempt, idempotencyKey }) {
      return provider.read(await post(`${attemptPath(payment, attempt)}/resend`, idempotencyKey, {}, payment));
    },

    async cancel({ payment, attempt, idempotencyKey }) {
      return provider.read(await post(`${attemptPath(payment, attempt)}/cancel`, idempotencyKey, {}, payment));
    },

    async read({ payment, attempt }) {
      if (payment.providerIntentId === null) return { attempt: null };
      const reading = await withRefunded(
        provider.read(await get(paths.intent(payment.providerIntentId), payment)),
        payment,
      );
      const theirs = reading.attempt;
      if (attempt.providerId === null || theirs?.id === attempt.providerId || theirs?.is_fallback) return reading;
      // The active attempt is another one, or there is none: ours has to be asked for by its own name.
      const own = provider.read(await get(attemptPath(payment, attempt), payment));
      const { status, refunded } = reading;
      return { ...own, ...(status !== undefined && { status }), ...(refunded && { refunded }) };
    },

    async tokenizeCard(request) {
      const answer = await post(paths.tokens, request.idempotencyKey, cardBody(request.card, request), request.payment);
      return { token: readTokenId(dataOf(answer)) };
    },

    async keptCard({ payment, attempt }) {
      return readKeptCard(dataOf(await get(attemptPath(payment, attempt), payment)));
    },

    async forgetCard({ token, idempotencyKey }) {
      try {
        await post(paths.forget(token), idempotencyKey);
      } catch (error) {
        // Not there: forgotten already.
        if (!(error instanceof GatewayError) || error.code !== 'http_404') throw error;
      }
    },

    verifyWebhook: (rawBody, headers) => readWebhook(rawBody, headers, webhookSecret),
  };
}

function intentBody(payment: GatewayPayment, webhookUrl: string | undefined): Record<string, unknown> {
  const { amount, description, returnUrl, customer, metadata } = payment;
  const major = toMajorUnits(amount);
  if (major === null) throw amountMismatch();
  return {
    amount: major,
    currency: amount.currency,
    ...(description !== null && { description }),
    ...(customer && {
      customer: { email: customer.email, first_name: customer.firstName, last_name: customer.lastName },
    }),
    return_url: returnUrl,
    ...(webhookUrl !== undefined && { webhook_url: webhookUrl }),
    metadata: { ...metadata, florin_intent: payment.id },
  };
}

function confirmBody(answer: ActionAnswer): Record<string, unknown> {
  if ('otp' in answer) return { otp: answer.otp };
  return { confirmation_data: 'data' in answer ? answer.data : answer };
}

function dataOf(answer: unknown): Record<string, unknown> {
  const data = typeof answer === 'object' && answer !== null ? (answer as { data?: unknown }).data : undefined;
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}

function intentIdOf({ providerIntentId }: GatewayPayment): string {
  if (providerIntentId === null) throw new GatewayError('not_sent', 'not_opened');
  return providerIntentId;
}

function attemptPath(payment: GatewayPayment, attempt: { providerId: string | null }): string {
  // Nothing to address: what became of the attempt has to be read first.
  if (attempt.providerId === null) throw new GatewayError('unknown', 'attempt_unknown');
  return paths.attempt(intentIdOf(payment), attempt.providerId);
}

function amountMismatch(): GatewayError {
  const message = 'The provider and this server mean different amounts: check amountUnit and the exponent.';
  return new GatewayError('refused', 'amount_mismatch', {
    failure: failureReport('amount_mismatch', 'merchant_setup', message),
  });
}
