import type { CardInput } from '@florin/contract';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { attemptOf, intentOf } from '../payment/intent.fixture.js';
import { Backend, problem } from './backend.fixture.js';
import { CheckoutError } from './checkout-error.js';
import { ManualClock, settled } from './clock.fixture.js';
import { createCheckout } from './create-checkout.js';
// Fetched when a payment is followed: what is there already takes no time that the clock does not know of.
import './event-stream.js';
import type { CheckoutEvent, CheckoutOptions } from './options.js';

const card: CardInput = { type: 'card', number: '4242424242424242', exp_month: 4, exp_year: 2042, cvc: '123' };
const otp = { type: 'otp' } as const;
const processing = attemptOf();
const asking = attemptOf({ status: 'action_required', next_action: otp });

function setUp(options: Partial<CheckoutOptions> = {}) {
  const backend = new Backend(intentOf());
  const clock = new ManualClock();
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const events: CheckoutEvent[] = [];
  const create = () =>
    createCheckout({
      endpoint: 'https://shop.example/api/checkout/',
      intent: 'pi_1',
      clientSecret: 'secret-of-pi_1',
      fetch: backend.fetch,
      clock,
      storage,
      random: () => 1,
      onEvent: (event) => events.push(event),
      ...options,
    });
  const checkout = create();
  onTestFinished(() => checkout.destroy());
  return { backend, clock, kept, events, checkout, create };
}

describe('a payment', () => {
  it('is loaded with the secret in a header', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    expect(checkout.state.phase).toBe('ready');
    expect(backend.calls).toMatchObject([
      { method: 'GET', path: '/api/checkout/intents/pi_1', authorization: 'Bearer secret-of-pi_1' },
    ]);
  });

  it('is sent once however often the customer asks', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    backend.posts.push(intentOf({ version: 2, active_attempt: processing }));
    await Promise.all(Array.from({ length: 10 }, () => checkout.submit(card)));
    expect(backend.calledWith('POST')).toHaveLength(1);
    expect(checkout.state.phase).toBe('processing');
  });

  it('asks and confirms, each with its own key', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    backend.posts.push(intentOf({ version: 2, active_attempt: asking }));
    await checkout.submit(card);
    expect(checkout.state).toMatchObject({ phase: 'action_required', action: otp });
    backend.posts.push(
      intentOf({ version: 3, status: 'completed', active_attempt: attemptOf({ status: 'completed' }) }),
    );
    await checkout.confirm({ otp: '123456' });
    expect(checkout.state.phase).toBe('completed');
    const [first, second] = backend.calledWith('POST');
    expect(first?.path).toBe('/api/checkout/intents/pi_1/attempts');
    expect(second).toMatchObject({
      path: '/api/checkout/intents/pi_1/attempts/pa_1/confirm',
      body: '{"otp":"123456"}',
    });
    expect(second?.key).not.toBe(first?.key);
  });

  it('can be resent and cancelled', async () => {
    const { backend, checkout } = setUp();
    backend.intent = intentOf({ active_attempt: asking });
    await checkout.load();
    backend.posts.push(intentOf({ version: 2, active_attempt: asking }));
    await checkout.resend();
    expect(checkout.state.phase).toBe('action_required');
    backend.posts.push(intentOf({ version: 3, active_attempt: attemptOf({ status: 'cancelled' }) }));
    await checkout.cancel();
    expect(checkout.state).toMatchObject({ phase: 'ready', failure: { reason: 'cancelled' } });
    expect(backend.calledWith('POST').map(({ path }) => path.split('/').at(-1))).toEqual(['resend', 'cancel']);
  });
});

