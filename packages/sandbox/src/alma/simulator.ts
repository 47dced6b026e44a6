import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { moneyOf } from '../money.js';
import type { SandboxWorld, ShownPayment, Simulator } from '../simulator.js';
import { createApi } from './api.js';
import { createPage, withId } from './page.js';
import { Payments, refundableOf, type AlmaPayment } from './payments.js';

/** A merchant's account at Alma. */
export interface AlmaAccount {
  apiKey: string;
}

export function simulateAlma(world: SandboxWorld, { apiKey }: AlmaAccount): Simulator {
  const payments = new Payments(world.clock, world.timers, tell);
  const api = new Hono();
  api.route('/pay', createPage(payments, world.merchant));
  api.route('/', createApi({ world, payments, apiKey }));

  return {
    api,
    payments: () => payments.all().map(shown),
    refund(id, part) {
      const payment = payments.find(id);
      const left = payment ? refundableOf(payment) : 0;
      const amount = part ? Math.floor(left / 2) : left;
      if (payment && amount > 0) payments.refund(payment, amount);
      return payment?.state ?? null;
    },
    // Alma bears it: the merchant hears nothing.
    chargeBack: () => null,
  };

  /** Which payment has changed; what it has become the merchant asks. */
  function tell(payment: AlmaPayment): void {
    if (payment.ipnUrl === null) return;
    const headers = { 'X-Alma-Signature': signIpn(payment.id, apiKey) };
    world.deliveries.send({ url: withId(payment.ipnUrl, payment), body: '', headers }, payment.scenario);
  }
}

/** Hex HMAC-SHA256 of the payment's id. */
export function signIpn(paymentId: string, apiKey: string): string {
  return createHmac('sha256', apiKey).update(paymentId).digest('hex');
}

function shown({ id, state, amount, terms, customData }: AlmaPayment): ShownPayment {
  const attempt = { id, method: 'installments', label: 'Alma', status: state, installments: terms };
  const failure = state === 'scored_no' ? state : null;
  return {
    id,
    status: state,
    amount: moneyOf(amount, 'EUR').major,
    currency: 'EUR',
    metadata: customData,
    attempts: [{ ...attempt, failure }],
  };
}
