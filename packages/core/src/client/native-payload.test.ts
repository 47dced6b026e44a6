import { Intent, parse, type CardInput } from '@florin/contract';
import type { Provider, Reading } from '@florin/providers';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { attemptOf, intentOf } from '../payment/intent.fixture.js';
import { Backend } from './backend.fixture.js';
import { ManualClock, settled } from './clock.fixture.js';
import { createCheckout } from './create-checkout.js';
// Fetched when a payment is followed: what is there already takes no time that the clock does not know of.
import './event-stream.js';
import { createNativeReader, type Relayed } from './native-payload.js';
import type { CheckoutEvent, CheckoutOptions } from './options.js';
import { nativeIntent, partOf, relayed } from './relayed.fixture.js';

const card: CardInput = { type: 'card', number: '4242424242424242', exp_month: 4, exp_year: 2042, cvc: '123' };
const asking = { status: 'action_required', next_action: { type: 'collect_otp' } };
const declined = (value: string, category = 'CUSTOMER_ERROR') => ({
  status: 'failed',
  failure: { code: { value, category, message: 'Written for the merchant' }, message: 'Written for the merchant' },
});
const orqex = (attempt: Parameters<typeof nativeIntent>[0], said = {}, status?: string) =>
  relayed('payment-intents', nativeIntent(attempt, status), said);

function setUp(first: Relayed, options: Partial<CheckoutOptions> = {}) {
  const backend = new Backend(first);
  const clock = new ManualClock();
  const events: CheckoutEvent[] = [];
  const checkout = createCheckout({
    endpoint: 'https://shop.example/api/checkout',
    intent: 'pi_1',
    clientSecret: 'secret-of-pi_1',
    fetch: backend.fetch,
    clock,
    random: () => 1,
    onEvent: (event) => events.push(event),
    ...options,
  });
  onTestFinished(() => checkout.destroy());
  const problems = () => events.flatMap((event) => (event.type === 'problem' ? [event.problem] : []));
  return { backend, clock, checkout, events, problems };
}

/** A room of the page's own whose payload is its reading. */
const mirror: Provider = {
  id: 'mirror',
  codes: [],
  read: (payload) => payload as Reading,
  describeFailure: () => {
    throw new Error('nobody asks');
  },
};
const mirrored = { mirror: () => Promise.resolve(mirror) };
const quiet = { uncertain: false, is_fallback: false, next_action: null, failure: null };

describe('a backend that only relays its provider', () => {
  it('is paid through: load, submit, confirm', async () => {
    const { backend, checkout, problems } = setUp(orqex(null));
    await checkout.load();
    expect(checkout.state).toMatchObject({
      phase: 'ready',
      intent: { status: 'pending', methods: [{ type: 'card' }] },
    });
    backend.posts.push(orqex(asking, { version: 2 }));
    await checkout.submit(card);
    expect(checkout.state).toMatchObject({ phase: 'action_required', action: { type: 'otp' } });
    backend.posts.push(orqex({ status: 'completed' }, { version: 3 }));
    await checkout.confirm({ otp: '123456' });
    expect(checkout.state).toMatchObject({ phase: 'completed', intent: { status: 'completed', version: 3 } });
    // The provider's own attempt is what such a backend can address.
    expect(backend.calledWith('POST').map(({ path }) => path)).toEqual([
      '/api/checkout/intents/pi_1/attempts',
      '/api/checkout/intents/pi_1/attempts/att_1/confirm',
    ]);
    expect(problems()).toEqual([]);
  });

  it('is resent to and cancelled', async () => {
    const { backend, checkout } = setUp(orqex(asking));
    await checkout.load();
    backend.posts.push(orqex(asking, { version: 2 }), orqex({ status: 'cancelled' }, { version: 3 }));
    await checkout.resend();
    await checkout.cancel();
    expect(checkout.state).toMatchObject({ phase: 'ready', failure: { reason: 'cancelled' } });
  });

  it('is heard on the stream', async () => {
    const { backend, clock, checkout } = setUp(orqex({}));
    backend.streams = 'on';
    await checkout.load();
    await clock.advance(0);
    backend.sayIntent(orqex({ status: 'completed' }, { version: 2 }, 'completed'));
    await settled();
    expect(checkout.state.phase).toBe('completed');
  });

  it('answers saved-card calls so too', async () => {
    const { backend, checkout } = setUp(orqex(null));
    await checkout.load();
    backend.posts.push(orqex(null, { version: 2, methods: [] }));
    expect(await checkout.removeSavedCard('sc_1')).toBeNull();
    expect(checkout.state.intent?.methods).toEqual([]);
  });

  it('may say a newer word in the contract while an older payload waits for its room', async () => {
    let open: (room: Provider) => void = () => {};
    const room = new Promise<Provider>((resolve) => {
      open = resolve;
    });
    const { backend, clock, checkout } = setUp(relayed('slow', { attempt: null }), { providers: { slow: () => room } });
    void checkout.load();
    await clock.advance(0);
    expect(checkout.state.phase).toBe('loading');
    backend.intent = intentOf({ version: 2, status: 'completed', active_attempt: attemptOf({ status: 'completed' }) });
    await checkout.refresh();
    open(mirror);
    await settled();
    expect(checkout.state).toMatchObject({ phase: 'completed', intent: { version: 2 } });
  });

  it('says the version: what is older is dropped, whatever its payload says', async () => {
    const { backend, checkout } = setUp(orqex(asking, { version: 5 }));
    await checkout.load();
    backend.intent = orqex({ status: 'completed' }, { version: 4 }, 'completed');
    await checkout.refresh();
    expect(checkout.state.phase).toBe('action_required');
  });
});

