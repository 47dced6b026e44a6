import type { NewSession } from './books.js';
import { PurseProblem, refuse } from './problem.js';

export type Body = Record<string, unknown>;

export function readJson(text: string): Body {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new PurseProblem(400, 'The body is not JSON.');
  }
  if (!isObject(body)) throw new PurseProblem(400, 'The body is not a JSON object.');
  return body;
}

/** A session in either of the API's spellings: that of its description, or that of its pages on partners. */
export function readSession(body: Body, entityId: string): NewSession {
  const order = objectAt(body, 'order');
  const { amount, entity_id, capture_mode: captureMode = 'MANUAL' } = body;
  const currency = textAt(body, 'currency') ?? textAt(order, 'currency_code');
  const redirectionUrl = textAt(body, 'shopper_redirection_url') ?? textAt(order, 'redirection');
  const webhookUrl = textAt(objectAt(body, 'webhook'), 'url');
  const wrong = [
    ...(entity_id === entityId ? [] : ['/entity_id']),
    ...(isAmount(amount) ? [] : ['/amount']),
    ...(currency !== null && /^[A-Z]{3}$/.test(currency) ? [] : ['/currency']),
    ...(isWebUrl(redirectionUrl) ? [] : ['/shopper_redirection_url']),
    ...(textAt(order, 'reference') ? [] : ['/order/reference']),
    ...(captureMode === 'AUTOMATIC' || captureMode === 'MANUAL' ? [] : ['/capture_mode']),
    ...(webhookUrl === null || isWebUrl(webhookUrl) ? [] : ['/webhook/url']),
  ];
  if (wrong.length > 0) refuse(...wrong);
  return {
    amount: amount as number,
    currency: currency as string,
    captureMode: captureMode as NewSession['captureMode'],
    redirectionUrl: redirectionUrl as string,
    order,
    request: body,
    webhookUrl,
  };
}

export interface PaymentRequest {
  sessionId: string;
  amount: number;
  currency: string;
  orderReference: string;
  formToken: string;
  split: { reference: string | null; partner: string | null; method: string | null; label: string | null };
  installments: Body | null;
  isChallengeMandated: boolean;
  notificationUrl: string | null;
}

export function readPayment(body: Body, entityId: string): PaymentRequest {
  const [split, ...others] = Array.isArray(body['split']) ? (body['split'] as unknown[]) : [];
  const part = isObject(split) ? split : {};
  const threeDS = objectAt(part, 'three_ds_authentication_options');
  const { amount, currency, entity_id } = body;
  const sessionId = textAt(body, 'client_session_id');
  const orderReference = textAt(objectAt(body, 'order'), 'reference');
  const formToken = textAt(part, 'vault_form_token');
  const notificationUrl = textAt(threeDS, 'notification_url');
  const installments = isObject(part['installments']) ? part['installments'] : null;
  const label = textAt(part, 'label');
  const wrong = [
    ...(entity_id === entityId ? [] : ['/entity_id']),
    ...(isAmount(amount) ? [] : ['/amount']),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? [] : ['/currency']),
    ...(sessionId ? [] : ['/client_session_id']),
    ...(orderReference ? [] : ['/order/reference']),
    ...(others.length === 0 ? [] : ['/split']),
    ...(part['amount'] === undefined || part['amount'] === amount ? [] : ['/split/0/amount']),
    ...(formToken ? [] : ['/split/0/vault_form_token']),
    ...(label === null || isTerms(installments) ? [] : ['/split/0/installments']),
    ...(notificationUrl === null || isWebUrl(notificationUrl) ? [] : [THREE_DS_URL]),
  ];
  if (wrong.length > 0) refuse(...wrong);
  return {
    sessionId: sessionId as string,
    amount: amount as number,
    currency: currency as string,
    orderReference: orderReference as string,
    formToken: formToken as string,
    split: {
      reference: textAt(part, 'reference'),
      partner: textAt(part, 'partner'),
      method: textAt(part, 'method'),
      label,
    },
    installments,
    isChallengeMandated: threeDS['challenge_indicator'] === 'CHALLENGE_REQUESTED_BY_MANDATE',
    notificationUrl,
  };
}

export const THREE_DS_URL = '/split/0/three_ds_authentication_options/notification_url';

/** What a capture and a refund say: an amount, or all there is. */
export function readAmount(body: Body, whole: number): number {
  const { amount = whole } = body;
  if (!isAmount(amount)) refuse('/amount');
  return amount;
}

export function textAt(body: Body, name: string): string | null {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function objectAt(body: Body, name: string): Body {
  const value = body[name];
  return isObject(value) ? value : {};
}

function isTerms(installments: Body | null): boolean {
  return Number.isInteger(installments?.['count']) && Number(installments?.['count']) > 0;
}

function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWebUrl(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
