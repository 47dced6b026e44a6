import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Reading } from '@florin/providers';
import { openCheckout, openTestStore } from './checkout.fixture.js';
import { GatewayError } from './gateway.js';
import { attempt, completed } from './scripted-gateway.fixture.js';
import type { IntentStore } from './store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const violations = [{ pointer: '/data/attributes', code: 'expected_object' }];
const { attempt: nothingRead } = attempt({ uncertain: true });
const noPayload: Reading = { attempt: nothingRead, violations };
const noJson = new GatewayError('unknown', 'unreadable');

it.each<[string, Reading | Error, object[], string | null]>([
  ['a payload that is not the provider’s', noPayload, violations, 'att_1'],
  ['an answer that is no JSON', noJson, [{ pointer: '', code: 'unreadable' }], null],
])('%s: an uncertain attempt, watched until it is known', async (_, starting, places, providerId) => {
  const { pay, gateway, id, log, clock } = await openCheckout(store);
  gateway.starting = starting;
  gateway.reading = noPayload;
  const { status, body } = await pay('one');
  expect([status, body]).toMatchObject([
    201,
    { status: 'pending', active_attempt: { status: 'processing', uncertain: true, failure: null } },
  ]);
  const attemptId = body.active_attempt?.id;
  expect((await store.find(id))?.attempts[0]).toMatchObject({ providerId });
  const entry = { level: 'error', event: 'payload_unreadable', gateway: 'scripted', intent: id, attempt: attemptId };
  expect(log).toContainEqual({ ...entry, violations: places });
  expect((await pay('two')).body.code).toBe('attempt_in_progress');

  clock.advance(2_000);
  await vi.waitFor(() => expect(log).toContainEqual({ ...entry, violations }));
  expect((await store.find(id))?.attempts[0]).toMatchObject({ status: 'processing', uncertain: true });
  gateway.reading = completed();
  await vi.waitFor(async () => {
    clock.advance(300_000);
    expect((await store.find(id))?.status).toBe('completed');
  });
  expect(JSON.stringify(log)).not.toMatch(/4242|\b987\b|Lovelace/);
});

describe('of an attempt that is known', () => {
  const asked = attempt({ status: 'action_required', next_action: { type: 'otp' } });

  async function waiting() {
    const checkout = await openCheckout(store);
    checkout.gateway.starting = asked;
    checkout.gateway.reading = noPayload;
    await checkout.pay();
    return checkout;
  }

  it('a read that cannot be read takes nothing back', async () => {
    const { get, gateway, log, clock, id } = await waiting();
    const before = await store.find(id);
    await get();
    clock.advance(2_000);
    await get();
    await vi.waitFor(() => expect(gateway.count('read')).toBeGreaterThan(1));
    // Said once: a payment is asked about every few seconds.
    expect(log.map(({ event }) => event)).toEqual(['payload_unreadable']);
    expect(await store.find(id)).toEqual(before);
    gateway.reading = asked;
    clock.advance(2_000);
    await get();
    gateway.reading = noPayload;
    clock.advance(2_000);
    await get();
    await vi.waitFor(() => expect(log.map(({ event }) => event)).toEqual(['payload_unreadable', 'payload_unreadable']));
  });

  it('that the payment is paid is taken from a payload of which the rest is not readable', async () => {
    const { gateway, get, log } = await waiting();
    gateway.reading = { ...noPayload, status: 'completed' };
    expect((await get()).body).toMatchObject({ status: 'completed', active_attempt: { status: 'completed' } });
    expect(log).toContainEqual(expect.objectContaining({ event: 'payload_unreadable', violations }));
  });

  it('after an answer to a confirmation that cannot be read the provider is asked; when that fails nobody knows', async () => {
    const { act, gateway, log } = await waiting();
    gateway.confirming = noPayload;
    expect((await act('confirm', { otp: '123456' })).body.active_attempt).toMatchObject({
      status: 'action_required',
      uncertain: true,
    });
    expect(log.map(({ event }) => event)).toEqual(['payload_unreadable', 'provider_confirm_failed']);
    const other = await waiting();
    other.gateway.confirming = noJson;
    other.gateway.reading = completed();
    expect((await other.act('confirm', { otp: '123456' })).body.status).toBe('completed');
  });

  it('no money moves when another code is sent: that cannot be read is no reason to doubt', async () => {
    const { act, gateway } = await waiting();
    gateway.resending = noPayload;
    gateway.cancelling = noPayload;
    for (const action of ['resend', 'cancel'])
      expect((await act(action)).body.active_attempt).toMatchObject({ status: 'action_required', uncertain: false });
  });
});