describe('another code', () => {
  async function askForAnother(answer: Response | 'lost' | 'never') {
    const setting = setUp();
    const { backend, checkout } = setting;
    backend.intent = intentOf({ active_attempt: asking });
    await checkout.load();
    backend.posts.push(answer);
    void checkout.resend();
    await settled();
    return setting;
  }

  it('is on its way only when the backend has said so, not when a read comes in between', async () => {
    const { checkout } = await askForAnother('never');
    await checkout.refresh();
    expect(checkout.state).toMatchObject({ phase: 'action_required', decision: { kind: 'resend' } });
  });

  it.each([
    ['lost', 'lost', 'network'],
    ['refused', problem(429, 'rate_limited'), 'rate_limited'],
  ] as const)(
    'whose request was %s is not: the problem says so, and it may be asked for again',
    async (_, answer, code) => {
      const { backend, clock, checkout } = await askForAnother(answer);
      expect(checkout.state).toMatchObject({ phase: 'action_required', decision: null, problem: { code } });
      await clock.advance(5000);
      expect(backend.calledWith('POST')).toHaveLength(1);
      await checkout.resend();
      expect(backend.calledWith('POST')).toHaveLength(2);
    },
  );
});

describe('an answer that is lost', () => {
  it('is asked for again with the same key and the same body, until it comes', async () => {
    const { backend, clock, checkout } = setUp();
    await checkout.load();
    backend.posts.push(
      'lost',
      problem(503, 'provider_unavailable'),
      problem(409, 'idempotency_in_progress', { 'retry-after': '4' }),
    );
    backend.posts.push(intentOf({ version: 2, status: 'completed' }));
    await checkout.submit(card);
    expect(checkout.state.phase).toBe('verifying');
    await checkout.submit({ ...card, number: '5555555555554444' });
    await clock.advance(20_000);
    expect(checkout.state.phase).toBe('completed');
    const posts = backend.calledWith('POST');
    expect(posts).toHaveLength(4);
    expect(new Set(posts.map(({ key, body }) => key + body)).size).toBe(1);
  });

  it('is lost after thirty seconds without a word', async () => {
    const { backend, clock, checkout } = setUp();
    await checkout.load();
    backend.posts.push('never', 'never');
    void checkout.submit(card);
    await clock.advance(29_000);
    expect(checkout.state.phase).toBe('submitting');
    await clock.advance(1000);
    expect(checkout.state).toMatchObject({ phase: 'verifying', problem: null });
  });

  it('is found by a read, and the card is not sent a second time', async () => {
    const { backend, clock, checkout } = setUp();
    await checkout.load();
    backend.posts.push('lost');
    backend.intent = intentOf({ version: 2, active_attempt: processing });
    await checkout.submit(card);
    await clock.advance(60_000);
    expect(checkout.state.phase).toBe('processing');
    expect(backend.calledWith('POST')).toHaveLength(1);
  });

  it('is bounded: after a minute the page says that the shop will write', async () => {
    const { backend, clock, checkout } = setUp();
    await checkout.load();
    backend.posts.push(...Array.from({ length: 40 }, () => 'lost' as const));
    await checkout.submit(card);
    await clock.advance(59_000);
    expect(checkout.state.overdue).toBe(false);
    await clock.advance(2000);
    expect(checkout.state).toMatchObject({ phase: 'verifying', overdue: true });
  });

  it('so is processing', async () => {
    const { backend, clock, checkout } = setUp();
    await checkout.load();
    backend.intent = intentOf({ version: 2, active_attempt: processing });
    await checkout.submit(card);
    await clock.advance(59_000);
    expect(checkout.state).toMatchObject({ phase: 'processing', overdue: false });
    await clock.advance(2000);
    expect(checkout.state).toMatchObject({ phase: 'processing', overdue: true });
    backend.intent = intentOf({ version: 3, status: 'completed' });
    await checkout.refresh();
    expect(checkout.state).toMatchObject({ phase: 'completed', overdue: false });
  });

  it.each([
    ['a proxy that lost patience', new Response('', { status: 408 })],
    ['"still running", in whatever words', problem(409, 'hold_on', { 'retry-after': '1' })],
  ])('%s refuses nothing: the same decision is sent again', async (_, answer) => {
    const { backend, clock, checkout } = setUp();
    await checkout.load();
    backend.posts.push(answer);
    await checkout.submit(card);
    expect(checkout.state.phase).toBe('verifying');
    backend.posts.push(intentOf({ version: 2, status: 'completed' }));
    await clock.advance(10_000);
    expect(checkout.state.phase).toBe('completed');
    expect(new Set(backend.calledWith('POST').map(({ key }) => key)).size).toBe(1);
  });

  it('a success that cannot be understood is no success and no failure', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    backend.posts.push(new Response('<html>', { status: 200 }));
    await checkout.submit(card);
    expect(checkout.state.phase).toBe('verifying');
  });
});

