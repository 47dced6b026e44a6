import type { Reading } from '@florin/providers';
import { provider } from '@florin/providers/purse';
import { GatewayError, toGatewayError, type AttemptRequest, type Gateway, type StartRequest } from '../../gateway.js';
import { InvalidOptionError } from '../../invalid-option.js';
import { createAlmaClient, refused, type AlmaAccount } from './client.js';
import { isFinanceable, listAlmaPlans, offerAlmaPlans, type AlmaPlanQuery } from './eligibility.js';
import { readIpn } from './ipn.js';
import { paymentBody } from './payment-body.js';
import { isAsAgreed } from './plan.js';

export interface AlmaOptions extends AlmaAccount {
  /** The plans to ask for. Without any: all that the account has. */
  plans?: readonly AlmaPlanQuery[];
  /** Where Alma tells of changes (IPN). */
  webhookUrl?: string;
  /** How the page that the customer comes from is built: `online` for one that sends them to Alma's. */
  origin?: string;
}

const payments = '/v1/payments';
const pathOf = (id: string) => `${payments}/${encodeURIComponent(id)}`;

/** Alma over its own API: the customer goes to its page with the plan they chose, and types the card there. */
export function createAlmaGateway(options: AlmaOptions): Gateway {
  const http = createAlmaClient(options);

  return {
    takes: ['installments'],

    check(payment) {
      if (!isFinanceable(payment)) throw new InvalidOptionError('amount', 'alma needs euro cents, more than none');
      if (payment.shopUrl === null) throw new InvalidOptionError('returnUrl', 'alma needs payment.return_url');
    },

    listPlans: (payment) => listAlmaPlans(http, payment, options.plans),

    offerPlans: (request) => offerAlmaPlans(http, request, options.plans),

    /**
     * A payment whose page nobody has opened cannot be paid. So one whose answer was lost is lost without harm: it is made
     * again, and the customer goes to one page.
     */
    async start(request) {
      const { payment } = request;
      const body = paymentBody(request, options);
      let answer: unknown;
      try {
        answer = await http.call({ method: 'POST', path: payments, body, payment, isIdempotent: true });
      } catch (thrown) {
        const error = toGatewayError(thrown);
        if (error.outcome === 'unknown') throw new GatewayError('not_sent', error.code, { cause: error });
        throw error;
      }
      checkTerms(answer, request);
      return readPayment(answer);
    },

    // Whatever was answered on Alma's page, Alma knows.
    confirm: (request) => read(request),
    read,

    async cancel({ payment, attempt }) {
      const { providerId } = attempt;
      if (providerId === null) throw new GatewayError('unknown', 'attempt_unknown');
      try {
        await http.call({ method: 'PUT', path: `${pathOf(providerId)}/cancel`, body: {}, payment, isIdempotent: true });
      } catch (error) {
        // A success says nothing that is needed here, and may say nothing at all.
        if (!(error instanceof GatewayError && error.code === 'unreadable')) throw error;
      }
      // Whatever was answered: a page that can still be paid on has not been cancelled.
      return read({ payment, attempt });
    },

    verifyWebhook: (rawBody, headers, url) => readIpn(rawBody, headers, url, options.apiKey),
  };

  async function read({ payment, attempt }: AttemptRequest): Promise<Reading> {
    // Nobody has been sent to its page: it cannot have been paid.
    if (attempt.providerId === null) return { attempt: null };
    const answer = await http.call({ method: 'GET', path: pathOf(attempt.providerId), payment });
    // What is said of another amount is not said of this payment.
    if (!isSameAmount(answer, payment.amount.value)) throw new GatewayError('unknown', 'amount_mismatch');
    return provider.read(answer);
  }
}

/** Before anybody is sent to Alma's page: what stands there must be what was agreed to. */
function checkTerms(answer: unknown, { payment, plan }: StartRequest): void {
  if (!isSameAmount(answer, payment.amount.value))
    throw refused('amount_mismatch', 'merchant_setup', 'Alma and this server mean different amounts.');
  if (plan && !isAsAgreed(answer, plan, payment.amount.value))
    throw refused('plan_changed', 'method_unavailable', 'The plan is another one by now.');
}

function readPayment(answer: unknown): Reading {
  const reading = provider.read(answer);
  // Nobody can be sent to a page that was not named, and nothing can be paid without one.
  if (reading.attempt?.id === undefined) throw new GatewayError('not_sent', 'unreadable');
  return reading;
}

function isSameAmount(answer: unknown, value: number): boolean {
  const { purchase_amount: theirs } = (answer ?? {}) as { purchase_amount?: unknown };
  return typeof theirs !== 'number' || theirs === value;
}
