import type { Reading } from '@florin/providers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCheckout, openTestStore } from '../checkout.fixture.js';
import { GatewayError } from '../gateway.js';
import { attempt, completed } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const otp = (attempts_left: number, more = {}, id = 'att_1') =>
  attempt({ id, status: 'action_required', next_action: { type: 'otp', attempts_left, ...more } });
const challenge = attempt({
  status: 'action_required',
  next_action: {
    type: 'three_ds_challenge',
    url: 'https://acs.example/',
    params: {},
    notification_origin: '',
    nonce: '',
  },
});

const method = attempt({
  status: 'action_required',
  next_action: {
    type: 'three_ds_method',
    url: 'https://acs.example/method',
    params: {},
    server_trans_id: 't1',
    timeout_ms: 10_000,
    notification_origin: '',
    nonce: '',
  },
});

async function waiting(reading = otp(3)) {
  const checkout = await openCheckout(store);
  checkout.gateway.starting = reading;
  checkout.gateway.reading = reading;
  await checkout.pay();
  return checkout;
}

describe('confirm', () => {
  it('a wrong code leaves fewer tries, the right one pays', async () => {
    const { act, gateway } = await waiting();
    gateway.confirming = otp(2);
    expect((await act('confirm', { otp: '000000' })).body.active_attempt).toMatchObject({
      status: 'action_required',
      next_action: { attempts_left: 2 },
    });
    gateway.confirming = completed();
    expect(await act('confirm', { otp: '123456' })).toMatchObject({ status: 200, body: { status: 'completed' } });
  });

  it('a resend of the same answer reaches the provider once', async () => {
    const { act, gateway } = await waiting();
    const first = await act('confirm', { otp: '123456' }, 'one');
    expect((await act('confirm', { otp: '123456' }, 'one')).body).toEqual(first.body);
    expect(gateway.count('confirm')).toBe(1);
  });

  it.each([
    ['another kind of answer', { three_ds_method: 'Y' }],
    ['a challenge given up where there is none', { three_ds_challenge: 'abandoned' }],
    ['data for a plug-in', { data: {} }],
  ])('%s is not expected', async (_, answer) => {
    const { act } = await waiting();
    expect(await act('confirm', answer)).toMatchObject({ status: 409, body: { code: 'action_not_expected' } });
  });

  it('nothing is expected of an attempt that is in progress, final or not there', async () => {
    const { act, post } = await waiting(attempt());
    expect((await act('confirm', { otp: '1' })).body.code).toBe('action_not_expected');
    expect((await post('/attempts/pa_none/confirm', { otp: '1' })).body.code).toBe('attempt_not_found');
    const paid = await waiting(completed());
    expect((await paid.act('confirm', { otp: '1' })).body.code).toBe('intent_final');
  });

  it('when the answer is lost, the provider is read; when that fails too, nobody knows', async () => {
    const { act, gateway } = await waiting();
    gateway.confirming = new GatewayError('unknown', 'timeout');
    gateway.reading = new GatewayError('unknown', 'timeout');
    expect((await act('confirm', { otp: '123456' })).body.active_attempt).toMatchObject({ uncertain: true });

    const other = await waiting();
    other.gateway.confirming = new GatewayError('unknown', 'timeout');
    other.gateway.reading = completed();
    expect((await other.act('confirm', { otp: '123456' })).body.status).toBe('completed');
  });

  it('what was not sent may be sent again under the same key', async () => {
    const { act, gateway } = await waiting();
    gateway.confirming = new GatewayError('not_sent', 'unreachable');
    expect(await act('confirm', { otp: '123456' }, 'one')).toMatchObject({ status: 503 });
    gateway.confirming = completed();
    expect((await act('confirm', { otp: '123456' }, 'one')).body.status).toBe('completed');
  });
});