describe('a confirm that another tab’s goes before', () => {
  const goesBefore = problem(409, 'idempotency_in_progress', { 'retry-after': '4' });

  async function confirmBeside() {
    const setting = setUp();
    const { backend, checkout } = setting;
    backend.intent = intentOf({ active_attempt: asking });
    await checkout.load();
    backend.posts.push(goesBefore.clone());
    await checkout.confirm({ otp: '123456' });
    expect(checkout.state).toMatchObject({ phase: 'verifying', decision: { kind: 'confirm', unanswered: true } });
    return setting;
  }

  it('waits as long as it is told, and asks again with the same key', async () => {
    const { backend, clock, checkout } = await confirmBeside();
    backend.posts.push(goesBefore.clone(), intentOf({ version: 2, active_attempt: asking }));
    await clock.advance(3900);
    expect(backend.calledWith('POST')).toHaveLength(1);
    await clock.advance(200);
    expect(backend.calledWith('POST')).toHaveLength(2);
    expect(checkout.state.phase).toBe('verifying');
    await clock.advance(4000);
    expect(checkout.state).toMatchObject({ phase: 'action_required', decision: null });
    const sent = backend.calledWith('POST').map(({ key, body }) => [key, body]);
    expect([sent.length, new Set(sent.map(String)).size]).toEqual([3, 1]);
  });

  it('is not sent again once a read shows what the other has come to', async () => {
    const { backend, clock, checkout } = await confirmBeside();
    backend.intent = intentOf({ version: 2, active_attempt: processing });
    await clock.advance(30_000);
    expect([backend.calledWith('POST').length, checkout.state.phase]).toEqual([1, 'processing']);
  });
});

