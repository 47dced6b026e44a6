import type { StartRequest } from '../../gateway.js';
import { refused } from './client.js';
import type { AlmaOptions } from './index.js';
import { termsOf } from './plan.js';

type Native = Record<string, unknown>;

/** The card of the input is not sent: Alma's page asks for one itself. */
export function paymentBody(request: StartRequest, { webhookUrl, origin = 'online' }: AlmaOptions): object {
  const { payment, attempt, input, plan, browser } = request;
  if (input.type !== 'installments')
    throw refused('method_not_taken', 'method_unavailable', 'Alma takes installments.');
  const terms = plan && termsOf(plan.id);
  if (!terms) throw refused('plan_unknown', 'method_unavailable', 'The plan is none of Alma’s.');
  const { amount, returnUrl, customer, order } = payment;
  const { buyer } = order ?? {};
  const person = customer && {
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    ...(buyer?.billing?.phone !== undefined && { phone: buyer.billing.phone }),
  };
  const billing = addressOf(buyer?.billing?.address);
  const shipping = addressOf(order?.shipments?.find(({ address }) => address)?.address);
  return {
    payment: {
      purchase_amount: amount.value,
      ...terms,
      return_url: returnUrl,
      failure_return_url: returnUrl,
      customer_cancel_url: returnUrl,
      ...(webhookUrl !== undefined && { ipn_callback_url: callbackFor(webhookUrl, payment.id, attempt.id) }),
      origin,
      ...(browser && { locale: browser.language }),
      custom_data: { ...payment.metadata, florin_intent: payment.id, florin_attempt: attempt.id },
      ...(billing && { billing_address: billing }),
      ...(shipping && { shipping_address: shipping }),
    },
    ...(person && { customer: person }),
    ...(order?.reference !== undefined && { orders: [{ merchant_reference: order.reference }] }),
  };
}

/** Alma tells its own id of a payment alone: which attempt it is of stands in the address. */
function callbackFor(webhookUrl: string, intentId: string, attemptId: string): string {
  const url = new URL(webhookUrl);
  url.searchParams.set('intent', intentId);
  url.searchParams.set('attempt', attemptId);
  return url.href;
}

function addressOf(address: { [part: string]: string | undefined } | undefined): Native | null {
  if (!address) return null;
  const { line1, line2, city, postal_code, country } = address;
  return Object.fromEntries(
    Object.entries({ line1, line2, city, postal_code, country }).filter(([, value]) => value !== undefined),
  );
}
