import type { IntentSnapshot } from '@florin/contract';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Backend, problem } from '../client/backend.fixture.js';
import { CheckoutError } from '../client/checkout-error.js';
import { ManualClock, settled } from '../client/clock.fixture.js';
// Fetched when a payment is followed: what is there already takes no time that the clock does not know of.
import '../client/event-stream.js';
import { nativeIntent, relayed } from '../client/relayed.fixture.js';
import { attemptOf, intentOf } from '../payment/intent.fixture.js';
import { followIntent, type Followed, type FollowOptions } from './follow-intent.js';

const processing = attemptOf();
const paid = intentOf({ version: 5, status: 'completed', active_attempt: attemptOf({ status: 'completed' }) });
const HOUR = 3_600_000;

function snapshotOf(overrides: Partial<IntentSnapshot> = {}): IntentSnapshot {
  const { id, version, status, amount, merchant, active_attempt } = intentOf();
  return { id, version, status, amount, merchant, active_attempt, ...overrides };
}

function setUp(
  options: Partial<FollowOptions> = {},
  intent: Backend['intent'] = intentOf({ active_attempt: processing }),
  reads: Backend['reads'] = [],
) {
  const backend = new Backend(intent);
  backend.reads.push(...reads);
  const clock = new ManualClock();
  const told: Followed[] = [];
  const following = followIntent({
    endpoint: 'https://shop.example/api/checkout/',
    intent: 'pi_1',
    clientSecret: 'secret-of-pi_1',
    fetch: backend.fetch,
    clock,
    random: () => 0.5,
    ...options,
  });
  following.subscribe((state) => told.push(state));
  onTestFinished(() => following.destroy());
  return { backend, clock, following, told };
}

function readsOf(backend: Backend): number {
  return backend.calls.filter(({ path }) => path.endsWith('/pi_1')).length;
}

describe('a payment under way', () => {
  it('is read at once where nothing is known, with the secret in a header, and told', async () => {
    const { backend, following, told } = setUp();
    expect(following.state).toEqual({ snapshot: null, problem: null, answeredAt: null });
    await settled();
    expect(backend.calls[0]).toMatchObject({
      method: 'GET',
      path: '/api/checkout/intents/pi_1',
      authorization: 'Bearer secret-of-pi_1',
    });
    expect(told).toMatchObject([{ snapshot: { version: 1, active_attempt: { id: 'pa_1' } }, problem: null }]);
  });

  it('is followed on the stream to its end, without polling beside it', async () => {
    const { backend, clock, following } = setUp({ snapshot: snapshotOf() });
    backend.streams = 'on';
    await settled();
    expect(backend.openStreams).toBe(1);
    backend.sayIntent(intentOf({ version: 3, active_attempt: processing }));
    await settled();
    const before = backend.calls.length;
    await clock.advance(30_000);
    expect(backend.calls.length).toBe(before);
    backend.sayIntent(paid);
    await settled();
    expect(following.state.snapshot?.status).toBe('completed');
    expect(backend.openStreams).toBe(0);
  });

  it('is polled where there is no stream, and a read that fails stops nothing', async () => {
    const { backend, clock, following, told } = setUp({ snapshot: snapshotOf() });
    backend.reads.push('lost', new Response('{"trunc', { status: 200 }), problem(500, 'internal'));
    await clock.advance(60_000);
    expect(readsOf(backend)).toBeGreaterThan(5);
    expect(told.map((state) => state.problem?.code)).toEqual(['network', 'contract_broken', 'internal', undefined]);
    expect(told.every(({ snapshot }) => snapshot?.status === 'pending')).toBe(true);
    backend.intent = paid;
    await clock.advance(10_000);
    expect(following.state).toMatchObject({ snapshot: { status: 'completed' }, problem: null });
  });

  it('is told of again when the stream is back, even though nothing has happened meanwhile', async () => {
    const { backend, clock, following } = setUp({ snapshot: snapshotOf({ version: 3 }) });
    backend.streams = 'on';
    await settled();
    backend.intent = intentOf({ version: 3, active_attempt: processing });
    backend.say(': here\n\n');
    await settled();
    backend.reads.push('lost');
    backend.cut();
    await settled();
    expect(following.state.problem).toMatchObject({ code: 'network' });
    await clock.advance(800);
    expect(backend.calls.at(-1)).toMatchObject({ path: '/api/checkout/intents/pi_1/events', lastEventId: null });
    backend.sayIntent(backend.intent as typeof paid);
    await settled();
    expect(following.state).toMatchObject({ snapshot: { version: 3 }, problem: null, answeredAt: clock.now() });
  });

  it('has its stream opened anew by a page that wakes up: it may have died in its sleep', async () => {
    const { backend, following } = setUp({ snapshot: snapshotOf() });
    backend.streams = 'on';
    await settled();
    await following.refresh();
    await settled();
    expect(backend.calls.filter(({ path }) => path.endsWith('/events'))).toHaveLength(2);
    expect(backend.openStreams).toBe(1);
    following.destroy();
    await settled();
    expect(backend.openStreams).toBe(0);
  });

  it('is not taken for another one that the page knows of', () => {
    const { following } = setUp({ snapshot: snapshotOf({ id: 'pi_2', status: 'completed' }) });
    expect(following.state.snapshot).toBeNull();
  });

  it('stays in progress, and watched, while its status is one that nobody knows yet', async () => {
    const { backend, clock, following } = setUp({}, intentOf({ status: 'thinking' }));
    await clock.advance(30_000);
    expect(following.state.snapshot?.status).toBe('thinking');
    const before = readsOf(backend);
    await clock.advance(30_000);
    expect(readsOf(backend)).toBeGreaterThan(before);
  });

  it('is read from what a provider says, where the backend only relays it', async () => {
    const answer = relayed('payment-intents', nativeIntent({ status: 'completed' }, 'completed'), { version: 4 });
    const { following } = setUp({}, answer);
    await vi.waitFor(() => expect(following.state.snapshot).toMatchObject({ version: 4, status: 'completed' }));
  });

  it('waits as long as the backend asks', async () => {
    const { backend, clock } = setUp({ status: 'poll', snapshot: snapshotOf() });
    backend.reads.push(problem(429, 'rate_limited', { 'retry-after': '90' }));
    await clock.advance(89_000);
    expect(readsOf(backend)).toBe(1);
    await clock.advance(15_000);
    expect(readsOf(backend)).toBeGreaterThan(1);
  });
});

