import { labelOfCard } from '../card.js';
import { moneyOf } from '../money.js';
import type { SandboxWorld, ShownPayment, Simulator } from '../simulator.js';
import { Access, type Credentials } from './access.js';
import { createApi } from './api.js';
import { Books } from './books.js';
import { refundableOf, type Payment, type Session } from './model.js';
import { NativeJson } from './native.js';
import { Vault } from './vault.js';

/** A merchant's account at Purse, with Alma as its partner. */
export interface PurseAccount extends Credentials {
  entityId: string;
}

export function simulatePurse(world: SandboxWorld, account: PurseAccount): Simulator {
  const { clock, timers, deliveries, publicUrl } = world;
  const native = new NativeJson(publicUrl, account.entityId);
  const books = new Books(clock, timers, (session, payment, isFirst) => {
    // Unsigned: Purse documents no signature.
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(native.payment(session, payment));
    if (session.webhookUrl) deliveries.send({ url: session.webhookUrl, body, headers }, payment.scenario, isFirst);
  });
  const vault = new Vault(clock);
  const access = new Access(account, clock);

  return {
    api: createApi({ world, books, vault, access, native, entityId: account.entityId }),
    payments: () => books.all().map(shown),
    refund: (id, part) => takeBack(id, part, (...change) => books.refund(...change)),
    chargeBack: (id, part) => takeBack(id, part, (...change) => books.chargeBack(...change)),
  };

  /** `id` is the session's or the payment's. */
  function takeBack(id: string, part: boolean, change: Books['refund']): string | null {
    const payments = books.session(id)?.payments ?? [];
    const paid = payments.find((payment) => refundableOf(payment) > 0) ?? payments.at(-1);
    const found = books.payment(paid?.id ?? id);
    if (!found) return null;
    const { session, payment } = found;
    const left = refundableOf(payment);
    const amount = part ? Math.floor(left / 2) : left;
    if (amount > 0) change(session, payment, amount);
    return payment.state;
  }
}

function shown(session: Session): ShownPayment {
  const { id, status, amount, currency, order, request, payments } = session;
  return {
    id,
    status: payments.at(-1)?.state ?? status,
    amount: moneyOf(amount, currency).major,
    currency,
    metadata: { order_reference: order['reference'], session: request },
    attempts: payments.map(shownPayment),
  };
}

function shownPayment(payment: Payment) {
  const { id, state, psp, split, card, installments, orderReference, version, captures, refunded } = payment;
  return {
    id,
    method: split.label ?? 'card',
    label: labelOfCard(card.brand, card.last4),
    status: state,
    failure: state === 'ERROR' ? psp : null,
    order_reference: orderReference,
    installments,
    version,
    captures,
    refunded,
  };
}
