import type { Reading } from '@florin/providers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, openCheckout, openTestStore } from '../checkout.fixture.js';
import { GatewayError } from '../gateway.js';
import { completed, declined } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

const MINUTE = 60_000;

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const refunded = (minor: number): Reading => ({
  ...completed(),
  status: 'partially_refunded',
  refunded: { minor },
});

type Opened = Awaited<ReturnType<typeof openCheckout>>;

function withWebhooks(checkout: Opened) {
  const request = () =>
    new Request(`${BASE}/webhooks/scripted`, {
      method: 'POST',
      headers: { 'x-signature': 'right' },
      body: `TRX_${checkout.id}`,
    });
  return { ...checkout, deliver: () => checkout.server.fetch(request()) };
}

async function openPaid(options: Parameters<typeof openCheckout>[1] = {}) {
  const checkout = await openCheckout(store, options);
  await checkout.pay();
  return withWebhooks(checkout);
}

describe('what went back of a payment', () => {
  it('is told with each amount and its time, and each time in a newer version', async () => {
    const { get, clock, gateway, deliver, server, id } = await openPaid();
    const paidAt = new Date(clock.now()).toISOString();
    const paid = (await get()).body;
    expect(paid).toMatchObject({ status: 'completed', completed_at: paidAt });
    expect(paid).not.toHaveProperty('refunds');

    clock.advance(1_000);
    const firstAt = new Date(clock.now()).toISOString();
    gateway.reading = refunded(1000);
    await deliver();
    const first = (await get()).body;
    clock.advance(1_000);
    const secondAt = new Date(clock.now()).toISOString();
    gateway.reading = refunded(1500);
    await deliver();
    await deliver();
    const second = (await get()).body;

    const refunds = [
      { amount: 1000, at: firstAt },
      { amount: 500, at: secondAt },
    ];
    expect(first).toMatchObject({
      status: 'partially_refunded',
      refunds: refunds.slice(0, 1),
      version: paid.version + 1,
    });
    expect(second).toMatchObject({ status: 'partially_refunded', refunds, version: paid.version + 2 });
    expect(await server.readIntent(id)).toMatchObject({ completedAt: paidAt, refunds });
  });

  it('stands in a snapshot, which has nothing of what only the checkout needs', async () => {
    const { gateway, deliver, server, id } = await openPaid();
    gateway.reading = { ...completed(), status: 'charged_back', charged_back: { minor: 4999 } };
    await deliver();
    expect(await server.snapshot(id)).toEqual({
      id,
      version: expect.any(Number),
      status: 'charged_back',
      amount: { value: 4999, currency: 'EUR', exponent: 2 },
      merchant: { name: '' },
      completed_at: expect.any(String),
      charge_backs: [{ amount: 4999, at: expect.any(String) }],
      active_attempt: {
        id: expect.any(String),
        status: 'completed',
        uncertain: false,
        method: { type: 'card', label: expect.any(String) },
        failure: null,
      },
    });
    expect(await server.snapshot('pi_nobody')).toBeNull();
  });
});

describe('a refund whose webhook was lost', () => {
  it.each(['page', 'merchant', 'snapshot'] as const)('is learnt when the %s looks, once a minute', async (who) => {
    const { get, clock, gateway, server, id } = await openPaid();
    const look = {
      page: async () => (await get()).body,
      merchant: () => server.readIntent(id),
      snapshot: () => server.snapshot(id),
    };
    gateway.reading = refunded(1000);
    clock.advance(MINUTE - 1);
    await look[who]();
    // What has just been paid has just been read.
    expect(gateway.count('read')).toBe(0);
    clock.advance(1);
    expect(await look[who]()).toMatchObject({ status: 'partially_refunded', refunds: [{ amount: 1000 }] });

    gateway.reading = refunded(1500);
    clock.advance(MINUTE - 1);
    await Promise.all([look[who](), look[who]()]);
    expect(gateway.count('read')).toBe(1);
    clock.advance(1);
    await Promise.all([look[who](), look[who]()]);
    expect(gateway.count('read')).toBe(2);
    expect(await look[who]()).toMatchObject({ refunds: [{ amount: 1000 }, { amount: 500 }] });
  });

  it('is learnt as often as the merchant wants', async () => {
    const { get, clock, gateway } = await openPaid({ paidPollInterval: 5_000 });
    gateway.reading = refunded(1000);
    clock.advance(5_000);
    expect((await get()).body.status).toBe('partially_refunded');
  });

  it('is asked of the attempt that was paid, though another one failed after it', async () => {
    const { pay, get, clock, gateway, deliver, id } = withWebhooks(await openCheckout(store));
    gateway.starting = declined('GENERIC_DECLINE');
    const first = (await pay()).body.active_attempt?.id ?? '';
    gateway.starting = declined('GENERIC_DECLINE', { id: 'att_2' });
    await pay();
    gateway.hint = { intentId: id, attemptId: first };
    gateway.readings.set(first, completed());
    await deliver();
    expect((await get()).body.status).toBe('completed');
    gateway.readings.set(first, refunded(1000));
    clock.advance(MINUTE);
    expect((await get()).body).toMatchObject({ status: 'partially_refunded', refunds: [{ amount: 1000 }] });
  });

  it('of a provider that is down is learnt later: what is known is told', async () => {
    const { get, clock, gateway, log } = await openPaid();
    gateway.reading = new GatewayError('unknown', 'http_503');
    clock.advance(MINUTE);
    expect((await get()).body.status).toBe('completed');
    expect(log).toMatchObject([{ event: 'provider_read_failed' }]);
    gateway.reading = refunded(1000);
    clock.advance(MINUTE);
    expect((await get()).body.status).toBe('partially_refunded');
  });

  it('of a provider that the merchant has left is asked of nobody', async () => {
    const { id, clock } = await openPaid();
    const { server, log } = await openCheckout(store, { clock }, { gatewayName: 'another' });
    clock.advance(MINUTE);
    expect(await server.readIntent(id)).toMatchObject({ status: 'completed' });
    expect(log).toEqual([]);
  });
});

it('a payment that was not paid has nothing to give back: it is not asked about', async () => {
  const { get, clock, gateway, server, id } = await openCheckout(store, {}, { expiresIn: MINUTE });
  clock.advance(10 * MINUTE);
  expect((await get()).body.status).toBe('expired');
  clock.advance(10 * MINUTE);
  await Promise.all([get(), server.readIntent(id), server.snapshot(id)]);
  expect(gateway.calls.filter(({ call }) => call !== 'open')).toEqual([]);
});
