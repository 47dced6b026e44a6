import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, openCheckout, openTestStore } from '../checkout.fixture.js';
import { attempt, completed, declined, ScriptedGateway } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

/** A provider with a payment of its own for each attempt: its callbacks bring back our ids. */
async function openPerAttempt() {
  const other = new ScriptedGateway();
  const gateway = new ScriptedGateway();
  const checkout = await openCheckout(store, { gateways: { scripted: gateway, other } }, { gateway: 'scripted' });
  const { server, id } = checkout;
  const send = (init: RequestInit, path = '/webhooks/scripted') =>
    server.fetch(new Request(`${BASE}${path}`, { headers: { 'x-signature': 'right' }, ...init }));
  const deliver = async (attemptId: string | undefined, init: RequestInit = {}, path?: string) => {
    gateway.hint = other.hint = { intentId: id, attemptId: attemptId ?? '' };
    return (await send({ method: 'POST', body: '{}', ...init }, path)).status;
  };
  const kept = async () => {
    const intent = await store.find(id);
    if (!intent) throw new Error('The intent is gone.');
    return intent;
  };
  const begin = async (reading: Awaited<ScriptedGateway['starting']>) => {
    gateway.starting = reading;
    const { body } = await checkout.pay();
    return body.active_attempt?.id ?? '';
  };
  return { ...checkout, gateway, other, send, deliver, kept, begin };
}

describe('a callback about one attempt', () => {
  it('has that attempt read, not the newest: an earlier one may have been paid after all', async () => {
    const { begin, deliver, kept, gateway, log, server, id, get } = await openPerAttempt();
    const first = await begin(declined('GENERIC_DECLINE', { id: 'cpi_1' }));
    const second = await begin(attempt({ id: 'cpi_2' }));
    gateway.readings.set(first, completed({ id: 'cpi_1' }));
    gateway.readings.set(second, attempt({ id: 'cpi_2' }));

    expect(await deliver(first)).toBe(200);
    expect(gateway.calls.at(-1)?.request).toMatchObject({ attempt: { id: first, providerId: 'cpi_1' } });
    expect(await kept()).toMatchObject({
      status: 'completed',
      attempts: [{ status: 'completed', failure: null }, { status: 'processing' }],
    });
    // The customer sees what was paid.
    expect((await get()).body).toMatchObject({ status: 'completed', active_attempt: { id: first } });
    expect(log).toEqual([]);

    gateway.readings.set(second, completed({ id: 'cpi_2' }));
    await deliver(second);
    await deliver(second);
    expect(log).toEqual([{ level: 'error', event: 'paid_twice', intent: id, attempts: [first, second] }]);
    expect(await server.readIntent(id)).toMatchObject({
      status: 'completed',
      alarm: 'paid_twice',
      attempts: [
        { status: 'completed', providerAttemptId: 'cpi_1' },
        { status: 'completed', providerAttemptId: 'cpi_2' },
      ],
    });
  });

  it('while the attempt beside a paid one is undecided it is asked about, however often the other is named', async () => {
    const { begin, deliver, kept, gateway, clock } = await openPerAttempt();
    const first = await begin(declined('GENERIC_DECLINE', { id: 'cpi_1' }));
    const second = await begin(attempt({ id: 'cpi_2' }));
    gateway.readings.set(first, completed({ id: 'cpi_1' }));
    await deliver(first);
    gateway.readings.set(second, declined('EXPIRED', { id: 'cpi_2' }));
    clock.advance(2_000);
    await expect.poll(async () => (await kept()).attempts[1]?.status).toBe('failed');
    expect((await kept()).status).toBe('completed');
  });

  it('of an intent that ended otherwise it is said loudly, to the merchant too', async () => {
    const { begin, deliver, gateway, clock, get, server, id, log } = await openPerAttempt();
    const first = await begin(declined('GENERIC_DECLINE', { id: 'cpi_1' }));
    clock.advance(3_600_000);
    expect((await get()).body.status).toBe('expired');
    gateway.readings.set(first, completed({ id: 'cpi_1' }));
    await deliver(first);
    expect(log).toEqual([{ level: 'error', event: 'outcome_contradicts', intent: id }]);
    expect(await server.readIntent(id)).toMatchObject({
      status: 'expired',
      alarm: 'outcome_contradicts',
      attempts: [{ status: 'completed' }],
    });
  });

  it('about an attempt, an intent or a gateway that is not ours changes nothing, and is told no more', async () => {
    const { begin, deliver, kept, gateway, id, send } = await openPerAttempt();
    const first = await begin(attempt({ id: 'cpi_1' }));
    gateway.reading = completed({ id: 'cpi_1' });
    const before = await kept();
    for (const attemptId of ['pa_none', '', 'pa_\0']) expect(await deliver(attemptId)).toBe(200);
    expect(await deliver(first, {}, '/webhooks/other')).toBe(200);
    for (const intentId of ['pi_none', 'pi_\0']) {
      gateway.hint = { intentId, attemptId: first };
      expect((await send({ method: 'POST', body: '{}' })).status).toBe(200);
    }
    expect(await store.find(id)).toEqual(before);
    expect(gateway.count('read')).toBe(0);
  });
});

