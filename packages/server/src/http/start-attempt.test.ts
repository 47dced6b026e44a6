import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BASE, CARD, openCheckout, openTestStore } from '../checkout.fixture.js';
import { GatewayError } from '../gateway.js';
import { attempt, completed, declined } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

describe('paying', () => {
  it('answers the paid intent, with all that is kept of the card', async () => {
    const { pay, gateway } = await openCheckout(store);
    const { status, headers, body } = await pay();
    expect(status).toBe(201);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(body).toMatchObject({
      status: 'completed',
      active_attempt: { status: 'completed', method: { type: 'card', label: 'Visa •••• 4242' }, failure: null },
    });
    expect(gateway.calls.map(({ call }) => call)).toEqual(['open', 'start']);
  });

  it('tells the provider where the issuer reports to, and keeps one key for the attempt', async () => {
    const { pay, gateway, id } = await openCheckout(store);
    const { body } = await pay();
    const kept = await store.find(id);
    expect(gateway.calls[1]?.request).toMatchObject({
      idempotencyKey: body.active_attempt?.id,
      notificationUrl: `${BASE}/three-ds/${kept?.attempts[0]?.nonce}`,
      returnUrl: `${BASE}/return/${id}?three_ds=${kept?.attempts[0]?.nonce}`,
      input: CARD,
      payment: { providerIntentId: `TRX_${id}`, returnUrl: `${BASE}/return/${id}`, shopUrl: null },
    });
  });

  it('keeps and logs nothing of the card', async () => {
    const { pay, id, log, gateway, server } = await openCheckout(store);
    gateway.starting = new Error(`4242424242424242 987`);
    await pay();
    const everything = JSON.stringify([await store.find(id), log, await server.readIntent(id)]);
    expect(everything).not.toMatch(/4242424242|\b987\b|Lovelace/);
  });

  it('hands out the address and the nonce of a challenge', async () => {
    const { pay, gateway, id } = await openCheckout(store);
    const challenge = { type: 'three_ds_challenge' as const, url: 'https://acs.example/', params: { creq: 'c' } };
    gateway.starting = attempt({
      status: 'action_required',
      next_action: { ...challenge, notification_origin: '', nonce: '' },
    });
    const { body } = await pay();
    expect(body.active_attempt?.next_action).toEqual({
      ...challenge,
      notification_origin: 'https://shop.example',
      nonce: (await store.find(id))?.attempts[0]?.nonce,
    });
  });
});

it('3-D Secure of an attempt that the provider failed over to is reported at the address that it was told', async () => {
  const { pay, gateway, get, clock } = await openCheckout(store);
  const challenge = { type: 'three_ds_challenge' as const, url: 'https://acs.example/', params: { creq: 'c' } };
  gateway.starting = attempt();
  const first = await pay();
  gateway.reading = attempt({
    id: 'att_2',
    status: 'action_required',
    is_fallback: true,
    next_action: { ...challenge, notification_origin: '', nonce: '' },
  });
  // Who watches it may be the one whose turn it is to ask.
  const active_attempt = await vi.waitFor(async () => {
    clock.advance(2_000);
    const { active_attempt } = (await get()).body;
    expect(active_attempt).toMatchObject({ is_fallback: true, next_action: challenge });
    return active_attempt;
  });
  expect(active_attempt?.id).not.toBe(first.body.active_attempt?.id);
  const action = active_attempt?.next_action as { nonce?: string };
  const told = gateway.calls.find(({ call }) => call === 'start')?.request;
  expect(told).toMatchObject({ notificationUrl: `${BASE}/three-ds/${action.nonce}` });
});

describe('one at a time', () => {
  it('of ten at once, exactly one becomes an attempt', async () => {
    const { pay, gateway, id } = await openCheckout(store);
    gateway.starting = attempt();
    const answers = await Promise.all(Array.from({ length: 10 }, () => pay()));
    const codes = answers.map(({ status, body }) => (status === 201 ? 'created' : body.code));
    expect(codes.filter((code) => code === 'created')).toHaveLength(1);
    expect(codes.filter((code) => code === 'attempt_in_progress')).toHaveLength(9);
    expect(gateway.count('start')).toBe(1);
    expect((await store.find(id))?.attempts).toHaveLength(1);
  });

  it.each([
    ['in progress', attempt()],
    ['waiting for the customer', attempt({ status: 'action_required', next_action: { type: 'otp' } })],
    ['uncertain', attempt({ uncertain: true })],
    ['in a state nobody lists', attempt({ status: 'pondering' })],
  ])('no second one while the first is %s', async (_, reading) => {
    const { pay, gateway } = await openCheckout(store);
    gateway.starting = reading;
    await pay();
    expect(await pay()).toMatchObject({ status: 409, body: { code: 'attempt_in_progress' } });
  });

  it('another one after a decline', async () => {
    const { pay, gateway } = await openCheckout(store);
    gateway.starting = declined('INSUFFICIENT_BALANCE');
    expect((await pay()).body).toMatchObject({
      status: 'pending',
      active_attempt: { status: 'failed', failure: { reason: 'insufficient_funds' } },
    });
    gateway.starting = completed({ id: 'att_2' });
    expect((await pay()).body.status).toBe('completed');
    expect(gateway.count('open')).toBe(1);
  });

  it('none on a final intent, and none that is not offered', async () => {
    const { pay } = await openCheckout(store);
    expect(await pay(undefined, { type: 'qr' })).toMatchObject({ status: 422, body: { code: 'method_not_available' } });
    await pay();
    expect(await pay()).toMatchObject({ status: 409, body: { code: 'intent_final' } });
  });

  it('not too many', async () => {
    const { pay, gateway, clock } = await openCheckout(store, { attemptLimit: { max: 2, per: 60_000 } });
    for (const id of ['att_1', 'att_2']) {
      gateway.starting = declined('GENERIC_DECLINE', { id });
      await pay();
    }
    const refused = await pay();
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(refused.headers.get('Retry-After')).toBe('60');
    clock.advance(60_000);
    gateway.starting = completed({ id: 'att_3' });
    expect((await pay()).status).toBe(201);
  });
});

