import type { Order } from './orders.js';
import { TIME_ZONE } from './time-zone.js';

/** For <florin-receipt>: what was paid, and what went back since. */
export function receiptAttributes({ number, snapshot, plan, installments }: Order) {
  const {
    amount,
    merchant,
    completed_at: date,
    refunds,
    charge_backs: chargeBacks,
    active_attempt: attempt,
  } = snapshot;
  return {
    amount: amount.value,
    currency: amount.currency,
    exponent: amount.exponent,
    status: snapshot.status,
    merchant: merchant.name,
    method: [plan && 'Alma', attempt?.method.label ?? attempt?.method.type].filter(Boolean).join(' · '),
    date,
    reference: String(number),
    refunds: refunds && JSON.stringify(refunds),
    'charge-backs': chargeBacks && JSON.stringify(chargeBacks),
    plan: plan ? JSON.stringify(plan) : undefined,
    installments: plan ? undefined : installments?.count,
    'installments-total': plan ? undefined : installments?.total.value,
    'time-zone': TIME_ZONE,
  };
}
