import { GatewayError } from '../../gateway.js';

type Native = Record<string, unknown>;

/** What this gateway itself needs of an invoice. What it means for the payment, the provider's room says. */
export interface Invoice {
  id: string;
  /** The whole answer. */
  body: Native;
  status: string | null;
  referenceId: string | null;
  /** Who made it: one call of `start`. */
  run: string | null;
  /** `null`: it does not say. */
  isTest: boolean | null;
  /** As `isSameAmount` wants it. */
  amount: { value: unknown; currency: unknown };
  /** The key to the card gateway, while the invoice can be paid. */
  token: string | null;
}

/** What the customer has to do next: `{}` where that is nothing. */
export type Step = { auth_mode?: unknown; auth_payload?: unknown };

export function invoiceOf(body: unknown): Invoice {
  const { data } = objectOf(body);
  const { id } = objectOf(data);
  // Nothing that could be asked for again.
  if (typeof id !== 'string' || id === '')
    throw unreadable('/data/id', id === undefined ? 'required' : 'expected_string');
  const attributes = objectOf(objectOf(data)['attributes']);
  return {
    id,
    body: objectOf(body),
    status: textOf(attributes['status']),
    referenceId: textOf(attributes['reference_id']),
    run: textOf(objectOf(attributes['metadata'])['florin_run']),
    isTest: typeof attributes['test_mode'] === 'boolean' ? attributes['test_mode'] : null,
    amount: { value: attributes['amount'], currency: attributes['currency'] },
    token: textOf(objectOf(objectOf(attributes['flow_data'])['metadata'])['token']),
  };
}

/** The invoice with this reference, of an answer to a search for it. `null`: there is none. */
export function findInvoice(answer: unknown, referenceId: string): Invoice | null {
  const { data } = objectOf(answer);
  if (!Array.isArray(data)) throw unreadable('/data', data === undefined ? 'required' : 'expected_array');
  const found = data.map((resource: unknown) => invoiceOf({ data: resource }));
  const ours = found.find((invoice) => invoice.referenceId === referenceId) ?? null;
  // A filter that is not understood finds everybody's: that ours is not among them proves nothing.
  if (ours === null && found.length > 0) throw new GatewayError('unknown', 'filter_ignored');
  return ours;
}

function unreadable(pointer: string, code: string): GatewayError {
  return new GatewayError('unknown', 'unreadable', { violations: [{ pointer, code }] });
}

/** What a card gateway's answer asks for, wherever in it that stands. A mode alone says nothing but for a one-time code. */
export function stepOf(answer: unknown): Step {
  const { data } = objectOf(answer);
  const places = [objectOf(answer), objectOf(data), objectOf(objectOf(data)['attributes'])];
  const auth_mode = places.map((place) => textOf(place['auth_mode'])).find((mode) => mode !== null);
  const auth_payload = places.map((place) => objectOf(place['auth_payload'])).find(isFilled);
  return auth_payload || auth_mode?.toLowerCase() === 'otp' ? { auth_mode, auth_payload } : {};
}

/** The API has `[]` and `{}` where there is nothing. */
function isFilled(value: Native): boolean {
  return Object.keys(value).length > 0;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function objectOf(value: unknown): Native {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Native) : {};
}
