import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CARD, openCheckout, openTestStore } from '../checkout.fixture.js';
import { attempt, completed, type ScriptedGateway } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const failed = (id: string, reason: string) =>
  attempt({
    id,
    status: 'failed',
    failure: {
      code: { value: 'COMPLETE_AUTH_REQUIRED', category: 'CUSTOMER_ERROR', message: null },
      reason: reason as 'generic_decline',
      recovery: 'other_method',
      disclose: true,
    },
  });

const asks = (gateway: ScriptedGateway) =>
  gateway.calls.flatMap(({ call, request }) =>
    call === 'start' ? (request as { authenticate: boolean }).authenticate : [],
  );

it('after a decline for want of authentication the next attempt asks for it, the one after that no more', async () => {
  const { pay, gateway } = await openCheckout(store);
  gateway.starting = failed('att_1', 'authentication_required');
  const { body } = await pay();
  expect(body).toMatchObject({
    status: 'pending',
    active_attempt: { status: 'failed', failure: { reason: 'authentication_required' } },
  });
  gateway.starting = failed('att_2', 'insufficient_funds');
  await pay();
  gateway.starting = failed('att_3', 'authentication_required');
  await pay();
  gateway.starting = completed({ id: 'att_4' });
  expect((await pay()).body.status).toBe('completed');
  expect(asks(gateway)).toEqual([false, true, false, true]);
});

it('no other reason asks for it, and none that a browser is told in its place', async () => {
  const { pay, gateway } = await openCheckout(store);
  for (const [index, reason] of ['blocked', 'generic_decline', 'authentication_failed'].entries()) {
    gateway.starting = failed(`att_${index}`, reason);
    await pay();
  }
  gateway.starting = completed({ id: 'att_9' });
  await pay();
  expect(asks(gateway)).toEqual([false, false, false, false]);
});

it('a request that takes over after a crash asks for the same', async () => {
  const { pay, gateway, clock } = await openCheckout(store);
  gateway.starting = failed('att_1', 'authentication_required');
  await pay();
  gateway.starting = new Promise(() => {});
  void pay('one', CARD);
  await vi.waitFor(() => expect(gateway.count('start')).toBe(2));
  clock.advance(60_000);
  gateway.starting = completed({ id: 'att_2' });
  expect((await pay('one', CARD)).body.status).toBe('completed');
  expect(asks(gateway)).toEqual([false, true, true]);
});