describe('what is made of a payload', () => {
  async function made(payload: unknown, said: Record<string, unknown> = {}) {
    const read = createNativeReader({ intent: 'pi_1', providers: mirrored, onProblem: () => {} });
    const answer = await read(relayed('mirror', payload, said));
    if ('problem' in answer) throw new Error(answer.problem.code);
    return { intent: answer.value, attempt: answer.value.active_attempt };
  }

  it.each([
    ['no word about the payment', { attempt: { status: 'processing', ...quiet } }, 'pending'],
    ['a failed attempt alone', { attempt: { status: 'failed', ...quiet } }, 'pending'],
    ['a completed attempt', { attempt: { status: 'completed', ...quiet } }, 'completed'],
    [
      'a completed attempt, the payment lagging',
      { status: 'pending', attempt: { status: 'completed', ...quiet } },
      'completed',
    ],
    ['a refund', { status: 'refunded', attempt: { status: 'completed', ...quiet } }, 'refunded'],
    ['an attempt that may be completed', { attempt: { ...quiet, status: 'completed', uncertain: true } }, 'pending'],
    ['a status that nobody lists', { status: 'pondering', attempt: null }, 'pondering'],
  ])('%s', async (_, reading, status) => {
    expect((await made(reading)).intent.status).toBe(status);
    // What was paid only the payload says.
    expect((await made(reading, { status: 'completed' })).intent.status).toBe(status);
  });

  describe('of what went back', () => {
    const paid = (more: object) => ({ status: 'completed', attempt: { status: 'completed', ...quiet }, ...more });
    const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
    const open = () => createNativeReader({ intent: 'pi_1', providers: mirrored, onProblem: () => {} });
    const told = async (read: ReturnType<typeof open>, payload: object, said: Record<string, unknown> = {}) => {
      const answer = await read(relayed('mirror', payload, said));
      if ('problem' in answer) throw new Error(answer.problem.code);
      const { status, refunds, charge_backs } = answer.value;
      return { status, refunds, charge_backs };
    };

    it('the status agrees with its amounts, and no line is made of them: it says no day', async () => {
      const read = open();
      const inPart = (minor: number) => paid({ status: 'partially_refunded', refunded: { minor } });
      const part = { status: 'partially_refunded', refunds: undefined, charge_backs: undefined };
      expect(await told(read, inPart(1000), { server_time: at(1) })).toEqual(part);
      expect(await told(read, inPart(1500), { server_time: at(3) })).toEqual(part);
      expect(await told(read, inPart(4999))).toEqual({ ...part, status: 'refunded' });
      // What it learnt it does not forget.
      expect(await told(read, inPart(1000))).toEqual({ ...part, status: 'refunded' });
    });

    it('what the backend lists itself is shown, with its days', async () => {
      const refunds = [{ amount: 700, at: at(1) }];
      const payload = paid({ refunded: { minor: 1000 }, charged_back: { major: 10 } });
      expect(await told(open(), payload, { refunds, server_time: at(2) })).toEqual({
        status: 'partially_charged_back',
        refunds,
        charge_backs: undefined,
      });
    });

    it.each([
      ['all of it', paid({ status: 'refunded' }), 'refunded'],
      ['a part', paid({ status: 'partially_refunded' }), 'partially_refunded'],
      ['no amount', paid({ status: 'partially_refunded', refunded: 'some' }), 'partially_refunded'],
      ['nothing of what was paid', { attempt: { ...quiet, status: 'failed' }, refunded: { minor: 1000 } }, 'pending'],
    ])('%s is what the status says', async (_, payload, status) => {
      expect(await told(open(), payload)).toEqual({ status, refunds: undefined, charge_backs: undefined });
    });
  });

  it('that no other try is allowed is the backend’s to say, and no payload that was paid is overruled by it', async () => {
    const failed = { attempt: { ...quiet, status: 'failed' } };
    expect((await made(failed, { status: 'failed' })).intent.status).toBe('failed');
    expect((await made({ ...failed, status: 'pending' }, { status: 'expired' })).intent.status).toBe('expired');
    const paid = { status: 'completed', attempt: { ...quiet, status: 'completed' } };
    expect((await made(paid, { status: 'failed' })).intent.status).toBe('completed');
  });

  it('a code that no table lists is the merchant’s alone', async () => {
    const code = { value: 'PICKUP_STOLEN', category: 'GATEWAY_ERROR', message: null };
    const failure = { code, reason: 'try_again_later', recovery: 'retry_later', disclose: true, unlisted: true };
    const { attempt } = await made({ attempt: { ...quiet, status: 'failed', failure } });
    expect(attempt?.failure).toMatchObject({ code: { value: 'try_again_later', category: 'GATEWAY_ERROR' } });
  });

  it('the backend’s own id and method go before the provider’s', async () => {
    const reading = { attempt: { ...quiet, id: 'theirs', status: 'processing' } };
    expect((await made(reading)).attempt).toMatchObject({ id: 'theirs', method: { type: 'unknown' } });
    const method = { type: 'card', label: 'Visa •••• 4242' };
    const said = { active_attempt: { id: 'pa_7', method, status: 'completed' } };
    expect((await made(reading, said)).attempt).toMatchObject({ id: 'pa_7', method, status: 'processing' });
  });

  it('the page that reports the end of a challenge is the backend’s to say', async () => {
    const params = { creq: 'eyJ9' };
    const challenge = {
      type: 'three_ds_challenge',
      url: 'https://acs.example/',
      params,
      notification_origin: '',
      nonce: '',
    };
    const reading = { attempt: { ...quiet, status: 'action_required', next_action: challenge } };
    const three_ds = { notification_origin: 'https://shop.example', nonce: '9f2c1e' };
    expect((await made(reading)).attempt?.next_action).toEqual(challenge);
    expect((await made(reading, { three_ds })).attempt?.next_action).toEqual({ ...challenge, ...three_ds });
  });

  it('what must not be told does not enter the page', async () => {
    const { backend, checkout, events } = setUp(orqex(declined('GENERIC_DECLINE')));
    await checkout.load();
    const plain = JSON.stringify([checkout.state, events]);
    for (const [index, value] of ['STOLEN_CARD', 'LOST_CARD', 'FRAUD_SUSPECTED'].entries()) {
      const other = setUp(orqex(declined(value, index === 0 ? 'CUSTOMER_ERROR' : 'SECURITY_ERROR')));
      await other.checkout.load();
      expect(JSON.stringify([other.checkout.state, other.events])).toBe(plain);
    }
    expect(checkout.state).toMatchObject({ phase: 'ready', failure: { reason: 'generic_decline' } });
    backend.intent = orqex(declined('INSUFFICIENT_BALANCE'), { version: 2 });
    await checkout.refresh();
    expect(checkout.state.attempt?.failure).toEqual({
      code: { value: 'INSUFFICIENT_BALANCE', category: 'CUSTOMER_ERROR', message: null },
      reason: 'insufficient_funds',
    });
  });
});

