import { isPlan, type Amount, type FinancingPlan, type PlanOffer } from '@florin/contract';
import { GatewayError, type GatewayPayment, type OfferRequest } from '../../gateway.js';
import type { ProviderHttp } from '../provider-http.js';
import { isFinanced, limitOf, planOf } from './plan.js';

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
  const { amount, order } = payment;
  const billing = order?.buyer?.billing?.address?.country;
  const shipping = order?.shipments?.find(({ address }) => address)?.address?.country;
  return (await ask(http, { amount, billing, shipping, payment }, queries)).filter(isPlan);
}

/** The same before there is a payment, with the plans of which the amount alone is the hindrance. */
export async function offerAlmaPlans(
  http: ProviderHttp,
  { amount, country }: OfferRequest,
  queries: readonly AlmaPlanQuery[] | undefined,
): Promise<PlanOffer[]> {
  return ask(http, { amount, billing: country, shipping: country }, queries);
}

interface Purchase {
  amount: Amount;
  billing: string | undefined;
  shipping: string | undefined;
  payment?: GatewayPayment;
}

async function ask(
  http: ProviderHttp,
  purchase: Purchase,
  queries: readonly AlmaPlanQuery[] | undefined,
): Promise<PlanOffer[]> {
  if (!isFinanceable(purchase)) return [];
  const { amount, payment } = purchase;
  const answer = await http.call({
    method: 'POST',
    path: '/v2/payments/eligibility',
    body: eligibilityBody(purchase, queries),
    ...(payment && { payment }),
    // It asks and changes nothing.
    isIdempotent: true,
  });
  if (!Array.isArray(answer)) throw new GatewayError('unknown', 'unreadable');
  const offers = answer
    .map((each: unknown) => planOf(each, amount.value) ?? limitOf(each, amount.value))
    .filter((offer): offer is PlanOffer => offer !== null && isFinanced(offer));
  return [...new Map(offers.map((offer) => [offer.id, offer])).values()];
}

/** All of Alma's amounts are euro cents. */
export function isFinanceable({ amount }: Pick<GatewayPayment, 'amount'>): boolean {
  return amount.currency === 'EUR' && amount.exponent === 2 && amount.value > 0;
}

function eligibilityBody({ amount, billing, shipping }: Purchase, queries: readonly AlmaPlanQuery[] | undefined) {
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