it.each(['ALREADY_PROCESSED', 'UNKNOWN_OUTCOME'])(
  'a failure that says "ask what became of it" (%s) is asked about, and nobody pays again meanwhile',
  async (code) => {
    const { pay, gateway, clock, id } = await openCheckout(store);
    gateway.starting = declined(code);
    gateway.reading = declined(code);
    await pay();
    expect((await pay()).body.code).toBe('attempt_in_progress');
    // Not even its time ends it: it may have been paid.
    clock.advance(3_600_000);
    await vi.waitFor(() => expect(gateway.count('read')).toBeGreaterThan(0));
    expect((await store.find(id))?.status).toBe('pending');
    gateway.reading = completed({ id: 'att_0' });
    await vi.waitFor(async () => {
      clock.advance(300_000);
      expect((await store.find(id))?.status).toBe('completed');
    });
    expect(gateway.count('start')).toBe(1);
  },
);

describe('when the provider does not answer plainly', () => {
  it('an unknown outcome is uncertain, then becomes known by itself', async () => {
    const { pay, gateway, clock, get, id, log } = await openCheckout(store);
    gateway.starting = new GatewayError('unknown', 'timeout');
    const { status, body } = await pay('one');
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'pending', active_attempt: { status: 'processing', uncertain: true } });
    expect(log).toContainEqual(expect.objectContaining({ event: 'provider_start_failed', code: 'timeout' }));

    gateway.reading = completed();
    clock.advance(2_000);
    await vi.waitFor(async () => expect((await store.find(id))?.status).toBe('completed'));
    expect((await get()).body.active_attempt).toMatchObject({ status: 'completed', uncertain: false });
    expect((await pay('one')).body).toEqual(body);
    expect(gateway.count('start')).toBe(1);
  });

  it('what a gateway throws without saying so is unknown too', async () => {
    const { pay, gateway } = await openCheckout(store);
    gateway.starting = new TypeError('boom');
    expect((await pay()).body.active_attempt).toMatchObject({ status: 'processing', uncertain: true });
  });

  it('an attempt the provider never received is given up after a while', async () => {
    const { pay, gateway, clock, get } = await openCheckout(store, { unreceivedAfter: 5_000 });
    gateway.starting = new GatewayError('unknown', 'timeout');
    gateway.reading = { status: 'pending', attempt: null };
    await pay();
    clock.advance(3_000);
    expect((await get()).body.active_attempt).toMatchObject({ status: 'processing', uncertain: true });
    clock.advance(3_000);
    await vi.waitFor(async () =>
      expect((await get()).body.active_attempt).toMatchObject({
        status: 'failed',
        failure: { reason: 'try_again_later' },
      }),
    );
  });

  it('what certainly was not sent leaves nothing behind: the same key runs again', async () => {
    const { pay, gateway, id } = await openCheckout(store);
    gateway.starting = new GatewayError('not_sent', 'unreachable', { retryAfter: 7 });
    const refused = await pay('one');
    expect(refused).toMatchObject({ status: 503, body: { code: 'provider_unavailable' } });
    expect(refused.headers.get('Retry-After')).toBe('7');
    expect((await store.find(id))?.attempts).toEqual([]);
    gateway.starting = completed();
    expect((await pay('one')).body.status).toBe('completed');
  });

  it('before the payment is announced no money can move: every trouble there is "try again"', async () => {
    const { pay, gateway } = await openCheckout(store);
    gateway.opening = new GatewayError('unknown', 'timeout');
    expect((await pay('one')).body.code).toBe('provider_unavailable');
    gateway.opening = null;
    expect((await pay('one')).body.status).toBe('completed');
  });

  it('is paid where everybody looks, when two processes have announced it', async () => {
    const { gateway, id, pay } = await openCheckout(store);
    gateway.open = async () => {
      // The other one was faster.
      await store.recordProviderIntent(id, 'scripted', `TRX_other_${id}`);
      return `TRX_own_${id}`;
    };
    await pay();
    const { request } = gateway.calls.find(({ call }) => call === 'start') ?? {};
    expect(request).toMatchObject({ payment: { providerIntentId: `TRX_other_${id}` } });
  });

  it('a charge is not wanted any more once its request may have been taken over', async () => {
    const { gateway, pay, clock } = await openCheckout(store);
    await pay();
    const { request } = gateway.calls.find(({ call }) => call === 'start') ?? {};
    const { isInTime } = request as { isInTime: () => boolean };
    clock.advance(59_999);
    expect(isInTime()).toBe(true);
    clock.advance(1);
    expect(isInTime()).toBe(false);
  });

  it('a refusal is a failed attempt with its reason', async () => {
    const { pay, gateway } = await openCheckout(store);
    const failure = {
      code: { value: 'http_422', category: 'CUSTOMER_ERROR', message: 'for you' },
      reason: 'check_number',
    };
    gateway.starting = new GatewayError('refused', 'http_422', { failure });
    expect((await pay()).body.active_attempt).toMatchObject({
      status: 'failed',
      failure: { code: { message: null }, reason: 'check_number' },
    });
  });
});