describe('the order of payloads', () => {
  const at = (revision: number, status: string, id = 'a') => ({ attempt: { ...quiet, id, status, revision } });

  it('of one attempt is the provider’s own, where it numbers them', async () => {
    const read = createNativeReader({ intent: 'pi_1', providers: mirrored, onProblem: () => {} });
    const status = async (payload: unknown, version = 1) => {
      const answer = await read(relayed('mirror', payload, { version }));
      return 'value' in answer ? [answer.value.active_attempt?.status, answer.value.version] : [];
    };
    expect(await status(at(2, 'action_required'))).toEqual(['action_required', 1]);
    expect(await status(at(1, 'processing'))).toEqual(['action_required', 1]);
    // A backend may count its answers as they come in: what they are about is the provider's to say.
    expect(await status(at(1, 'processing'), 2)).toEqual(['action_required', 2]);
    expect(await status(at(2, 'completed'), 3)).toEqual(['completed', 3]);
    expect(await status({ attempt: { ...quiet, id: 'a', status: 'failed', revision: null } }, 3)).toEqual([
      'failed',
      3,
    ]);
    expect(await status(at(1, 'processing', 'b'), 4)).toEqual(['processing', 4]);
  });

  it('does not lose what is asked for: one answer says it, the next may not', async () => {
    const read = createNativeReader({ intent: 'pi_1', providers: mirrored, onProblem: () => {} });
    const otp = { type: 'otp', length: 6 };
    const asked = (revision: number, next_action: unknown, status = 'action_required', id = 'a') => ({
      attempt: { ...quiet, id, status, revision, next_action },
    });
    const action = async (payload: unknown) => {
      const answer = await read(relayed('mirror', payload));
      return 'value' in answer ? answer.value.active_attempt?.next_action : undefined;
    };
    expect(await action(asked(1, null))).toBeNull();
    // Overtaken, and the only one that says it.
    expect(await action(asked(0, otp))).toEqual(otp);
    expect(await action(asked(2, null))).toEqual(otp);
    expect(await action({ attempt: { ...quiet, id: 'a', status: 'processing', uncertain: true } })).toBeNull();
    expect(await action(asked(3, null))).toEqual(otp);
    expect(await action(asked(3, null, 'action_required', 'b'))).toBeNull();
    expect(await action(asked(4, otp))).toEqual(otp);
    expect(await action(asked(5, null, 'processing'))).toBeNull();
    expect(await action(asked(6, null))).toBeNull();
  });

  it('of two providers is the backend’s: their numbers have nothing to do with each other', async () => {
    const providers = { ...mirrored, other: mirrored.mirror };
    const read = createNativeReader({ intent: 'pi_1', providers, onProblem: () => {} });
    const said = { active_attempt: { id: 'pa_1' } };
    await read(relayed('mirror', at(1_700_000_000, 'processing'), said));
    expect(await read(relayed('other', at(3, 'completed'), said))).toMatchObject({ value: { status: 'completed' } });
  });
});

