import type { Intent, Problem } from '@florin/contract';
import { createCheckoutServer, type CheckoutServer, type CheckoutServerOptions } from './checkout-server.js';
import type { NewIntent } from './create-intent.js';
import type { LogEntry } from './log.js';
import { ManualClock } from './manual-clock.fixture.js';
import { ScriptedGateway } from './scripted-gateway.fixture.js';
import type { IntentStore } from './store/intent-store.js';
import { openStore } from './store/open-store.js';

export const CARD = {
  type: 'card',
  number: '4242424242424242',
  exp_month: 12,
  exp_year: 2030,
  cvc: '987',
  holder: 'Ada Lovelace',
};
export const BASE = 'https://shop.example/api/checkout';

/** A PostgreSQL server where `FLORIN_TEST_POSTGRES` names one, the embedded store otherwise. */
export function openTestStore(): Promise<IntentStore> {
  return openStore({ databaseUrl: process.env['FLORIN_TEST_POSTGRES'] });
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Intent & Problem;
}

interface Opened extends Partial<NewIntent> {
  /** What is swept is swept for all intents of a gateway: a test of that takes a name of its own. */
  gatewayName?: string;
}

/** A server on a store that other tests share, with its intent. */
export async function openCheckout(
  store: IntentStore,
  options: Partial<CheckoutServerOptions> = {},
  { gatewayName = 'scripted', ...intent }: Opened = {},
) {
  const clock = new ManualClock();
  const gateway = new ScriptedGateway();
  const log: LogEntry[] = [];
  const server = createCheckoutServer({
    store: { ...store, close: async () => {} },
    gateways: { [gatewayName]: gateway },
    publicUrl: BASE,
    clock,
    log: (entry) => log.push(entry),
    ...options,
  });
  /** Another intent at the same server. */
  const open = (more: Partial<NewIntent> = {}) => openIntent(server, store, more);
  return { server, clock, gateway, log, store, open, ...(await open(intent)) };
}

let keys = 0;

export async function openIntent(server: CheckoutServer, store: IntentStore, options: Partial<NewIntent>) {
  const { intent, clientSecret } = await server.createIntent({
    amount: { value: 4999, currency: 'EUR', exponent: 2 },
    methods: [{ type: 'card' }],
    ...options,
  });
  const { id } = intent;
  const url = `${BASE}/intents/${id}`;

  async function call(path: string, init: RequestInit = {}, secret = clientSecret): Promise<Answer> {
    const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json', ...init.headers };
    const response = await server.fetch(new Request(`${url}${path}`, { ...init, headers }));
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  }
  const post = (path: string, body: unknown = {}, key = `key-${(keys += 1)}`) =>
    call(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Idempotency-Key': key } });
  const pay = (key?: string, method: object = CARD) => post('/attempts', { method }, key);
  const get = () => call('');
  const act = async (action: string, body: unknown = {}, key?: string) => {
    const intent = await store.find(id);
    return post(`/attempts/${intent?.attempts.at(-1)?.id}/${action}`, body, key);
  };
  /** The ids of the saved cards that the intent lists. */
  const listed = async () =>
    (await get()).body.methods.flatMap((method) =>
      'cards' in method && Array.isArray(method.cards) ? method.cards.map(({ id }) => String(id)) : [],
    );
  return { intent, id, clientSecret, url, call, post, pay, get, act, listed };
}