describe('a refusal', () => {
  it('brings the form back and says what was refused, never the value', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    const body = { code: 'validation_failed', errors: [{ pointer: '/method/cvc', code: 'invalid_format' }] };
    backend.posts.push(Response.json(body, { status: 422 }));
    await checkout.submit(card);
    expect(checkout.state).toMatchObject({
      phase: 'ready',
      problem: { code: 'validation_failed', violations: [{ pointer: '/method/cvc', code: 'invalid_format' }] },
    });
  });

  it('is what is told, not the failure of the try before', async () => {
    const { backend, checkout } = setUp();
    const failure = { code: { value: 'X', category: 'CUSTOMER_ERROR' as const }, reason: 'insufficient_funds' };
    backend.intent = intentOf({ active_attempt: attemptOf({ status: 'failed', failure }) });
    await checkout.load();
    expect(checkout.state.failure).toMatchObject({ reason: 'insufficient_funds' });
    backend.posts.push(problem(429, 'rate_limited', { 'retry-after': '60' }));
    await checkout.submit(card);
    const told = { phase: 'ready', failure: null, problem: { code: 'rate_limited' } };
    expect(checkout.state).toMatchObject(told);
    // The page wakes up, and nothing has happened meanwhile.
    await checkout.refresh();
    expect(checkout.state).toMatchObject(told);
  });

  it('that the stream foretold is told all the same: the attempt is gone, and the form says why it is back', async () => {
    const { backend, checkout } = setUp();
    backend.streams = 'on';
    await checkout.load();
    const posted = new Promise<void>((resolve) => void setImmediate(resolve));
    backend.posts.push('never');
    void checkout.submit(card);
    await posted;
    backend.sayIntent(intentOf({ version: 2, active_attempt: processing }));
    await settled();
    expect(checkout.state.phase).toBe('processing');
    // The provider could not be reached: the backend takes the attempt back.
    backend.sayIntent(intentOf({ version: 3, active_attempt: null }));
    await settled();
    expect(checkout.state).toMatchObject({ phase: 'ready', failure: null, problem: { code: 'provider_unavailable' } });
  });

  it('and an attempt that is gone does not bring back the failure of the one before it', async () => {
    const { backend, checkout } = setUp();
    const failure = { code: { value: 'X', category: 'CUSTOMER_ERROR' as const }, reason: 'insufficient_funds' };
    const declined = attemptOf({ id: 'pa_0', status: 'failed', failure });
    backend.intent = intentOf({ active_attempt: declined });
    await checkout.load();
    backend.posts.push(intentOf({ version: 2, active_attempt: processing }));
    await checkout.submit(card);
    expect(checkout.state.phase).toBe('processing');
    backend.intent = intentOf({ version: 3, active_attempt: declined });
    await checkout.refresh();
    expect(checkout.state).toMatchObject({ phase: 'ready', failure: null, problem: { code: 'provider_unavailable' } });
  });

  it('because a payment runs elsewhere follows that payment', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    backend.posts.push(problem(409, 'attempt_in_progress'));
    backend.intent = intentOf({ version: 4, active_attempt: asking });
    await checkout.submit(card);
    expect(checkout.state).toMatchObject({ phase: 'action_required', decision: null });
  });
});

it.each([
  ['a card', card],
  ['the card of a plan', { type: 'installments', plan: 'p4x', total: 5000, card }],
  ['a security code', { type: 'saved_card', card: 'sc_1', cvc: '123' }],
] as const)('%s is never sent unsealed to a backend that asks for sealing', async (_, method) => {
  const { backend, checkout } = setUp();
  backend.intent = intentOf({ encryption_key: { kty: 'RSA', kid: 'k1' } });
  await checkout.load();
  await checkout.submit(method);
  expect(backend.calledWith('POST')).toEqual([]);
  expect(checkout.state).toMatchObject({ phase: 'ready', problem: { code: 'sealing_unsupported' } });
});

