import { Hono } from 'hono';
import type { SandboxWorld, ShownPayment, Simulator } from '../simulator.js';
import { NativeJson, type AmountUnit } from './api/native.js';
import { createApi } from './api/routes.js';
import { createBank } from './bank/routes.js';
import { labelOf } from './payments/label.js';
import type { Attempt, Intent } from './payments/model.js';
import { Payments } from './payments/payments.js';
import { partOf, refundableOf } from './payments/refunds.js';
import { Vault } from './payments/vault.js';
import { createPhone } from './phone/routes.js';
import { Webhooks } from './webhooks.js';

/** A merchant's account at the payment-intent system. */
export interface PaymentIntentsAccount {
  /** `sk_test_…`, which every call of the API must bear. */
  secretKey: string;
  /** The project's signed endpoint. */
  webhook?: { url: string; secret: string };
  /** Unit of `amount.value` in answers. */
  amountUnit?: AmountUnit;
}

export interface PaymentIntentsSimulator extends Simulator {
  /** The customer's phone. */
  readonly phone: Hono;
  /** The page of the customer's bank. */
  readonly bank: Hono;
  readonly vault: Vault;
}

export function simulatePaymentIntents(
  sandbox: SandboxWorld,
  { secretKey, webhook, amountUnit = 'minor' }: PaymentIntentsAccount,
): PaymentIntentsSimulator {
  const { clock, timers, publicUrl, latency, deliveries } = sandbox;
  const native = new NativeJson({ amountUnit, publicUrl });
  const webhooks = new Webhooks({ endpoint: webhook, native, clock, deliveries });
  const vault = new Vault(clock);
  const payments = new Payments(clock, timers, vault, (...change) => webhooks.send(...change));
  const world = { ...sandbox, payments };
  const api = new Hono();
  api.route('/v1', createApi({ world, native, secretKey, latency }));

  return {
    api,
    phone: createPhone(world),
    bank: createBank(world),
    vault,
    payments: () => payments.all().map(shown),
    refund(id, part) {
      const intent = payments.find(id);
      if (!intent) return null;
      const amount = part ? partOf(intent) : refundableOf(intent);
      if (amount > 0) payments.refund(intent, { amount, reason: null, note: null, metadata: {} });
      return intent.status;
    },
    // Its status list knows no charge-back.
    chargeBack: () => null,
  };
}

function shown(intent: Intent): ShownPayment {
  return {
    id: intent.id,
    status: intent.status,
    amount: intent.amount.major,
    currency: intent.amount.currency,
    metadata: intent.metadata,
    attempts: intent.attempts.map((attempt) => ({
      id: attempt.id,
      method: attempt.method,
      country: attempt.country,
      phone: attempt.phone,
      three_ds_method: attempt.methodCompletion,
      label: labelOf(attempt),
      card: shownCard(attempt),
      saved_card: attempt.savedCard?.id ?? null,
      status: attempt.status,
      failure: attempt.failure?.value ?? null,
    })),
  };
}

/** What has arrived with a card, so that a test can tell. Never a number, never a code. */
function shownCard({ card }: Attempt) {
  if (!card) return null;
  const { brand, last4, source, network, holder, expiry, cvc, installments, billing, email, phone, save } = card;
  const billing_details = { address: billing, email, phone };
  return { brand, last4, source, network, holder, expiry, cvc, installments, billing_details, save_card: save };
}
