import type { CardInput } from '@florin/contract';
import type { GatewayPayment, StartRequest } from '../../gateway.js';
import { createPurseGateway, type PurseOptions } from './index.js';
import { json, scriptedProvider, type Reply } from './scripted-provider.fixture.js';

/** An attempt's id, as long as the server makes them. */
export const attemptId = (name = 'one') => `pa_${name.padEnd(24, '-')}`;

export const payment: GatewayPayment = {
  id: 'pi_1',
  amount: { value: 12_000, currency: 'EUR', exponent: 2 },
  description: 'Order 1024',
  returnUrl: 'https://shop.example/return/pi_1',
  shopUrl: 'https://shop.example/checkout',
  customer: { email: 'ada@shop.example', firstName: 'Ada', lastName: 'Lovelace' },
  metadata: {},
  order: { reference: '1024' },
  providerIntentId: 'ses_1',
};
export const card: CardInput = { type: 'card', number: '4242424242424242', exp_month: 4, exp_year: 2042, cvc: '424' };
export const start: StartRequest = {
  payment,
  attempt: { id: attemptId() },
  option: { type: 'card' },
  input: card,
  token: null,
  installments: null,
  plan: null,
  save: false,
  authenticate: false,
  browser: null,
  notificationUrl: 'https://shop.example/three-ds/n',
  returnUrl: 'https://shop.example/return/pi_1?three_ds=n',
  idempotencyKey: attemptId(),
};
export const plan = {
  id: 'alma_4_0_0',
  payments: [{ due_at: '2026-01-15T10:00:00.000Z', amount: 12_000, fee: 0 }],
  total: 12_000,
};
export const financed: StartRequest = {
  ...start,
  option: { type: 'installments', code: 'almacb4x', plans: [plan] },
  input: { type: 'installments', code: 'almacb4x', plan: plan.id, total: plan.total, card },
  plan,
};
export const at = { payment, attempt: { id: attemptId(), providerId: 'pay_1' }, idempotencyKey: 'k1' };

/** A payment as Purse writes it down. */
export const native = (fields: object = {}) => ({
  id: 'pay_1',
  version: 2,
  amount: 12_000,
  currency: 'EUR',
  client_session_id: 'ses_1',
  order_reference: `1024-${attemptId()}`,
  state: 'SUCCESS',
  code: 'SUCCEEDED',
  psp: { name: 'alma', status: 'in_progress' },
  totals: { authorized: 12_000, available_to_capture: 0, captured: 12_000, refunded: 0 },
  ...fields,
});

export const routes = {
  token: 'POST /oauth/token',
  sessions: 'POST /payment/v2/client-sessions',
  vault: 'POST /vault/v1/form-tokens',
  pay: 'POST /payment/v2/payments',
  list: 'GET /payment/v2/payments?client_session_id=ses_1',
  read: 'GET /payment/v2/payments/pay_1',
  capture: 'POST /payment/v2/payments/pay_1/capture',
};

/** A Purse that grants tokens, keeps cards and has no payment yet, but for what the test says. */
export function openPurse(
  replies: Partial<Record<keyof typeof routes, Reply | Reply[]>> = {},
  options: Partial<PurseOptions> = {},
) {
  const script: Partial<Record<keyof typeof routes, Reply | Reply[]>> = {
    token: json({ access_token: 'tok_1', token_type: 'Bearer', expires_in: 3600 }),
    sessions: json({ id: 'ses_1', status: 'CREATED', amount: 12_000, currency: 'EUR' }, 201),
    vault: json({ vault_form_token: 'vft_1' }, 201),
    // Before `pay`, whose path it begins with.
    capture: json(native()),
    pay: json(native(), 201),
    list: json({ payments: [] }),
    read: json(native()),
    ...replies,
  };
  const byRoute = Object.entries(script).map(([name, reply]) => [routes[name as keyof typeof routes], reply] as const);
  const provider = scriptedProvider(Object.fromEntries(byRoute) as Record<string, Reply | Reply[]>);
  const gateway = createPurseGateway({
    baseUrl: 'https://purse.example/',
    clientId: 'client_1',
    clientSecret: 'secret_1',
    apiKey: 'key_1',
    entityId: 'entity_1',
    retryDelay: 0,
    fetch: provider.fetch,
    ...options,
  });
  const sent = (name: keyof typeof routes) =>
    provider.to(routes[name]).filter(({ path }) => name !== 'pay' || path === '/payment/v2/payments');
  return { gateway, calls: provider.calls, sent };
}
