import type { Address } from '@florin/contract';
import type { StartRequest } from '../../gateway.js';
import { INVOICE_LIFETIME, serviceOf, type CorefyOptions } from './options.js';

type Native = Record<string, unknown>;

interface InvoiceBody {
  data: { type: string; attributes: { reference_id?: unknown } };
}

/** `amount`: in major units. `run`: who makes this invoice. */
export function invoiceBody(request: StartRequest, amount: number, run: string, options: CorefyOptions): InvoiceBody {
  const { payment, attempt, returnUrl, authenticate } = request;
  const { callbackUrl, service = serviceOf, testMode = false, invoiceLifetime = INVOICE_LIFETIME } = options;
  const { now = Date.now, invoice = (attributes) => attributes } = options;
  const { currency } = payment.amount;
  const attributes = {
    // Unique in the account: a second invoice for the same attempt is refused.
    reference_id: attempt.id,
    amount,
    currency,
    service: typeof service === 'string' ? service : service(currency),
    flow: 'charge',
    test_mode: testMode,
    ...(payment.description !== null && { description: payment.description }),
    customer: customerOf(request),
    // No field of a challenge's own is documented. It ends where an invoice does, in the frame, whatever came of it.
    return_url: returnUrl,
    return_urls: { success: returnUrl, pending: returnUrl, fail: returnUrl },
    ...(callbackUrl !== undefined && { callback_url: callbackUrl }),
    expires: Math.floor((now() + invoiceLifetime) / 1000),
    ...(authenticate && { gateway_options: { cardgate: { force_3ds: true } } }),
    metadata: { ...payment.metadata, florin_intent: payment.id, florin_attempt: attempt.id, florin_run: run },
  };
  return { data: { type: 'payment-invoices', attributes: invoice(attributes, request) } };
}

function customerOf({ payment, input }: StartRequest): Native {
  const { id, customer, order } = payment;
  const card = input.type === 'card' ? input : null;
  const { billing, birthDate, ip } = order?.buyer ?? {};
  const address = card?.billing ?? billing?.address;
  const phone = card?.phone ?? billing?.phone;
  const email = card?.email ?? customer?.email ?? billing?.email;
  return {
    reference_id: customer?.id ?? id,
    ...(email !== undefined && { email }),
    ...(customer && { name: `${customer.firstName} ${customer.lastName}` }),
    ...(phone !== undefined && { phone }),
    ...(birthDate !== undefined && { date_of_birth: birthDate }),
    ...(address && { address: addressOf(address) }),
    ...(ip !== undefined && { metadata: { ip } }),
  };
}

function addressOf({ country, region, city, district, line1, line2, postal_code }: Address): Native {
  const street = [line1, line2].filter(Boolean).join(', ');
  const full_address = [street, district, city, region, postal_code, country].filter(Boolean).join(', ');
  return {
    country,
    ...(region !== undefined && { region }),
    ...(city !== undefined && { city }),
    ...(street !== '' && { street }),
    ...(postal_code !== undefined && { post_code: postal_code }),
    full_address,
  };
}