describe('watching', () => {
  it('follows the stream, drops what is older, and stops at the end', async () => {
    const { backend, checkout } = setUp();
    backend.streams = 'on';
    backend.intent = intentOf({ version: 5, active_attempt: processing });
    await checkout.load();
    await settled();
    expect(backend.openStreams).toBe(1);
    backend.sayIntent(intentOf({ version: 3 }));
    await settled();
    expect(checkout.state.phase).toBe('processing');
    backend.sayIntent(intentOf({ version: 6, status: 'completed' }));
    await settled();
    expect(checkout.state.phase).toBe('completed');
    expect(backend.openStreams).toBe(0);
  });

  it('streams on through cuts when nothing but heartbeats was said in between', async () => {
    const { backend, clock, checkout } = setUp();
    backend.streams = 'on';
    backend.intent = intentOf({ version: 5, active_attempt: processing });
    await checkout.load();
    for (let cut = 0; cut < 5; cut += 1) {
      await clock.advance(1000);
      backend.say(': heartbeat\n\n');
      await settled();
      backend.cut();
      await clock.advance(7000);
      expect(backend.openStreams).toBe(1);
    }
  });

  it('leaves nothing running once the end has come over the stream', async () => {
    const { backend, clock, checkout } = setUp();
    backend.streams = 'on';
    backend.intent = intentOf({ version: 5, active_attempt: processing });
    await checkout.load();
    await settled();
    backend.sayIntent(intentOf({ version: 6, status: 'completed' }));
    await settled();
    expect(clock.pending).toBe(0);
  });

  it('comes back after a cut with the last version, and reads what was missed', async () => {
    const { backend, clock, checkout } = setUp();
    backend.streams = 'on';
    backend.intent = intentOf({ version: 5, active_attempt: processing });
    await checkout.load();
    await settled();
    backend.sayIntent(backend.intent);
    await settled();
    backend.intent = intentOf({ version: 7, active_attempt: asking });
    backend.cut();
    await clock.advance(5000);
    expect(checkout.state.phase).toBe('action_required');
    expect(backend.calls.filter(({ path }) => path.endsWith('/events')).at(-1)?.lastEventId).toBe('7');
  });

  it('does not wait for a stream that something in between holds back', async () => {
    const { backend, clock, checkout } = setUp();
    backend.streams = 'on';
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    await clock.advance(500);
    backend.intent = intentOf({ version: 2, status: 'completed' });
    await clock.advance(2000);
    expect(checkout.state.phase).toBe('completed');
  });

  it('does not poll beside a stream that speaks', async () => {
    const { backend, clock, checkout } = setUp();
    backend.streams = 'on';
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    await settled();
    backend.say(': heartbeat\n\n');
    await settled();
    const before = backend.calls.length;
    await clock.advance(30_000);
    expect(backend.calls.length).toBe(before);
  });

  it('takes forty seconds of silence for the end of a stream, and a heartbeat for life', async () => {
    const { backend, clock, checkout } = setUp();
    backend.streams = 'on';
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    await clock.advance(39_000);
    backend.say(': heartbeat\n\n');
    await clock.advance(39_000);
    const before = backend.calls.length;
    await clock.advance(2000);
    expect(backend.calls.length).toBeGreaterThan(before);
  });

  it('polls where there is no stream, ever slower, and one failed read stops nothing', async () => {
    const { backend, clock, checkout } = setUp();
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    backend.reads.push('lost', new Response('{"trunc', { status: 200 }), problem(500, 'internal'));
    await clock.advance(30_000);
    expect(checkout.state.phase).toBe('processing');
    const reads = backend.calls.filter(({ path }) => path.endsWith('/pi_1')).length;
    expect(reads).toBeGreaterThan(5);
    expect(reads).toBeLessThan(15);
    backend.intent = intentOf({ version: 2, status: 'completed' });
    await clock.advance(10_000);
    expect(checkout.state.phase).toBe('completed');
  });

  it('waits as long as the backend asks', async () => {
    const { backend, clock, checkout } = setUp({ status: 'poll' });
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    backend.reads.push(problem(429, 'rate_limited', { 'retry-after': '90' }));
    await clock.advance(1000);
    const before = backend.calls.length;
    await clock.advance(88_000);
    expect(backend.calls.length).toBe(before);
    await clock.advance(15_000);
    expect(backend.calls.length).toBeGreaterThan(before);
  });

  it('but never so long that it would not hear of the end', async () => {
    const { backend, clock, checkout } = setUp({ status: 'poll' });
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    // Longer than a timer can be: it would fire at once, for ever.
    backend.reads.push(
      ...Array.from({ length: 9 }, () => problem(429, 'rate_limited', { 'retry-after': '9999999999' })),
    );
    await clock.advance(60_000);
    expect(backend.calls.length).toBeLessThan(4);
    backend.reads.length = 0;
    backend.intent = intentOf({ version: 2, status: 'completed' });
    await clock.advance(15 * 60_000);
    expect(checkout.state.phase).toBe('completed');
  });

  it('reads once more when a deadline on the server’s clock has passed', async () => {
    const { backend, clock, checkout } = setUp();
    // The customer's clock is two hours behind.
    backend.intent = intentOf({ server_time: '2026-01-01T02:00:00.000Z', expires_at: '2026-01-01T02:05:00.000Z' });
    await checkout.load();
    expect(checkout.serverNow()).toBe(Date.parse('2026-01-01T02:00:00.000Z'));
    backend.intent = intentOf({ version: 2, status: 'expired' });
    await clock.advance(299_000);
    expect(checkout.state.phase).toBe('ready');
    await clock.advance(2000);
    expect(checkout.state.phase).toBe('expired');
  });

  it('closes the stream of a page that is put away, and opens it anew when it is back', async () => {
    const { backend, clock, checkout } = setUp();
    backend.streams = 'on';
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    await settled();
    expect(backend.openStreams).toBe(1);
    checkout.suspend();
    await settled();
    expect(backend.openStreams).toBe(0);
    const before = backend.calls.length;
    await clock.advance(600_000);
    expect(backend.calls).toHaveLength(before);
    await checkout.refresh();
    await settled();
    expect([backend.openStreams, backend.calls.length > before]).toEqual([1, true]);
  });

  it('keeps the stream of a page that nobody sees, and reads at once when it is seen again', async () => {
    const { backend, checkout } = setUp();
    backend.streams = 'on';
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    await settled();
    checkout.setVisible(false);
    await settled();
    expect(backend.openStreams).toBe(1);
    backend.intent = intentOf({ version: 2, status: 'completed' });
    checkout.setVisible(true);
    await settled();
    expect(checkout.state.phase).toBe('completed');
  });

  it('polls less often for a page that nobody sees', async () => {
    const { backend, clock, checkout } = setUp({ status: 'poll' });
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    checkout.setVisible(false);
    await clock.advance(60_000);
    const before = backend.calls.length;
    await clock.advance(600_000);
    expect(backend.calls.length - before).toBe(20);
  });

  it('reads at once when the page wakes up', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    backend.intent = intentOf({ version: 2, status: 'cancelled' });
    await checkout.refresh();
    expect(checkout.state.phase).toBe('cancelled');
  });
});

