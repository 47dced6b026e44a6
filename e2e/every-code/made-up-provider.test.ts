import { createCheckout } from '@florin/core';
import { codesOf, unlistedStatus, unread, unreadable, type Provider, type Reading } from '@florin/providers';
import { createCheckoutServer, openStore, type Gateway } from '@florin/server';
import { afterAll, beforeAll, expect, it } from 'vitest';

/*
 * A provider that exists nowhere but here, to show what adding one takes: the room (statuses, codes, read) and a gateway.
 * In the house each of them is a file of its own: docs/providers.md.
 */

// statuses.ts
const statuses = new Map<string, { attempt: string; payment?: 'completed' }>([
  ['BREWING', { attempt: 'processing' }],
  ['POURED', { attempt: 'completed', payment: 'completed' }],
  ['SPILT', { attempt: 'failed' }],
]);

// codes.ts
const codes = codesOf({
  CUP_EMPTY: { reason: 'insufficient_funds' },
  CUP_STOLEN: { reason: 'blocked' },
  NO_CUP: { sameAs: 'CUP_EMPTY' },
});

// read.ts
function read(payload: unknown): Reading {
  const { id, status, why } = (payload ?? {}) as { id?: string; status?: string; why?: string };
  if (typeof status !== 'string') return unreadable([{ pointer: '/status', code: 'required' }]);
  const { attempt, payment } = statuses.get(status) ?? { attempt: unlistedStatus(status) };
  const failure = attempt === 'failed' && why !== undefined ? codes.describe(why) : null;
  return {
    ...(payment && { status: payment }),
    attempt: { ...unread, ...(id !== undefined && { id }), status: attempt, uncertain: false, failure },
  };
}

// index.ts
const teapot: Provider = { id: 'teapot', codes: codes.names, read, describeFailure: (code) => codes.describe(code) };

/** What the provider answers, whenever it is asked. */
let answer: object = {};
const ask = async () => teapot.read(answer);
const gateway: Gateway = { start: ask, confirm: ask, read: ask };

const SHOP = 'http://teashop.test/pay';
const CARD = { type: 'card', number: '4242424242424242', exp_month: 4, exp_year: 2042, cvc: '123' } as const;
let server: ReturnType<typeof createCheckoutServer>;
beforeAll(async () => {
  server = createCheckoutServer({ store: await openStore({}), gateways: { teapot: gateway }, publicUrl: SHOP });
});
afterAll(() => server.close());

async function pay() {
  const { intent, clientSecret } = await server.createIntent({
    amount: { value: 300, currency: 'EUR', exponent: 2 },
    methods: [{ type: 'card' }],
  });
  const checkout = createCheckout({
    endpoint: SHOP,
    intent: intent.id,
    clientSecret,
    fetch: (input, init) => server.fetch(new Request(input, init)),
  });
  await checkout.load();
  await checkout.submit(CARD);
  checkout.destroy();
  return checkout.state;
}

it.each([
  [{ id: 't1', status: 'POURED' }, { phase: 'completed' }],
  [{ id: 't2', status: 'BREWING' }, { phase: 'processing' }],
  [
    { id: 't3', status: 'SPILT', why: 'CUP_EMPTY' },
    { phase: 'ready', failure: { reason: 'insufficient_funds' } },
  ],
  [
    { id: 't4', status: 'SPILT', why: 'no_cup' },
    { phase: 'ready', failure: { reason: 'insufficient_funds' } },
  ],
  [
    { id: 't5', status: 'SPILT', why: 'CUP_STOLEN' },
    { phase: 'ready', failure: { reason: 'generic_decline' } },
  ],
  [{ id: 't6', status: 'STEEPING' }, { phase: 'processing' }],
  // No word of the teapot's, whatever it is in the contract.
  [{ id: 't9', status: 'completed' }, { phase: 'processing' }],
  [{ id: 't7' }, { phase: 'verifying', failure: null }],
])('through the server: %j', async (payload, state) => {
  answer = payload;
  expect(await pay()).toMatchObject(state);
});

it('in the browser, of a backend that only relays it', async () => {
  const intent = {
    id: 'pi_tea',
    version: 2,
    status: 'pending',
    amount: { value: 300, currency: 'EUR', exponent: 2 },
    merchant: { name: 'Tea shop' },
    server_time: '2026-11-21T10:00:00Z',
    methods: [{ type: 'card' }],
    active_attempt: null,
  };
  const relayed = { provider: 'teapot', intent, payload: { id: 't8', status: 'SPILT', why: 'CUP_EMPTY' } };
  const checkout = createCheckout({
    endpoint: SHOP,
    intent: intent.id,
    clientSecret: 'secret',
    providers: { teapot: async () => teapot },
    fetch: async () => Response.json(relayed),
  });
  await checkout.load();
  expect(checkout.state).toMatchObject({ phase: 'ready', failure: { reason: 'insufficient_funds' } });
  checkout.destroy();
});
