import { BrowserInfo, CardInput, parse } from '@florin/contract';
import type { NewIntent } from '../payments/payments.js';
import { ApiError } from './problem.js';

export type Body = Record<string, unknown>;

export function readJson(text: string): Body {
  if (text === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ApiError(400, 'The body is not JSON.');
  }
  if (!isObject(body)) throw new ApiError(400, 'The body is not a JSON object.');
  return body;
}

export function readNewIntent(body: Body): NewIntent {
  const fields: Record<string, string[]> = {};
  const customer = isObject(body['customer']) ? body['customer'] : {};
  const { amount, currency } = body;
  if (typeof amount !== 'number' || !Number.isFinite(amount) || amount <= 0)
    fields['amount'] = ['The amount must be a number above 0.'];
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    fields['currency'] = ['The currency must be an ISO 4217 code.'];
  for (const name of ['email', 'first_name', 'last_name'])
    if (!textOf(customer, name)) fields[`customer.${name}`] = ['This field is required.'];
  for (const name of ['return_url', 'webhook_url'])
    if (body[name] != null && !isWebUrl(body[name])) fields[name] = ['This field must be a web address.'];
  refuseIfAny(fields);
  return {
    amount: { major: amount as number, currency: currency as string },
    customer: {
      email: textOf(customer, 'email') ?? '',
      first_name: textOf(customer, 'first_name') ?? '',
      last_name: textOf(customer, 'last_name') ?? '',
    },
    description: textOf(body, 'description'),
    returnUrl: textOf(body, 'return_url'),
    webhookUrl: textOf(body, 'webhook_url'),
    metadata: isObject(body['metadata']) ? body['metadata'] : {},
  };
}

export type AttemptRequest = { method: 'qr' } | { method: 'card'; card: CardInput; notificationUrl: string | null };

export function readAttempt(body: Body): AttemptRequest {
  const method = body['method_code'];
  if (method === 'qr') return { method };
  if (method !== 'card') refuse('method_code', 'This method is not available.');
  const card = parse(CardInput, { ...(isObject(body['card']) ? body['card'] : {}), type: 'card' });
  if (!card.ok) {
    // Only where the card is malformed is said, never what was sent.
    refuseIfAny(
      Object.fromEntries(card.violations.map(({ pointer }) => [field('card', pointer), ['Check this field.']])),
    );
    throw new ApiError(422, 'The card is malformed.');
  }
  if (body['browser'] !== undefined) {
    const browser = parse(BrowserInfo, body['browser']);
    if (!browser.ok)
      refuseIfAny(
        Object.fromEntries(browser.violations.map(({ pointer }) => [field('browser', pointer), ['Check this field.']])),
      );
  }
  const threeDS = isObject(body['three_ds']) ? body['three_ds'] : {};
  const notificationUrl = threeDS['notification_url'];
  if (notificationUrl != null && !isWebUrl(notificationUrl))
    refuse('three_ds.notification_url', 'This field must be a web address.');
  return { method: 'card', card: card.value, notificationUrl: (notificationUrl as string | undefined) ?? null };
}

export function refuse(name: string, text: string): never {
  throw new ApiError(422, 'The given data was not accepted.', { fields: { [name]: [text] } });
}

function refuseIfAny(fields: Record<string, string[]>): void {
  if (Object.keys(fields).length > 0) throw new ApiError(422, 'The given data was not accepted.', { fields });
}

function field(parent: string, pointer: string): string {
  return `${parent}${pointer.replaceAll('/', '.')}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(body: Body, name: string): string | null {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function isWebUrl(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