describe('a reload', () => {
  it('resumes from the backend, and the record holds no secret and no card', async () => {
    const { backend, kept, checkout, create } = setUp();
    await checkout.load();
    backend.posts.push('never');
    void checkout.submit(card);
    await settled();
    expect([...kept]).toHaveLength(1);
    expect(JSON.stringify([...kept])).not.toMatch(/4242|secret/);
    checkout.destroy();
    backend.intent = intentOf({ version: 2, active_attempt: asking });
    const again = create();
    await again.load();
    expect(again.state).toMatchObject({ phase: 'action_required', decision: null });
    again.destroy();
  });

  it('looks for a decision whose answer it never saw before the form comes back', async () => {
    const { backend, clock, kept, checkout, create } = setUp();
    await checkout.load();
    backend.posts.push('never');
    void checkout.submit(card);
    await settled();
    checkout.destroy();
    const again = create();
    await again.load();
    expect(again.state.phase).toBe('verifying');
    await clock.advance(9000);
    expect(again.state.phase).toBe('verifying');
    await clock.advance(2000);
    expect(again.state.phase).toBe('ready');
    expect(kept.size).toBe(0);
    again.destroy();
  });

  it('works where storage throws', async () => {
    const broken = () => {
      throw new Error('denied');
    };
    const { backend, checkout } = setUp({ storage: { getItem: broken, setItem: broken, removeItem: broken } });
    await checkout.load();
    backend.posts.push(intentOf({ version: 2, status: 'completed' }));
    await checkout.submit(card);
    expect(checkout.state.phase).toBe('completed');
  });
});

