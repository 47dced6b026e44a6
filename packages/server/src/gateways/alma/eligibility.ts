import type { FinancingPlan } from '@florin/contract';
import { GatewayError, type GatewayPayment } from '../../gateway.js';
import type { ProviderHttp } from '../provider-http.js';
import { isFinanced, planOf } from './plan.js';

/** A way to pay in parts, to be asked for. */
export interface AlmaPlanQuery {
  count: number;
  deferredDays?: number;
  deferredMonths?: number;
}

/** The plans that Alma finances this payment with, those of `queries` or, without any, all that the account has. */
export async function listAlmaPlans(
  http: ProviderHttp,
  payment: GatewayPayment,
  queries: readonly AlmaPlanQuery[] | undefined,
): Promise<FinancingPlan[]> {
  if (!isFinanceable(payment)) return [];
  const { amount } = payment;
  const answer = await http.call({
    method: 'POST',
    path: '/v2/payments/eligibility',
    body: eligibilityBody(payment, queries),
    payment,
    // It asks and changes nothing.
    isIdempotent: true,
  });
  if (!Array.isArray(answer)) throw new GatewayError('unknown', 'unreadable');
  const plans = answer
    .map((each: unknown) => planOf(each, amount.value))
    .filter((plan): plan is FinancingPlan => plan !== null && isFinanced(plan));
  return [...new Map(plans.map((plan) => [plan.id, plan])).values()];
}

/** All of Alma's amounts are euro cents. */
export function isFinanceable({ amount }: GatewayPayment): boolean {
  return amount.currency === 'EUR' && amount.exponent === 2 && amount.value > 0;
}

function eligibilityBody(payment: GatewayPayment, queries: readonly AlmaPlanQuery[] | undefined) {
  const { amount, order } = payment;
  const billing = order?.buyer?.billing?.address?.country;
  const shipping = order?.shipments?.find(({ address }) => address)?.address?.country;
  return {
    purchase_amount: amount.value,
    ...(queries && {
      queries: queries.map(({ count, deferredDays = 0, deferredMonths = 0 }) => ({
        installments_count: count,
        deferred_days: deferredDays,
        deferred_months: deferredMonths,
      })),
    }),
    ...(billing !== undefined && { billing_address: { country: billing } }),
    ...(shipping !== undefined && { shipping_address: { country: shipping } }),
  };
}