describe('a payload that is not the provider’s', () => {
  const truncated = JSON.stringify(nativeIntent({ status: 'completed' })).slice(0, 60);

  it.each([
    ['truncated', truncated, [{ pointer: '/payload', code: 'expected_object' }]],
    ['missing', undefined, [{ pointer: '/payload', code: 'expected_object' }]],
    ['without a status', { data: { id: 'TRX1' } }, [{ pointer: '/payload/data/status', code: 'required' }]],
    ['of wrong types', { data: { status: 4242 } }, [{ pointer: '/payload/data/status', code: 'expected_string' }]],
  ])('%s: nobody knows, it is watched, and said once', async (_, payload, violations) => {
    const { backend, clock, checkout, problems } = setUp(orqex(asking));
    await checkout.load();
    backend.intent = relayed('payment-intents', payload, { version: 2 });
    await checkout.refresh();
    expect(checkout.state).toMatchObject({ phase: 'verifying', problem: null, failure: null });
    expect(checkout.state.attempt).toMatchObject({ id: 'att_1', status: 'processing', uncertain: true });
    await clock.advance(30_000);
    expect(problems()).toEqual([{ code: 'payload_unreadable', provider: 'payment-intents', violations }]);
    backend.intent = orqex({ status: 'completed' }, { version: 3 }, 'completed');
    await clock.advance(11_000);
    expect(checkout.state.phase).toBe('completed');
  });

  it('is said again after a good one', async () => {
    const { backend, checkout, problems } = setUp(orqex(asking));
    await checkout.load();
    for (const payload of ['?', nativeIntent(asking), '?']) {
      backend.intent = relayed('payment-intents', payload);
      await checkout.refresh();
    }
    expect(problems()).toHaveLength(2);
  });

  it('as the answer to a submit: one attempt, whose outcome nobody knows, and no second one', async () => {
    const { backend, clock, checkout } = setUp(orqex(null));
    await checkout.load();
    backend.posts.push(relayed('payment-intents', truncated, { version: 2 }));
    backend.intent = relayed('payment-intents', truncated, { version: 2 });
    await checkout.submit(card);
    expect(checkout.state.phase).toBe('verifying');
    await checkout.submit(card);
    backend.intent = orqex({}, { version: 3 });
    await clock.advance(20_000);
    expect(checkout.state.phase).toBe('processing');
    expect(backend.calledWith('POST')).toHaveLength(1);
  });

  it('after a failed attempt never brings the form back by itself', async () => {
    const { backend, clock, checkout } = setUp(orqex(declined('INSUFFICIENT_BALANCE')));
    await checkout.load();
    expect(checkout.state.phase).toBe('ready');
    backend.posts.push(...Array.from({ length: 9 }, () => relayed('payment-intents', truncated, { version: 2 })));
    backend.intent = relayed('payment-intents', truncated, { version: 2 });
    await checkout.submit(card);
    await clock.advance(20_000);
    expect(checkout.state.phase).toBe('verifying');
    backend.intent = orqex({ id: 'att_2', status: 'completed' }, { version: 3 });
    await clock.advance(20_000);
    expect(checkout.state).toMatchObject({ phase: 'completed', attempt: { id: 'att_2' } });
    expect(new Set(backend.calledWith('POST').map(({ key }) => key)).size).toBe(1);
  });

  it('that lacks its attempt does not mean that there is none', async () => {
    const violations = [{ pointer: '/attempts', code: 'expected_array' }];
    const { checkout } = setUp(relayed('mirror', { attempt: null, violations }), { providers: mirrored });
    await checkout.load();
    expect(checkout.state.phase).toBe('verifying');
  });
});