describe('a backend that is not right', () => {
  it.each([
    ['a wrong secret', () => problem(401, 'secret_invalid'), 'secret_invalid'],
    ['an unknown intent', () => problem(404, 'intent_not_found'), 'intent_not_found'],
    ['a page instead of an answer', () => new Response('<html>', { status: 200 }), 'contract_broken'],
    ['no such address', () => new Response('Not found', { status: 404 }), 'contract_broken'],
    ['no such address, said in the contract’s words', () => problem(404, 'not_found'), 'not_found'],
    ['another intent', () => Response.json(intentOf({ id: 'pi_2' })), 'contract_broken'],
  ])('%s: unavailable', async (_, answer, code) => {
    const { backend, checkout } = setUp();
    backend.reads.push(answer());
    await checkout.load();
    expect(checkout.state).toMatchObject({ phase: 'unavailable', problem: { code } });
  });

  it('names the field that breaks the contract', async () => {
    const { backend, checkout } = setUp();
    backend.reads.push(Response.json({ ...intentOf(), version: undefined }));
    await checkout.load();
    expect(checkout.state.problem?.violations).toEqual([{ pointer: '/version', code: 'required' }]);
  });

  it('down: keeps trying, and loads when it is up again', async () => {
    const { backend, clock, checkout } = setUp();
    backend.reads.push('lost', problem(503, 'internal'), 'lost');
    await checkout.load();
    expect(checkout.state).toMatchObject({ phase: 'loading', problem: { code: 'network' } });
    await clock.advance(10_000);
    expect(checkout.state).toMatchObject({ phase: 'ready', problem: null });
  });
});

it('however often the page wakes up while the backend is down, one read at a time is tried again', async () => {
  const { backend, clock, checkout } = setUp();
  backend.reads.push(...Array.from({ length: 400 }, () => 'lost' as const));
  await checkout.load();
  for (let wakes = 0; wakes < 20; wakes += 1) await checkout.refresh();
  await clock.advance(30_000);
  const before = backend.calls.length;
  await clock.advance(30_000);
  expect(backend.calls.length - before).toBeLessThanOrEqual(6);
  expect(backend.calls.length - before).toBeGreaterThan(1);
});

it('makes a key of its own for each decision where `crypto.randomUUID` is missing', async () => {
  const { backend, checkout } = setUp();
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  onTestFinished(() => void vi.unstubAllGlobals());
  await checkout.load();
  backend.posts.push(intentOf({ version: 2, status: 'completed' }));
  await checkout.submit(card);
  expect(backend.calledWith('POST')[0]?.key).toMatch(/^[0-9a-f]{32}$/);
});

describe('the page around it', () => {
  it('is told what happens, without a digit of the card', async () => {
    const { backend, events, checkout } = setUp();
    const states: string[] = [];
    checkout.subscribe((state) => states.push(JSON.stringify(state)));
    await checkout.load();
    backend.posts.push(
      intentOf({ version: 2, status: 'completed', active_attempt: attemptOf({ status: 'completed' }) }),
    );
    await checkout.submit(card);
    expect(events.map((event) => event.type === 'phase' && event.phase)).toEqual(['ready', 'submitting', 'completed']);
    expect(JSON.stringify(events) + states.join('')).not.toContain('42424242');
  });

  it('is told of a failure, however long the attempt has been there', async () => {
    const { backend, clock, events, checkout } = setUp();
    backend.intent = intentOf({ active_attempt: asking });
    await checkout.load();
    const failure = { code: { value: 'X', category: 'CUSTOMER_ERROR' as const }, reason: 'insufficient_funds' };
    backend.intent = intentOf({ version: 2, active_attempt: attemptOf({ status: 'failed', failure }) });
    await clock.advance(10_000);
    await checkout.refresh();
    expect(events.filter(({ type }) => type === 'failure')).toMatchObject([
      { failure: { reason: 'insufficient_funds' } },
    ]);
  });

  it('hears nothing after it has let go', async () => {
    const { backend, clock, checkout } = setUp();
    backend.intent = intentOf({ active_attempt: processing });
    await checkout.load();
    checkout.destroy();
    const before = backend.calls.length;
    await checkout.submit(card);
    await checkout.refresh();
    await clock.advance(120_000);
    expect(backend.calls.length).toBe(before);
  });

  it.each(['endpoint', 'intent', 'clientSecret'])('is told which option is missing: %s', (option) => {
    expect(() => setUp({ [option]: '' })).toThrow(CheckoutError);
    expect(() => setUp({ [option]: '' })).toThrow(option);
  });
});
