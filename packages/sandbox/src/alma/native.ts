import type { AlmaPayment } from './payments.js';

/** A payment in Alma's own JSON. */
export function nativePayment(payment: AlmaPayment, publicUrl: string): Record<string, unknown> {
  const { id, state, amount, terms, plan, returnUrl, customData, about, refunds, createdAt, expiredAt } = payment;
  const isPaid = state === 'paid' || state === 'in_progress';
  return {
    id,
    url: `${publicUrl}/alma/pay/${id}`,
    state,
    created: Math.floor(createdAt / 1000),
    purchase_amount: amount,
    customer_fee: sum(plan.map(({ customer_fee }) => customer_fee)),
    customer_interest: sum(plan.map(({ customer_interest }) => customer_interest)),
    ...terms,
    payment_plan: plan.map((each, index) => ({
      ...each,
      state: state === 'paid' || (isPaid && index === 0) ? 'paid' : 'pending',
    })),
    return_url: returnUrl,
    custom_data: customData,
    ...about,
    refunds,
    expired_at: expiredAt === null ? null : Math.floor(expiredAt / 1000),
    ...payment.scenario.fields,
  };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