describe('a backend whose relaying is broken', () => {
  it.each([
    [{ provider: 'nobody', payload: {}, intent: partOf() }, 'provider_unknown', '/provider'],
    [{ provider: 'constructor', payload: {}, intent: partOf() }, 'provider_unknown', '/provider'],
    [{ provider: 4242, payload: {}, intent: partOf() }, 'provider_unknown', '/provider'],
    [{ provider: 'payment-intents', payload: nativeIntent(null) }, 'contract_broken', '/intent/id'],
    [orqex(null, { server_time: undefined }), 'contract_broken', '/intent/server_time'],
    [orqex(null, { methods: [{}] }), 'contract_broken', '/intent/methods/0'],
    [orqex(null, { id: 'pi_2' }), 'contract_broken', '/intent/id'],
  ])('%#: is said with the place', async (answer, code, pointer) => {
    const { checkout, problems } = setUp(answer);
    await checkout.load();
    expect(checkout.state).toMatchObject({ phase: 'unavailable', problem: { code, status: 200 } });
    expect(problems()[0]?.violations?.[0]?.pointer).toBe(pointer);
    expect(JSON.stringify(problems())).not.toContain('4242');
  });

  it('in the middle of a payment changes nothing, and watching goes on', async () => {
    const { backend, clock, checkout } = setUp(orqex(asking));
    await checkout.load();
    backend.intent = { ...orqex(asking, { version: 2 }), provider: 'nobody' };
    await checkout.refresh();
    expect(checkout.state).toMatchObject({ phase: 'action_required', problem: { code: 'provider_unknown' } });
    backend.intent = orqex({ status: 'completed' }, { version: 3 });
    await clock.advance(20_000);
    expect(checkout.state.phase).toBe('completed');
  });

  it('as the answer to a submit: lost, sent again with the same key', async () => {
    const { backend, clock, checkout } = setUp(orqex(null));
    await checkout.load();
    backend.posts.push({ ...orqex(asking), provider: 'nobody' }, orqex(asking, { version: 2 }));
    await checkout.submit(card);
    expect(checkout.state.phase).toBe('verifying');
    await clock.advance(1000);
    expect(checkout.state.phase).toBe('action_required');
    expect(new Set(backend.calledWith('POST').map(({ key, body }) => key + body)).size).toBe(1);
  });
});

