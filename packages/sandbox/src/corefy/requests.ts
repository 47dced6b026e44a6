import { isOpen, type Invoice } from './model.js';
import type { NewInvoice } from './invoices.js';
import { CorefyError, refuse } from './problem.js';

type Native = Record<string, unknown>;

/** `data.attributes` of a body of this type. */
export function readAttributes(text: string, type: string): Native {
  const data = objectOf(objectOf(parseJson(text))['data']);
  if (data['type'] !== type) throw new CorefyError(422, 'invalid_type', ['/data/type']);
  if (!isObject(data['attributes'])) throw new CorefyError(422, 'required', ['/data/attributes']);
  return data['attributes'];
}

/** `now`: ms since 1970. */
export function readNewInvoice(native: Native, now: number): NewInvoice {
  const { amount, currency, expires } = native;
  if (typeof amount !== 'number' || !(amount > 0)) refuse('amount');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) refuse('currency');
  const customer = objectOf(native['customer']);
  if (textOf(customer['reference_id']) === null) refuse('customer/reference_id', 'required');
  if (native['reference_id'] != null && textOf(native['reference_id']) === null) refuse('reference_id');
  if (expires != null && !(Number.isSafeInteger(expires) && (expires as number) * 1000 > now)) refuse('expires');
  const returnUrls = objectOf(native['return_urls']);
  for (const [name, url] of Object.entries({ ...returnUrls, ...pickUrls(native) }))
    if (url != null && !isWebUrl(url)) refuse(name);
  return {
    amount,
    currency,
    service: textOf(native['service']) ?? `payment_card_${currency.toLowerCase()}_hpp`,
    description: textOf(native['description']),
    referenceId: textOf(native['reference_id']),
    customer,
    metadata: objectOf(native['metadata']),
    gatewayOptions: objectOf(native['gateway_options']),
    returnUrl: textOf(native['return_url']),
    returnUrls,
    callbackUrl: textOf(native['callback_url']),
    testMode: native['test_mode'] === true,
    expiresAt: expires == null ? null : (expires as number) * 1000,
  };
}

export interface CardToCharge {
  number: string;
  /** `MM/YY`; some cards have none. */
  expiry: string | null;
}

export function readSale(native: Native): CardToCharge {
  const { card_number: number, exp_month: month, exp_year: year, cvv } = native;
  if (typeof number !== 'string' || !/^\d{12,19}$/.test(number)) refuse('card_number');
  if (cvv != null && !(typeof cvv === 'string' && /^\d{3,4}$/.test(cvv))) refuse('cvv');
  if (month == null && year == null) return { number, expiry: null };
  if (typeof month !== 'string' || !/^(?:0[1-9]|1[0-2])$/.test(month)) refuse('exp_month');
  if (typeof year !== 'string' || !/^\d\d$/.test(year)) refuse('exp_year');
  return { number, expiry: `${month}/${year}` };
}

/** The invoice that a bearer of the card gateway pays. */
export function requireOpen(invoice: Invoice | undefined): Invoice {
  if (!invoice) throw new CorefyError(401, 'invalid_token');
  if (!isOpen(invoice)) throw new CorefyError(422, 'invoice_is_final');
  return invoice;
}

function pickUrls({ return_url, callback_url }: Native): Native {
  return { return_url, callback_url };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CorefyError(400, 'invalid_json');
  }
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function objectOf(value: unknown): Native {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Native {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWebUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
