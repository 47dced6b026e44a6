import { BrowserInfo, CardInput, parse } from '@florin/contract';
import type { VaultCard } from '../payments/vault.js';
import type { NewIntent } from '../payments/payments.js';
import { namedLocale } from '../../pages/words.js';
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

export function readNewIntent(body: Body, acceptLanguage: string | undefined): NewIntent {
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
    locale: namedLocale(acceptLanguage),
  };
}

export type CardRequest = { notificationUrl: string | null; challenge: boolean } & (
  | { source: 'card'; held: VaultCard }
  | { source: 'token'; token: string }
  | { source: 'saved_card'; savedCard: string; cvc: string | null }
);

/** The contract's names of what a card carries → ours. */
const nativeNames: [pointer: RegExp, name: string][] = [
  [/^\/(?:number|exp_month|exp_year|cvc|holder)$/, 'card'],
  [/^\/(?:email|phone)$/, 'billing_details'],
];

/** A card, with its billing details, its installments and whether it is to be kept. */
export function readCard(body: Body): VaultCard {
  const { network, ...native } = isObject(body['card']) ? body['card'] : {};
  const { address, email, phone } = isObject(body['billing_details']) ? body['billing_details'] : {};
  const card = parse(CardInput, {
    ...native,
    type: 'card',
    ...(network !== undefined && { brand: network }),
    ...(address !== undefined && { billing: address }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  });
  if (!card.ok)
    // Only where the card is malformed is said, never what was sent.
    throw new ApiError(422, 'The given data was not accepted.', {
      fields: Object.fromEntries(card.violations.map(({ pointer }) => [nativeField(pointer), ['Check this field.']])),
    });
  const installments = isObject(body['installments']) ? body['installments'] : null;
  const { count, total } = installments ?? {};
  if (installments && !(Number.isInteger(count) && Number(count) >= 2 && typeof total === 'number' && total > 0))
    refuse('installments', 'Check this field.');
  return {
    card: card.value,
    installments: installments && { count: Number(count), total: Number(total) },
    save: body['save_card'] === true,
  };
}

function nativeField(pointer: string): string {
  const parent = nativeNames.find(([pattern]) => pattern.test(pointer))?.[1];
  if (parent) return field(parent, pointer);
  if (pointer === '/brand') return 'card.network';
  return pointer.startsWith('/billing') ? field('billing_details.address', pointer.slice('/billing'.length)) : 'card';
}

export function readCardAttempt(body: Body): CardRequest {
  const means = readMeans(body);
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
  return {
    ...means,
    notificationUrl: (notificationUrl as string | undefined) ?? null,
    challenge: threeDS['challenge'] === 'required',
  };
}

function readMeans(body: Body) {
  const [token, savedCard] = [textOf(body, 'token'), textOf(body, 'saved_card')];
  if (token) return { source: 'token' as const, token };
  if (!savedCard) return { source: 'card' as const, held: readCard(body) };
  const cvc = textOf(body, 'cvc');
  if (cvc !== null && !/^\d{3,4}$/.test(cvc)) refuse('cvc', 'Check this field.');
  return { source: 'saved_card' as const, savedCard, cvc };
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

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(body: Body, name: string): string | null {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function isWebUrl(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