describe('a room', () => {
  it('is entered alone, and once', async () => {
    const enter = vi.fn<() => Promise<Provider>>(mirrored.mirror);
    const other = vi.fn<() => Promise<Provider>>(mirrored.mirror);
    const providers = { mirror: enter, other };
    const { checkout } = setUp(relayed('mirror', { attempt: null }), { providers });
    expect(enter).not.toHaveBeenCalled();
    await checkout.load();
    await checkout.refresh();
    expect(enter).toHaveBeenCalledOnce();
    expect(other).not.toHaveBeenCalled();
  });

  it('of the page’s own goes before the one that comes with Florin', async () => {
    const providers = { 'payment-intents': () => Promise.resolve(mirror) };
    const { checkout } = setUp(relayed('payment-intents', { attempt: { ...quiet, status: 'completed' } }), {
      providers,
    });
    await checkout.load();
    expect(checkout.state.phase).toBe('completed');
  });

  it('may be there already', async () => {
    const providers = { mirror: (() => mirror) as unknown as () => Promise<Provider> };
    const { checkout } = setUp(relayed('mirror', { attempt: null }), { providers });
    await checkout.load();
    expect(checkout.state.phase).toBe('ready');
  });

  it.each<[string, () => unknown]>([
    ['throws', () => JSON.parse('{')],
    ['answers no reading', () => null],
    ['answers an attempt that is none', () => ({ attempt: { ...quiet, status: 4242 } })],
    ['answers a failure that is none', () => ({ attempt: { ...quiet, status: 'failed', failure: { code: 'X' } } })],
  ])('that %s has read nothing: the attempt is the same, and nobody knows', async (_, read) => {
    const broken = { ...mirror, read: read as Provider['read'] };
    const { backend, checkout, problems } = setUp(orqex(asking), {
      providers: { broken: () => Promise.resolve(broken) },
    });
    await checkout.load();
    backend.intent = relayed('broken', {}, { version: 2 });
    await checkout.refresh();
    expect(checkout.state).toMatchObject({ phase: 'verifying', attempt: { id: 'att_1', uncertain: true } });
    const violations = [{ pointer: '/payload', code: 'unreadable' }];
    expect(problems()).toEqual([{ code: 'payload_unreadable', provider: 'broken', violations }]);
  });

  /** Cannot be fetched the first `times` times. */
  const failing = (times: number, fail: () => Promise<Provider>) => {
    const enter = vi.fn<() => Promise<Provider>>(mirrored.mirror);
    for (let time = 0; time < times; time += 1) enter.mockImplementationOnce(fail);
    return enter;
  };
  const fails: [string, () => Promise<Provider>][] = [
    ['is refused', () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))],
    [
      'throws at once',
      () => {
        throw new Error('no room');
      },
    ],
    ['does not come', () => new Promise(() => {})],
  ];

  it.each(fails)('whose code %s is a lost answer, and the form waits', async (what, fail) => {
    const enter = failing(2, fail);
    const { clock, checkout } = setUp(relayed('mirror', { attempt: null }), { providers: { mirror: enter } });
    void checkout.load();
    const isSilent = what === 'does not come';
    await clock.advance(isSilent ? 10_000 : 0);
    const code = isSilent ? 'timeout' : 'network';
    expect(checkout.state).toMatchObject({ phase: 'loading', problem: { code } });
    if (isSilent) return;
    await clock.advance(5000);
    expect(checkout.state).toMatchObject({ phase: 'ready', problem: null });
    expect(enter).toHaveBeenCalledTimes(3);
  });

  it('whose code is lost with the answer to a submit: the same decision is sent again, never "failed"', async () => {
    const enter = failing(1, () => Promise.reject(new Error('offline')));
    const { backend, clock, checkout } = setUp(orqex(null), { providers: { mirror: enter } });
    await checkout.load();
    const done = relayed('mirror', { attempt: { ...quiet, id: 'a', status: 'completed' } }, { version: 2 });
    backend.posts.push(done, done);
    await checkout.submit(card);
    expect(checkout.state.phase).toBe('verifying');
    await clock.advance(2000);
    expect(checkout.state.phase).toBe('completed');
    expect(new Set(backend.calledWith('POST').map(({ key }) => key)).size).toBe(1);
  });

  it('whose code is lost with what the stream said: it is read when the code is there', async () => {
    const enter = failing(2, () => Promise.reject(new Error('offline')));
    const { backend, clock, checkout } = setUp(orqex({}), { providers: { mirror: enter } });
    backend.streams = 'on';
    await checkout.load();
    await clock.advance(0);
    backend.say(': hello\n\n');
    await settled();
    const said = relayed('mirror', { attempt: { ...quiet, id: 'a', status: 'completed' } }, { version: 2 });
    backend.say(`event: intent\nid: 2\ndata: ${JSON.stringify(said)}\n\n`);
    await settled();
    expect(checkout.state).toMatchObject({ phase: 'processing', problem: { code: 'network' } });
    await clock.advance(3000);
    expect(checkout.state.phase).toBe('completed');
  });
});