describe('a signature', () => {
  it.each([{ 'x-signature': 'wrong' }, {}])('that is wrong or missing changes nothing: %j', async (headers) => {
    const { begin, send, kept, gateway, id } = await openPerAttempt();
    const first = await begin(attempt({ id: 'cpi_1' }));
    gateway.reading = completed({ id: 'cpi_1' });
    gateway.hint = { intentId: id, attemptId: first };
    const before = await kept();
    for (const init of [{ method: 'POST', body: '{}' }, { method: 'GET' }]) {
      const response = await send({ ...init, headers });
      expect([response.status, await response.json()]).toMatchObject([401, { code: 'signature_invalid' }]);
    }
    expect(await kept()).toEqual(before);
    expect(gateway.count('read')).toBe(0);
  });
});

it('late, twice, out of order: what is kept is the provider’s newest word', async () => {
  const { begin, deliver, kept, gateway } = await openPerAttempt();
  const first = await begin(attempt({ id: 'cpi_1', revision: 1 }));
  const said = [
    attempt({ id: 'cpi_1', revision: 3, status: 'action_required', next_action: { type: 'otp' } }),
    attempt({ id: 'cpi_1', revision: 2 }),
    attempt({ id: 'cpi_1', revision: 3, status: 'action_required', next_action: { type: 'otp' } }),
  ];
  for (const reading of said) {
    gateway.readings.set(first, reading);
    expect(await deliver(first)).toBe(200);
  }
  expect((await kept()).attempts).toMatchObject([{ status: 'action_required', revision: 3 }]);
  const before = (await kept()).version;
  gateway.readings.set(first, completed({ id: 'cpi_1', revision: 4 }));
  expect(await Promise.all(Array.from({ length: 5 }, () => deliver(first)))).toEqual(Array(5).fill(200));
  expect(await kept()).toMatchObject({ status: 'completed', version: before + 1 });
});

it('a notification may come as a GET, with what it says in the query', async () => {
  const { begin, deliver, kept, gateway } = await openPerAttempt();
  const first = await begin(attempt({ id: 'cpi_1' }));
  gateway.readings.set(first, completed({ id: 'cpi_1' }));
  expect(await deliver(first, { method: 'GET', body: null }, '/webhooks/scripted?pid=payment_1')).toBe(200);
  expect(gateway.calls).toContainEqual({ call: 'webhook', request: { size: 0, query: '?pid=payment_1' } });
  expect((await kept()).status).toBe('completed');
});

it('what cannot be read is delivered again', async () => {
  const { begin, deliver, kept, gateway, log, id } = await openPerAttempt();
  const first = await begin(attempt({ id: 'cpi_1' }));
  const before = await kept();
  const violations = [{ pointer: '/data/attributes/status', code: 'required' }];
  gateway.readings.set(first, { ...attempt({ uncertain: true }), violations });
  expect(await deliver(first)).toBe(503);
  expect(await kept()).toEqual(before);
  expect(log).toContainEqual({
    level: 'error',
    event: 'payload_unreadable',
    gateway: 'scripted',
    intent: id,
    attempt: first,
    violations,
  });
});