describe('the end of a challenge', () => {
  it.each(['done', 'timeout'])('"%s" is a hint: the provider says the result', async (three_ds_challenge) => {
    const { act, gateway } = await waiting(challenge);
    expect((await act('confirm', { three_ds_challenge })).body.active_attempt?.status).toBe('action_required');
    gateway.reading = completed();
    expect((await act('confirm', { three_ds_challenge })).body.status).toBe('completed');
    expect(gateway.count('confirm')).toBe(0);
  });

  it('is put away while the provider does not say what is asked, and shown again when it does', async () => {
    const { act, gateway } = await waiting(challenge);
    gateway.reading = attempt({ status: 'action_required' });
    const first = await act('confirm', { three_ds_challenge: 'timeout' });
    expect(first.body.active_attempt?.next_action).toMatchObject({ type: 'three_ds_challenge' });
    const ended = await act('confirm', { three_ds_challenge: 'done' });
    expect(ended.body.active_attempt).toMatchObject({ status: 'action_required', next_action: null });
    const other = await waiting(challenge);
    other.gateway.reading = challenge;
    const shown = await other.act('confirm', { three_ds_challenge: 'done' });
    expect(shown.body.active_attempt?.next_action).toMatchObject({ type: 'three_ds_challenge' });
  });

  it('is not taken from the page before the provider has answered, and does not come back once it is', async () => {
    const { act, get, gateway, clock, id } = await waiting(challenge);
    let answer: (reading: Reading) => void = () => {};
    gateway.reading = new Promise((resolve) => void (answer = resolve));
    const ended = act('confirm', { three_ds_challenge: 'done' });
    await vi.waitFor(() => expect(gateway.count('read')).toBe(1));
    expect((await store.find(id))?.attempts[0]?.nextAction).toMatchObject({ type: 'three_ds_challenge' });
    answer(challenge);
    expect((await ended).body.active_attempt?.next_action).toMatchObject({ type: 'three_ds_challenge' });
    for (const [reading, status] of [
      [attempt(), 'processing'],
      [challenge, 'action_required'],
    ] as const) {
      gateway.reading = reading;
      await vi.waitFor(async () => {
        clock.advance(2_000);
        expect((await get()).body.active_attempt?.status).toBe(status);
      }, 10_000);
    }
    expect((await store.find(id))?.attempts[0]?.nextAction).toBeNull();
  });

  describe.each(['done', 'timeout'])('"%s" when the provider was faster', (three_ds_challenge) => {
    it.each([
      ['still thinks', attempt(), { status: 'pending', active_attempt: { status: 'processing' } }],
      ['asks for a code', otp(3), { active_attempt: { status: 'action_required', next_action: { type: 'otp' } } }],
      ['has declined', attempt({ status: 'failed' }), { status: 'pending', active_attempt: { status: 'failed' } }],
      ['was paid', completed(), { status: 'completed', active_attempt: { status: 'completed' } }],
    ])('%s: it is told as it is, the same each time', async (_, reading, body) => {
      const { act, get, gateway, clock } = await waiting(challenge);
      gateway.reading = reading;
      clock.advance(2_000);
      await get();
      const first = await act('confirm', { three_ds_challenge }, 'late');
      expect(first).toMatchObject({ status: 200, body });
      expect((await act('confirm', { three_ds_challenge }, 'late')).body).toEqual(first.body);
      expect([gateway.count('confirm'), gateway.count('cancel')]).toEqual([0, 0]);
    });

    it('puts away no question of another kind while the provider cannot be read', async () => {
      const { act, gateway } = await waiting();
      gateway.reading = new GatewayError('unknown', 'timeout');
      const { body } = await act('confirm', { three_ds_challenge });
      expect(body.active_attempt).toMatchObject({ uncertain: false, next_action: { type: 'otp' } });
    });
  });

  it('of an attempt that is over, while another one is under way', async () => {
    const { post, get, gateway, clock, pay, id } = await waiting(challenge);
    gateway.reading = attempt({ status: 'failed' });
    clock.advance(2_000);
    await get();
    gateway.starting = gateway.reading = otp(3, {}, 'att_2');
    await pay();
    const [over, next] = (await store.find(id))?.attempts ?? [];
    expect(await post(`/attempts/${over?.id}/confirm`, { three_ds_challenge: 'done' })).toMatchObject({
      status: 200,
      body: { active_attempt: { id: next?.id, next_action: { type: 'otp' } } },
    });
  });

  it('"abandoned" cancels at the provider', async () => {
    const { act, gateway } = await waiting(challenge);
    const { body } = await act('confirm', { three_ds_challenge: 'abandoned' });
    expect(body).toMatchObject({ status: 'pending', active_attempt: { status: 'cancelled' } });
    expect(gateway.count('cancel')).toBe(1);
  });
});