describe('whatever comes', () => {
  const word = fc.oneof(
    fc.constantFrom('completed', 'failed', 'processing', 'action_required', 'pending', 'card', 'otp'),
    fc.anything({ withBigInt: true }),
  );
  const attempt = fc.dictionary(
    fc.constantFrom('id', 'status', 'uncertain', 'is_fallback', 'next_action', 'failure', 'revision', 'method'),
    fc.oneof(word, fc.dictionary(fc.constantFrom('code', 'type', 'reason', 'url'), word)),
  );
  const reading = fc.oneof(
    fc.anything(),
    fc.record({ status: word, attempt: fc.oneof(attempt, word), violations: word }, { requiredKeys: [] }),
  );

  it('a room reads, or throws: an intent of the contract is made of it', async () => {
    const thrown = fc.constant(() => {
      throw new Error('a room that throws');
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(reading, thrown), fc.anything(), async (said, extra) => {
        const room = { ...mirror, read: () => (typeof said === 'function' ? said() : said) as Reading };
        const read = createNativeReader({
          intent: 'pi_1',
          providers: { mirror: () => Promise.resolve(room) },
          onProblem: () => {},
        });
        const answer = await read(relayed('mirror', null, { active_attempt: extra, three_ds: extra }));
        expect('value' in answer && parse(Intent, answer.value).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('a backend answers: nothing throws', async () => {
    const read = createNativeReader({ intent: 'pi_1', providers: mirrored, onProblem: () => {} });
    const json = fc.record({
      provider: fc.constantFrom<unknown>('mirror', 'payment-intents', 7),
      intent: fc.anything(),
      payload: fc.anything(),
    });
    await fc.assert(
      fc.asyncProperty(json, async (answer) => {
        expect(await read(answer)).toHaveProperty('problem');
      }),
      { numRuns: 1000 },
    );
  });
});
