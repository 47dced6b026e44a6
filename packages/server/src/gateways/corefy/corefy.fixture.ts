import type { CardInput } from '@florin/contract';
import { provider } from '@florin/providers/payments-trust';
import type { GatewayPayment, StartRequest } from '../../gateway.js';
import { createCorefyGateway, type CorefyOptions } from './index.js';

export type Json = Record<string, unknown>;

/** Which call of the platform it is. */
export type Route = 'create' | 'find' | 'get' | 'sale' | 'otp' | 'other';

export interface Call {
  route: Route;
  url: string;
  authorization: string | null;
  scenario: string | null;
  body: Json | null;
  signal: AbortSignal | null | undefined;
}

export type Reply = Response | Error | ((call: Call) => Response | Promise<Response>);

export const NOW = Date.parse('2026-01-15T10:00:00Z');
export const CARD: CardInput = { type: 'card', number: '4242424242424242', exp_month: 4, exp_year: 2030, cvc: '987' };

/** The platform, scripted: each route answers in turn, and its last answer again. */
export function openCorefy(replies: Partial<Record<Route, Reply[]>> = {}, options: Partial<CorefyOptions> = {}) {
  const calls: Call[] = [];
  const script: Partial<Record<Route, Reply[]>> = { create: [created()], get: [json(invoice())], ...replies };
  const gateway = createCorefyGateway(provider, {
    baseUrl: 'https://com.brand.example/api/',
    cardGatewayUrl: 'https://cards.brand.example',
    accountId: 'coma_1',
    apiKey: 'key_1',
    retryDelay: 0,
    now: () => NOW,
    fetch: async (input, init) => {
      const url = String(input);
      const headers = new Headers(init?.headers);
      const route = routeOf(url, init?.method ?? 'GET');
      const call: Call = {
        route,
        url,
        authorization: headers.get('Authorization'),
        scenario: headers.get('X-Sandbox-Scenario'),
        body: init?.body ? (JSON.parse(String(init.body)) as Json) : null,
        signal: init?.signal,
      };
      calls.push(call);
      const turn = calls.filter((each) => each.route === route).length;
      const reply = script[route]?.[Math.min(turn, script[route].length) - 1];
      if (typeof reply === 'function') return reply(call);
      if (!reply || reply instanceof Error) throw reply ?? new Error(`Nothing was scripted for ${url}`);
      return reply.clone();
    },
    ...options,
  });
  const routes = () => calls.map(({ route }) => route);
  const sent = (route: Route) => calls.find((call) => call.route === route);
  const attributesOf = (route: Route) => attributesIn(sent(route)?.body);
  return { gateway, calls, routes, sent, attributesOf };
}

export function attributesIn(body: Json | null | undefined): Json {
  const { attributes } = (body?.['data'] ?? {}) as { attributes?: Json };
  return attributes ?? {};
}

function routeOf(url: string, method: string): Route {
  if (url.startsWith('https://cards.brand.example')) return url.endsWith('/payment/sale') ? 'sale' : 'otp';
  if (!url.startsWith('https://com.brand.example/api/payment-invoices')) return 'other';
  if (method === 'POST') return 'create';
  return url.includes('filter') ? 'find' : 'get';
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

export const resource = (attributes: Json = {}, id = 'cpi_1') => ({
  type: 'payment-invoices',
  id,
  attributes: {
    status: 'processed',
    resolution: 'ok',
    amount: 49.99,
    currency: 'EUR',
    reference_id: 'pa_1',
    metadata: [],
    flow_data: [],
    updated: 1_768_471_200,
    ...attributes,
  },
});
export const invoice = (attributes: Json = {}) => ({ data: resource(attributes) });
export const live = (resolution = 'ok', attributes: Json = {}) =>
  invoice({ status: 'process_pending', resolution, flow_data: flowData, ...attributes });

/** The hosted page, and the key that a card is sent with. */
export const flowData = {
  action: 'https://pay.brand.example/hpp/?cpi=cpi_1',
  method: 'GET',
  params: [],
  metadata: { sid: 'cgi_1', token: 'the.card.token' },
};

/** An invoice as it was asked for. */
export const created =
  (attributes: Json = {}, status = 201) =>
  ({ body }: Pick<Call, 'body'>) => {
    const { amount, currency, reference_id, metadata } = attributesIn(body);
    const asked = { amount, currency, reference_id, metadata };
    return json(invoice({ status: 'created', flow_data: flowData, ...asked, ...attributes }), status);
  };

/** What the card gateway answers, with what the customer has to do. */
export const sale = (step: Json = {}) =>
  json(
    { data: { id: 'cgi_1', attributes: { status: 'process_pending', resolution: 'ok', amount: 49.99 } }, ...step },
    201,
  );

export const challenge = {
  auth_mode: '3ds',
  auth_payload: { action: 'https://acs.example/challenge', method: 'POST', params: { creq: 'Y3JlcQ' } },
};

export const refusedConnection = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
export const lostConnection = () => new TypeError('fetch failed');

export const payment: GatewayPayment = {
  id: 'pi_1',
  amount: { value: 4999, currency: 'EUR', exponent: 2 },
  description: 'Order 1024',
  returnUrl: 'https://shop.example/return/pi_1',
  shopUrl: 'https://shop.example/checkout',
  customer: { email: 'ada@shop.example', firstName: 'Ada', lastName: 'Lovelace' },
  metadata: { order: '1024' },
  order: null,
  providerIntentId: null,
};

export const start: StartRequest = {
  payment,
  attempt: { id: 'pa_1' },
  option: { type: 'card' },
  input: CARD,
  token: null,
  installments: null,
  plan: null,
  save: false,
  authenticate: false,
  browser: null,
  notificationUrl: 'https://shop.example/three-ds/n1',
  returnUrl: 'https://shop.example/return/pi_1?three_ds=n1',
  idempotencyKey: 'pa_1',
};

export const errorOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);