describe('a payment under way that nobody looks at', () => {
  it.each(['on', 'off'] as const)('is looked at once in a while, with streams %s', async (streams) => {
    const { backend, clock, following } = setUp({ snapshot: snapshotOf() });
    backend.streams = streams;
    await clock.advance(20_000);
    following.setVisible(false);
    await settled();
    expect(backend.openStreams).toBe(0);
    const before = backend.calls.length;
    await clock.advance(HOUR);
    const during = backend.calls.slice(before);
    expect(during.length).toBe(HOUR / 300_000);
    expect(during.every(({ path }) => path.endsWith('/pi_1'))).toBe(true);
  });

  it('is followed as before once somebody does, and read at once', async () => {
    const { backend, clock, following } = setUp({ snapshot: snapshotOf() });
    backend.streams = 'on';
    following.setVisible(false);
    await clock.advance(60_000);
    expect(backend.calls).toEqual([]);
    following.setVisible(true);
    await settled();
    expect(readsOf(backend)).toBe(1);
    expect(backend.openStreams).toBe(1);
  });

  it('is told of all the same when it is made', async () => {
    const { backend, clock, following, told } = setUp({ snapshot: snapshotOf() });
    following.setVisible(false);
    backend.intent = paid;
    await clock.advance(400_000);
    expect(told).toMatchObject([{ snapshot: { status: 'completed' } }]);
    const before = backend.calls.length;
    await clock.advance(HOUR);
    expect(backend.calls.length).toBe(before);
  });

  it('is read again as late as the backend asks', async () => {
    const busy = problem(503, 'provider_unavailable', { 'retry-after': '500' });
    const { backend, clock, following } = setUp({ snapshot: snapshotOf() }, undefined, [busy]);
    following.setVisible(false);
    await clock.advance(300_000);
    expect(readsOf(backend)).toBe(1);
    await clock.advance(499_000);
    expect(readsOf(backend)).toBe(1);
    await clock.advance(2000);
    expect(readsOf(backend)).toBe(2);
  });

  it('is not looked at by a following that was given up', async () => {
    const { backend, clock, following } = setUp({ snapshot: snapshotOf() });
    following.destroy();
    following.setVisible(false);
    await clock.advance(HOUR);
    expect(backend.calls).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});

describe.each(['failed', 'expired', 'cancelled'])('a payment that is %s while its provider is not sure', (status) => {
  const unsure = { version: 4, status, active_attempt: attemptOf({ status: 'failed', uncertain: true }) };

  it('is looked at now and then until it is known, without a stream', async () => {
    const { backend, clock, following } = setUp({}, intentOf(unsure));
    backend.streams = 'on';
    await clock.advance(10 * 60_000);
    expect(readsOf(backend)).toBe(21);
    expect(backend.calls.every(({ path }) => path.endsWith('/pi_1'))).toBe(true);
    const active_attempt = attemptOf({ status: 'failed', uncertain: false });
    backend.intent = intentOf({ version: 5, status, active_attempt });
    await clock.advance(31_000);
    expect(following.state.snapshot?.active_attempt).toMatchObject({ uncertain: false });
    const before = backend.calls.length;
    await clock.advance(HOUR);
    expect(backend.calls.length).toBe(before);
    expect(clock.pending).toBe(0);
  });

  it('is not while nobody sees the page', async () => {
    const { backend, clock, following } = setUp({}, intentOf(unsure));
    await settled();
    following.setVisible(false);
    await clock.advance(HOUR);
    expect(readsOf(backend)).toBe(1);
  });
});

describe('a payment that is made', () => {
  const known = snapshotOf({ version: 5, status: 'completed' });

  it('is read at once and then now and then: a refund shows by itself', async () => {
    const { backend, clock, following } = setUp({ snapshot: known }, paid);
    await settled();
    expect(readsOf(backend)).toBe(1);
    await clock.advance(29_000);
    expect(readsOf(backend)).toBe(1);
    const refunds = [{ amount: 1000, at: '2026-01-01T00:00:20.000Z' }];
    backend.intent = intentOf({ ...paid, version: 6, status: 'partially_refunded', refunds });
    await clock.advance(2000);
    expect(following.state.snapshot).toMatchObject({ status: 'partially_refunded', refunds });
    const before = readsOf(backend);
    await clock.advance(HOUR);
    expect(readsOf(backend) - before).toBe(HOUR / 30_000);
    expect(backend.calls.every(({ path }) => !path.endsWith('/events'))).toBe(true);
  });

  it('is not looked at while nobody sees the page, and at once when somebody does', async () => {
    const { backend, clock, following } = setUp({ snapshot: known }, paid);
    await settled();
    following.setVisible(true);
    await settled();
    expect(readsOf(backend)).toBe(1);
    following.setVisible(false);
    await following.refresh();
    await clock.advance(HOUR);
    expect(readsOf(backend)).toBe(2);
    following.setVisible(true);
    await settled();
    expect(readsOf(backend)).toBe(3);
    await clock.advance(31_000);
    expect(readsOf(backend)).toBe(4);
  });

  it('stays what it is while the backend is down, and says since when', async () => {
    const { backend, clock, following, told } = setUp({ snapshot: known }, paid);
    await settled();
    const { answeredAt } = following.state;
    expect(answeredAt).toBe(clock.now());
    backend.reads.push('lost', 'lost', new Response('<html>', { status: 502 }));
    await clock.advance(90_000);
    expect(following.state).toMatchObject({ snapshot: { status: 'completed' }, answeredAt });
    // Told when it began and when its kind changed, not at every look.
    expect(told.map((state) => state.problem?.code)).toEqual([undefined, 'network', 'internal']);
    await clock.advance(30_000);
    expect(following.state).toMatchObject({ problem: null, answeredAt: clock.now() });
  });

  it('is left alone as long as the backend asks', async () => {
    const busy = problem(503, 'provider_unavailable', { 'retry-after': '120' });
    const { backend, clock } = setUp({ snapshot: known }, paid, [busy]);
    await clock.advance(119_000);
    expect(readsOf(backend)).toBe(1);
    await clock.advance(2000);
    expect(readsOf(backend)).toBe(2);
  });

  it('is told of by the first answer, though it brings nothing new: somebody may doubt what is known', async () => {
    const { clock, told } = setUp({ snapshot: snapshotOf({ ...known, active_attempt: paid.active_attempt }) }, paid);
    await settled();
    expect(told).toEqual([
      { snapshot: expect.objectContaining({ version: 5 }), problem: null, answeredAt: clock.now() },
    ]);
  });

  it('is not told of again by an answer that brings nothing new', async () => {
    const { clock, told } = setUp({ snapshot: known }, paid);
    await clock.advance(HOUR);
    expect(told).toHaveLength(1);
  });

  it('is not unsaid by an answer that is older, and that is no fresh word of it', async () => {
    const { clock, following } = setUp({ snapshot: known }, intentOf({ version: 4 }));
    await clock.advance(60_000);
    expect(following.state).toMatchObject({ snapshot: { version: 5, status: 'completed' }, answeredAt: null });
  });
});

describe('following ends', () => {
  it.each(['failed', 'expired', 'cancelled'])('with a payment that is %s', async (status) => {
    const { backend, clock, following } = setUp({}, intentOf({ version: 2, status }));
    backend.streams = 'on';
    await settled();
    expect(following.state.snapshot?.status).toBe(status);
    await following.refresh();
    following.setVisible(false);
    following.setVisible(true);
    await clock.advance(HOUR);
    expect(backend.calls).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('before it has begun where the page knows the end already', async () => {
    const { backend, clock } = setUp({ snapshot: snapshotOf({ status: 'failed' }) });
    await clock.advance(HOUR);
    expect(backend.calls).toHaveLength(0);
  });

  it.each([
    ['a wrong secret', 401, 'secret_invalid'],
    ['an unknown intent', 404, 'intent_not_found'],
  ])('with %s, told, until somebody asks again', async (_, status, code) => {
    const { backend, clock, following } = setUp({}, intentOf(), [problem(status, code)]);
    backend.streams = 'on';
    await clock.advance(HOUR);
    expect(following.state).toMatchObject({ snapshot: null, problem: { code } });
    expect(backend.calls).toHaveLength(1);
    await following.refresh();
    expect(following.state).toMatchObject({ snapshot: { version: 1 }, problem: null });
    await settled();
    expect(backend.openStreams).toBe(1);
  });

  it('with a secret that is refused later too, and what was known stays', async () => {
    const snapshot = snapshotOf({ version: 5, status: 'completed' });
    const { backend, clock, following } = setUp({ snapshot }, paid, [problem(401, 'secret_invalid')]);
    await clock.advance(HOUR);
    expect(following.state).toMatchObject({ snapshot: { status: 'completed' }, problem: { code: 'secret_invalid' } });
    expect(backend.calls).toHaveLength(1);
  });

  it('when it is destroyed, in the middle of a read too', async () => {
    const { clock, following, told } = setUp({}, intentOf(), ['never']);
    await settled();
    following.destroy();
    following.offer(snapshotOf());
    await following.refresh();
    await clock.advance(HOUR);
    expect(told).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});

it('an answer that nobody can read is not asked for every few seconds', async () => {
  const pages = Array.from({ length: 500 }, () => new Response('<html>', { status: 404 }));
  const { backend, clock, following } = setUp({ status: 'poll' }, intentOf(), pages);
  await clock.advance(10 * 60_000);
  expect(following.state.problem).toMatchObject({ code: 'contract_broken', status: 404 });
  expect(readsOf(backend)).toBeLessThan(25);
});

it('what the page has learnt otherwise is taken in, unless it is older or of another payment', async () => {
  const { backend, following, told } = setUp({ snapshot: snapshotOf({ version: 3 }) });
  backend.streams = 'on';
  await settled();
  following.offer(snapshotOf({ version: 2, status: 'failed' }));
  following.offer(snapshotOf({ id: 'pi_2', version: 9, status: 'failed' }));
  expect(told).toEqual([]);
  following.offer(snapshotOf({ version: 4, status: 'completed' }));
  expect(told).toMatchObject([{ snapshot: { version: 4 } }]);
  await settled();
  expect(backend.openStreams).toBe(0);
});

it('asked in several ways at once, it reads once', async () => {
  const { backend, following } = setUp({ snapshot: snapshotOf({ status: 'completed' }) }, paid);
  await Promise.all([following.refresh(), following.refresh(), following.refresh()]);
  expect(readsOf(backend)).toBe(1);
});

it('a listener that throws stops nothing, and its error is still the page’s to see', async () => {
  const { following } = setUp();
  await settled();
  const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
  onTestFinished(() => later.mockRestore());
  const heard = vi.fn<() => void>();
  following.subscribe(() => {
    throw new Error('the page’s own');
  });
  const stop = following.subscribe(heard);
  following.offer(snapshotOf({ version: 2 }));
  expect(heard).toHaveBeenCalledOnce();
  expect(later.mock.lastCall?.[0]).toThrow('the page’s own');
  stop();
  following.offer(snapshotOf({ version: 3 }));
  expect(heard).toHaveBeenCalledOnce();
});

it('never sends a decision', async () => {
  const { backend, clock, following } = setUp();
  backend.streams = 'on';
  await settled();
  backend.sayIntent(intentOf({ version: 2, active_attempt: attemptOf({ status: 'failed' }) }));
  backend.cut();
  await clock.advance(60_000);
  await following.refresh();
  expect(backend.calls.length).toBeGreaterThan(3);
  expect(new Set(backend.calls.map(({ method, key, body }) => `${method} ${key} ${body}`))).toEqual(
    new Set(['GET null ']),
  );
});

it('says which option is missing', () => {
  expect(() => setUp({ clientSecret: '' })).toThrow(
    new CheckoutError('option_missing', 'clientSecret', '`clientSecret` has to be a string that is not empty.'),
  );
});
