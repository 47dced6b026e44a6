import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Reading } from '@florin/providers';
import { CARD, openCheckout, openTestStore } from '../checkout.fixture.js';
import { GatewayError } from '../gateway.js';
import { attempt, completed } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

it('the same key and body: the first answer again, whatever happened since', async () => {
  const { pay, gateway, clock } = await openCheckout(store);
  gateway.starting = attempt();
  const first = await pay('one');
  clock.advance(60_000);
  const { number, ...rest } = CARD;
  expect(await pay('one', { ...rest, number })).toMatchObject({ status: 201, body: first.body });
  expect(gateway.count('start')).toBe(1);
});

it('the same key and another body is refused', async () => {
  const { pay, gateway } = await openCheckout(store);
  await pay('one');
  expect(await pay('one', { ...CARD, cvc: '123' })).toMatchObject({
    status: 422,
    body: { code: 'idempotency_mismatch' },
  });
  expect(gateway.count('start')).toBe(1);
});

it('while the first one runs, a resend waits', async () => {
  const { pay, gateway } = await openCheckout(store);
  let finish: (reading: Reading) => void = () => {};
  gateway.starting = new Promise((resolve) => void (finish = resolve));
  const first = pay('one');
  await vi.waitFor(() => expect(gateway.count('start')).toBe(1));
  const second = await pay('one');
  expect(second).toMatchObject({ status: 409, body: { code: 'idempotency_in_progress' } });
  expect(second.headers.get('Retry-After')).toBe('1');
  finish(completed());
  expect((await first).body.status).toBe('completed');
  expect((await pay('one')).body).toEqual((await first).body);
});

it('of the same request ten times at once, the provider hears once', async () => {
  const { pay, gateway } = await openCheckout(store);
  const answers = await Promise.all(Array.from({ length: 10 }, () => pay('one')));
  expect(answers.map(({ status }) => status).every((status) => status === 201 || status === 409)).toBe(true);
  expect(gateway.count('start')).toBe(1);
});

it('a crash in mid-request heals: after its lease the same request takes over, with the same key for the provider', async () => {
  const { pay, gateway, clock, id } = await openCheckout(store);
  gateway.starting = new Promise(() => {});
  // The server dies here: nothing after the call to the provider ever runs.
  void pay('one');
  await vi.waitFor(() => expect(gateway.count('start')).toBe(1));
  expect((await pay('one')).body.code).toBe('idempotency_in_progress');
  expect((await pay('two')).body.code).toBe('attempt_in_progress');

  clock.advance(60_000);
  gateway.starting = completed();
  expect((await pay('one')).body.status).toBe('completed');
  const keys = gateway.calls
    .filter(({ call }) => call === 'start')
    .map(({ request }) => (request as { idempotencyKey: string }).idempotencyKey);
  expect(keys).toEqual([keys[0], keys[0]]);
  expect((await store.find(id))?.attempts).toHaveLength(1);
});

it.each([
  ['cannot be reached', new GatewayError('not_sent', 'unreachable')],
  ['refuses the second sending', new GatewayError('refused', 'http_401')],
])('after a crash, a provider that %s says nothing about the first sending: no other attempt', async (_, error) => {
  const { pay, gateway, clock, id } = await openCheckout(store);
  gateway.starting = new Promise(() => {});
  // The provider charges, and the server dies before it hears of it.
  void pay('one');
  await vi.waitFor(() => expect(gateway.count('start')).toBe(1));
  clock.advance(60_000);
  gateway.starting = error;
  gateway.reading = error;
  expect(await pay('one')).toMatchObject({
    status: 201,
    body: { status: 'pending', active_attempt: { status: 'processing', uncertain: true } },
  });
  expect((await pay('two')).body.code).toBe('attempt_in_progress');
  gateway.reading = completed();
  clock.advance(2_000);
  await vi.waitFor(async () => expect((await store.find(id))?.status).toBe('completed'));
  expect((await store.find(id))?.attempts).toHaveLength(1);
});

it('after a crash before the payment was announced, a provider that cannot be reached is only asked later', async () => {
  const { pay, gateway, clock, id } = await openCheckout(store);
  const { open } = gateway;
  const hangs = vi.fn<typeof open>(() => new Promise(() => {}));
  gateway.open = hangs;
  void pay('one');
  await vi.waitFor(() => expect(hangs).toHaveBeenCalledOnce());
  clock.advance(60_000);
  gateway.open = open;
  gateway.opening = new GatewayError('unknown', 'timeout');
  expect((await pay('one')).body.active_attempt).toMatchObject({ status: 'processing', uncertain: true });
  // The first request was only slow: what it sends belongs to an attempt that is still there.
  expect((await store.find(id))?.attempts).toHaveLength(1);
});

it('after a crash that the watcher has healed, the provider is not called again', async () => {
  const { pay, gateway, clock, id, get } = await openCheckout(store);
  gateway.starting = new Promise(() => {});
  void pay('one');
  await vi.waitFor(() => expect(gateway.count('start')).toBe(1));
  clock.advance(60_000);
  gateway.reading = completed();
  await get();
  await vi.waitFor(async () => expect((await store.find(id))?.status).toBe('completed'));
  expect((await pay('one')).body.status).toBe('completed');
  expect(gateway.count('start')).toBe(1);
});

it('when the store breaks off, the same request may take over at once', async () => {
  let broken = true;
  const brittle: IntentStore = {
    ...store,
    settle: (...settled) => (broken ? Promise.reject(new Error('disk full')) : store.settle(...settled)),
  };
  const { pay, gateway, log } = await openCheckout(brittle);
  const failed = await pay('one');
  expect(failed).toMatchObject({ status: 500, body: { code: 'internal' } });
  const reference = /ref_[\w-]+/.exec(failed.body.detail ?? '')?.[0];
  expect(log).toContainEqual(expect.objectContaining({ event: 'request_failed', reference }));
  broken = false;
  expect(await pay('one')).toMatchObject({ status: 201, body: { status: 'completed' } });
  expect(gateway.count('start')).toBe(1);
});

it('a key is one of its intent and route, lives for a day and not for ever', async () => {
  const { pay, post, clock, gateway } = await openCheckout(store);
  await pay('one');
  expect((await post('/card-lookup', { bin: '424242' }, 'one')).status).toBe(200);
  const other = await openCheckout(store);
  expect((await other.pay('one')).status).toBe(201);
  clock.advance(24 * 3_600_000);
  expect((await pay('one')).status).toBe(201);
  clock.advance(48 * 3_600_000);
  expect((await pay('one')).body.code).toBe('intent_final');
  expect(gateway.count('start')).toBe(1);
});

it('a refusal uses up no key', async () => {
  const { pay, post } = await openCheckout(store);
  expect((await pay('one', { ...CARD, number: 'x' })).body.code).toBe('validation_failed');
  expect((await pay('one')).status).toBe(201);
  expect((await post('/attempts', {}, '')).body.code).toBe('idempotency_key_missing');
});
