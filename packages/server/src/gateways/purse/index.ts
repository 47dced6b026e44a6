import type { FinancingPlan } from '@florin/contract';
import type { Reading } from '@florin/providers';
import { provider } from '@florin/providers/purse';
import {
  GatewayError,
  toGatewayError,
  type AttemptRequest,
  type Gateway,
  type GatewayPayment,
  type OfferRequest,
  type StartRequest,
} from '../../gateway.js';
import { createAlmaClient } from '../alma/client.js';
import { listAlmaPlans, offerAlmaPlans } from '../alma/eligibility.js';
import { isSameAmount, isSamePlan } from './agreed-terms.js';
import { PurseApi } from './api.js';
import { capture } from './capture.js';
import { checkExponent } from './exponent.js';
import type { PurseOptions } from './options.js';
import { cardOf, paymentBody, planTerms, sessionBody, vaultBody } from './payment-body.js';
import { refused } from './refusal.js';
import { findSent } from './sent-payment.js';
import { hintIn } from './webhook.js';
import { sessionOf } from './session.js';

export type { PurseMethod, PurseOptions, PursePaths } from './options.js';
export type { SessionNames } from './session-names.js';

/**
 * Purse over its own HTTP API: a client session for each intent, a payment in it for each attempt.
 *
 * It cannot cancel: what Purse can abort is the session, and with it every payment of the intent, those to come too.
 */
export function createPurseGateway(options: PurseOptions): Gateway {
  const api = new PurseApi(options);
  const doubtedCaptures = new Set<string>();
  const { almaPlans } = options;
  const alma = almaPlans && createAlmaClient({ ...(options.fetch && { fetch: options.fetch }), ...almaPlans });

  return {
    takes: ['card', 'installments'],

    check(payment) {
      sessionOf(payment);
      checkExponent(payment, options.exponents);
    },

    ...(alma && {
      listPlans: (payment: GatewayPayment) => listAlmaPlans(alma, payment, almaPlans.plans),
      offerPlans: (request: OfferRequest) => offerAlmaPlans(alma, request, almaPlans.plans),
    }),

    async open(payment) {
      const answer = await api.openSession(sessionBody(payment, options), payment);
      const { id } = answer as { id?: unknown };
      if (typeof id !== 'string') throw new GatewayError('unknown', 'unreadable');
      // Before any money can move.
      if (!isSameAmount(answer, payment)) throw refused('amount_mismatch', 'merchant_setup', MISMATCH);
      return id;
    },

    async start(request) {
      const { payment, attempt, plan } = request;
      const card = cardOf(request);
      const [sent, formToken] = await prepare(request, card);
      if (sent) return readingOf(sent, payment, plan);
      // An earlier sending of it may still be on its way: only Purse can say what became of it.
      if (attempt.uncertain) throw new GatewayError('unknown', 'attempt_unknown');
      // When it is too late nobody has sent it: a call that has taken over from this one looks, and sends none.
      const isInTime = () => request.isInTime?.() ?? true;
      const body = paymentBody(request, card, formToken, options);
      return readingOf(await api.post('payments', '', body, payment, isInTime), payment, plan);
    },

    // Whatever was answered, the issuer or the partner has told Purse.
    confirm: ({ payment, attempt }) => read(payment, attempt),

    read: ({ payment, attempt }) => read(payment, attempt),

    capture: async (request) => readingOf(await capture(api, request, doubtedCaptures), request.payment),

    verifyWebhook: async (rawBody, _headers, url) => hintIn(rawBody, url, options),
  };

  /** Looks for what an earlier call has sent, while the card goes to the vault. No money can move here. */
  async function prepare(request: StartRequest, card: ReturnType<typeof cardOf>): Promise<[object | null, string]> {
    const { payment, attempt } = request;
    const sessionId = sessionIdOf(payment);
    if (request.input.type === 'installments') planTerms(request);
    try {
      const [sent, token] = await Promise.all([
        findIn(sessionId, payment, attempt.id),
        api.tokenize(vaultBody(card, sessionId), payment),
      ]);
      return [sent, formTokenOf(token)];
    } catch (thrown) {
      const error = toGatewayError(thrown);
      if (error.outcome !== 'unknown') throw error;
      const { code, retryAfter } = error;
      throw new GatewayError('not_sent', code, { cause: error, ...(retryAfter !== null && { retryAfter }) });
    }
  }

  async function read(payment: GatewayPayment, { id, providerId, plan }: AttemptRequest['attempt']): Promise<Reading> {
    if (providerId !== null) return readingOf(await api.get('payment', providerId, payment), payment, plan);
    if (payment.providerIntentId === null) return { attempt: null };
    const sent = await findIn(payment.providerIntentId, payment, id);
    return sent ? readingOf(sent, payment, plan) : { attempt: null };
  }

  async function findIn(sessionId: string, payment: GatewayPayment, attemptId: string): Promise<object | null> {
    return findSent(await api.get('sessionPayments', sessionId, payment), payment, attemptId, options);
  }
}

const MISMATCH = 'Purse and this server mean different amounts: check the exponent.';

/** What is said of another amount is not said of this payment. Nor is it of another plan, unless nothing was paid. */
function readingOf(answer: unknown, payment: GatewayPayment, plan?: FinancingPlan | null): Reading {
  if (!isSameAmount(answer, payment)) throw new GatewayError('unknown', 'amount_mismatch');
  const reading = provider.read(answer);
  const isOver = reading.attempt?.status === 'failed' || reading.attempt?.status === 'cancelled';
  if (!isOver && !isSamePlan(answer, plan)) throw new GatewayError('unknown', 'plan_mismatch');
  return reading;
}

function sessionIdOf({ providerIntentId }: GatewayPayment): string {
  if (providerIntentId === null) throw new GatewayError('not_sent', 'not_opened');
  return providerIntentId;
}

function formTokenOf(answer: unknown): string {
  const { vault_form_token: token } = answer as { vault_form_token?: unknown };
  if (typeof token !== 'string') throw new GatewayError('not_sent', 'unreadable');
  return token;
}
