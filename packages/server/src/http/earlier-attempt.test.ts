import type { ActionAnswer, NextAction } from '@florin/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCheckout, openTestStore } from '../checkout.fixture.js';
import { attempt, declined } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const page = { url: 'https://acs.example/', params: {}, notification_origin: '', nonce: '' };
const asking = (next_action: NextAction, id = 'att_1') => attempt({ id, status: 'action_required', next_action });
const otp: NextAction = { type: 'otp' };

/** A payment whose first attempt asked for something and was declined, and whose second asks for the very same. */
async function secondAsks(action: NextAction) {
  const checkout = await openCheckout(store);
  const { gateway, pay, get } = checkout;
  gateway.starting = asking(action);
  const first = (await pay()).body.active_attempt?.id;
  gateway.reading = declined('INSUFFICIENT_BALANCE');
  checkout.clock.advance(2_000);
  await get();
  gateway.starting = gateway.reading = asking(action, 'att_2');
  expect((await pay()).status).toBe(201);
  gateway.calls.length = 0;
  return { ...checkout, earlier: `/attempts/${first}` };
}

describe('an answer to what an earlier attempt asked for', () => {
  it.each<[string, NextAction, ActionAnswer]>([
    ['a code', otp, { otp: '123456' }],
    ['a challenge given up', { type: 'three_ds_challenge', ...page }, { three_ds_challenge: 'abandoned' }],
    [
      'the end of the 3-D Secure method',
      { type: 'three_ds_method', server_trans_id: 't', timeout_ms: 10_000, ...page },
      { three_ds_method: 'Y' },
    ],
  ])('%s: is not expected, and the provider hears nothing of it', async (_, action, answer) => {
    const { post, get, gateway, earlier } = await secondAsks(action);
    const before = (await get()).body;
    const { status, body } = await post(`${earlier}/confirm`, answer);
    expect([status, body.code]).toEqual([409, 'action_not_expected']);
    expect((await get()).body).toEqual(before);
    expect(gateway.calls).toEqual([]);
  });

  it('the end of a challenge is but a hint: nothing changes, and the provider hears nothing of it', async () => {
    const { post, get, gateway, earlier } = await secondAsks({ type: 'three_ds_challenge', ...page });
    const before = (await get()).body;
    const { status, body } = await post(`${earlier}/confirm`, { three_ds_challenge: 'done' });
    expect([status, body]).toEqual([200, before]);
    expect((await get()).body).toEqual(before);
    expect(gateway.calls).toEqual([]);
  });

  it('nor is another code sent, nor anything cancelled', async () => {
    const { post, get, gateway, earlier } = await secondAsks(otp);
    const before = (await get()).body;
    expect((await post(`${earlier}/resend`)).body.code).toBe('action_not_expected');
    expect((await post(`${earlier}/cancel`)).body).toEqual(before);
    expect((await get()).body).toEqual(before);
    expect(gateway.calls).toEqual([]);
  });

  it('that broke off and is sent again by then is not carried on with', async () => {
    const { post, pay, get, gateway, clock } = await openCheckout(store);
    gateway.starting = asking(otp);
    const confirm = `/attempts/${(await pay()).body.active_attempt?.id}/confirm`;
    gateway.confirming = new Promise(() => {});
    void post(confirm, { otp: '123456' }, 'one');
    await vi.waitFor(() => expect(gateway.count('confirm')).toBe(1));
    gateway.reading = declined('INSUFFICIENT_BALANCE');
    clock.advance(61_000);
    await get();
    gateway.starting = gateway.reading = asking(otp, 'att_2');
    expect((await pay()).status).toBe(201);
    const { status, body } = await post(confirm, { otp: '123456' }, 'one');
    expect([status, body.active_attempt?.next_action]).toEqual([200, otp]);
    expect(gateway.count('confirm')).toBe(1);
  });
});