describe('the 3-D Secure method', () => {
  const approval = attempt({ status: 'action_required', next_action: { type: 'approval', app_name: 'Bank' } });

  it.each(['Y', 'N', 'U'])('"%s" goes to the provider, and the challenge follows in the same wait', async (answer) => {
    const { act, gateway, get, clock, id } = await waiting(method);
    expect((await get()).body.active_attempt?.next_action).toMatchObject({
      type: 'three_ds_method',
      notification_origin: 'https://shop.example',
      nonce: (await store.find(id))?.attempts[0]?.nonce,
    });
    gateway.confirming = attempt();
    const waited = await act('confirm', { three_ds_method: answer });
    expect(gateway.calls.find(({ call }) => call === 'confirm')?.request).toMatchObject({
      answer: { three_ds_method: answer },
    });
    expect(waited.body.active_attempt).toMatchObject({ status: 'processing', next_action: null });
    gateway.reading = challenge;
    clock.advance(2_000);
    await vi.waitFor(async () =>
      expect((await get()).body.active_attempt?.next_action).toMatchObject({ type: 'three_ds_challenge' }),
    );
  });

  it.each([
    ['without a challenge', completed(), { status: 'completed' }],
    ['with a challenge at once', challenge, { active_attempt: { next_action: { type: 'three_ds_challenge' } } }],
    ['decoupled, in the bank’s app', approval, { active_attempt: { next_action: { type: 'approval' } } }],
    ['declined', attempt({ status: 'failed' }), { status: 'pending', active_attempt: { status: 'failed' } }],
  ])('ends %s', async (_, confirming, expected) => {
    const { act, gateway } = await waiting(method);
    gateway.confirming = confirming;
    expect((await act('confirm', { three_ds_method: 'Y' })).body).toMatchObject(expected);
  });

  it('is answered once: what comes after it is not expected, and is another answer’s', async () => {
    const { act, gateway } = await waiting(method);
    gateway.confirming = challenge;
    await act('confirm', { three_ds_method: 'Y' });
    expect((await act('confirm', { three_ds_method: 'N' })).body.code).toBe('action_not_expected');
    expect(gateway.count('confirm')).toBe(1);
  });

  it('an answer that is lost may have charged the card: nobody knows until the provider says', async () => {
    const { act, gateway } = await waiting(method);
    gateway.confirming = gateway.reading = new GatewayError('unknown', 'timeout');
    expect((await act('confirm', { three_ds_method: 'Y' })).body.active_attempt).toMatchObject({ uncertain: true });
  });
});

describe('resend', () => {
  it('asks the provider for another code, not before its time', async () => {
    const { act, gateway, clock } = await waiting(otp(3, { resend_at: '2026-01-01T00:00:30.000Z' }));
    const early = await act('resend');
    expect(early).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(early.headers.get('Retry-After')).toBe('30');
    clock.advance(30_000);
    gateway.resending = otp(3, { resend_at: '2026-01-01T00:01:00.000Z' });
    expect((await act('resend')).body.active_attempt?.next_action).toMatchObject({
      resend_at: '2026-01-01T00:01:00.000Z',
    });
  });

  it('asks an app again once its time has come, and never where none is said', async () => {
    const push = (more = {}) => attempt({ status: 'action_required', next_action: { type: 'approval', ...more } });
    const { act, gateway, clock } = await waiting(push({ resend_at: '2026-01-01T00:00:30.000Z' }));
    expect(await act('resend')).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    clock.advance(30_000);
    gateway.resending = push();
    expect((await act('resend')).body.active_attempt?.next_action).toEqual({ type: 'approval' });
    expect(await act('resend')).toMatchObject({ status: 409, body: { code: 'action_not_expected' } });
    expect(gateway.count('resend')).toBe(1);
  });

  it('is not expected where nothing was sent', async () => {
    const { act } = await waiting(challenge);
    expect((await act('resend')).body.code).toBe('action_not_expected');
  });
});

describe('cancel', () => {
  it('is true only when the provider says so', async () => {
    const { act, gateway } = await waiting(attempt());
    gateway.cancelling = new GatewayError('unknown', 'http_409');
    expect((await act('cancel')).body.active_attempt).toMatchObject({ status: 'processing', uncertain: false });
    gateway.cancelling = attempt({ status: 'cancelled' });
    expect((await act('cancel')).body.active_attempt?.status).toBe('cancelled');
  });

  it('of what has ended already changes nothing; a paid intent says so', async () => {
    const { act, gateway } = await waiting();
    await act('cancel');
    const again = await act('cancel');
    expect(again).toMatchObject({ status: 200, body: { active_attempt: { status: 'cancelled' } } });
    expect(gateway.count('cancel')).toBe(1);
    const paid = await waiting(completed());
    expect((await paid.act('cancel')).body.code).toBe('intent_final');
  });
});
