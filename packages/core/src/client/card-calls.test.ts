import type { CardInput } from '@florin/contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import { attemptOf, intentOf } from '../payment/intent.fixture.js';
import { Backend, problem } from './backend.fixture.js';
import { ManualClock, settled } from './clock.fixture.js';
import { createCheckout } from './create-checkout.js';

const card: CardInput = { type: 'card', number: '4242424242424242', exp_month: 4, exp_year: 2042, cvc: '123' };
const coBadged = { brands: ['cartes_bancaires', 'visa'], co_badged: true };
const visa = {
  type: 'saved_card' as const,
  cards: [{ id: 'sc_1', brand: 'visa', last4: '4242', exp_month: 4, exp_year: 2042 }],
};
const key = { kty: 'RSA', kid: 'k1', n: 'AQAB', e: 'AQAB' } as const;

function setUp() {
  const backend = new Backend(intentOf({ methods: [{ type: 'card' }, visa] }));
  const clock = new ManualClock();
  const states: string[] = [];
  const checkout = createCheckout({
    endpoint: 'https://shop.example/api/checkout',
    intent: 'pi_1',
    clientSecret: 'secret-of-pi_1',
    fetch: backend.fetch,
    clock,
    random: () => 1,
  });
  checkout.subscribe((state) => states.push(JSON.stringify(state)));
  onTestFinished(() => checkout.destroy());
  return { backend, clock, checkout, states };
}

describe('looking a card up', () => {
  it('sends the first eight digits and no more, with a key', async () => {
    const { backend, checkout } = setUp();
    backend.posts.push(Response.json(coBadged));
    expect(await checkout.lookUpCard('4035501000000008')).toEqual(coBadged);
    expect(backend.calls).toMatchObject([
      { method: 'POST', path: '/api/checkout/intents/pi_1/card-lookup', body: '{"bin":"40355010"}' },
    ]);
    expect(backend.calls[0]?.key).toBeTruthy();
  });

  it.each(['', '4035501', '4035 5010', 'abcdefgh'])('sends nothing for %j', async (digits) => {
    const { backend, checkout } = setUp();
    expect(await checkout.lookUpCard(digits)).toBeNull();
    expect(backend.calls).toHaveLength(0);
  });

  it('asks once per range, however often and at whatever moment it is called', async () => {
    const { backend, checkout } = setUp();
    backend.posts.push(Response.json(coBadged), Response.json({ brands: [] }));
    const answers = await Promise.all(
      ['40355010', '403550101', '4035501000000008'].map((one) => checkout.lookUpCard(one)),
    );
    expect(answers).toEqual([coBadged, coBadged, coBadged]);
    expect(await checkout.lookUpCard('40355010')).toEqual(coBadged);
    expect(await checkout.lookUpCard('40355011')).toEqual({ brands: [] });
    expect(backend.calls).toHaveLength(2);
  });

  it('lets one go without taking it from the others', async () => {
    const { backend, clock, checkout } = setUp();
    backend.posts.push('never');
    const leaving = new AbortController();
    const left = checkout.lookUpCard('40355010', leaving.signal);
    const kept = checkout.lookUpCard('40355010', new AbortController().signal);
    leaving.abort();
    expect(await left).toBeNull();
    await clock.advance(4000);
    expect(await kept).toBeNull();
    backend.posts.push(Response.json(coBadged));
    expect(await checkout.lookUpCard('40355010', leaving.signal)).toBeNull();
    expect(await checkout.lookUpCard('40355010')).toEqual(coBadged);
  });

  it.each([
    ['lost', 'lost'],
    ['a refusal', problem(422, 'validation_failed')],
    ['a page', new Response('<html>')],
    ['out of the contract', Response.json({ brands: 'visa' })],
  ] as const)('is null after %s, changes nothing, and may be asked for again', async (_, answer) => {
    const { backend, checkout, states } = setUp();
    await checkout.load();
    const before = states.length;
    backend.posts.push(answer, Response.json(coBadged));
    expect(await checkout.lookUpCard('40355010')).toBeNull();
    expect(states).toHaveLength(before);
    expect(await checkout.lookUpCard('40355010')).toEqual(coBadged);
  });

  it('gives up after four seconds', async () => {
    const { backend, clock, checkout } = setUp();
    backend.posts.push('never');
    let answer: unknown = 'none yet';
    void checkout.lookUpCard('40355010').then((lookup) => (answer = lookup));
    await clock.advance(3999);
    expect(answer).toBe('none yet');
    await clock.advance(1);
    expect(answer).toBeNull();
  });

  it('leaves a backend alone for as long as it asks', async () => {
    const { backend, clock, checkout } = setUp();
    backend.posts.push(problem(429, 'rate_limited', { 'retry-after': '30' }), Response.json(coBadged));
    expect(await checkout.lookUpCard('40355010')).toBeNull();
    await clock.advance(29_000);
    expect(await checkout.lookUpCard('40355011')).toBeNull();
    expect(backend.calls).toHaveLength(1);
    await clock.advance(1000);
    expect(await checkout.lookUpCard('40355010')).toEqual(coBadged);
  });

  it('says nothing after the checkout has let go', async () => {
    const { backend, checkout } = setUp();
    checkout.destroy();
    expect(await checkout.lookUpCard('40355010')).toBeNull();
    expect(backend.calls).toHaveLength(0);
  });
});

describe('a card reference', () => {
  const reference = { reference: 'cr_1', expires_at: '2026-01-01T00:15:00.000Z' };

  it('stands for a card, and the state never sees the card', async () => {
    const { backend, checkout, states } = setUp();
    await checkout.load();
    backend.posts.push(Response.json(reference));
    expect(await checkout.createCardReference(card)).toEqual(reference);
    const [call] = backend.calledWith('POST');
    expect(call).toMatchObject({ path: '/api/checkout/intents/pi_1/card-references', body: JSON.stringify({ card }) });
    expect(states.join('')).not.toContain('42424242');
  });

  it('is asked for again with the same key while its answer is lost, and not for ever', async () => {
    const { backend, clock, checkout } = setUp();
    await checkout.load();
    backend.posts.push(
      'lost',
      problem(409, 'idempotency_in_progress', { 'retry-after': '2' }),
      Response.json(reference),
    );
    const asked = checkout.createCardReference(card);
    await clock.advance(10_000);
    expect(await asked).toEqual(reference);
    expect(new Set(backend.calledWith('POST').map((call) => call.key)).size).toBe(1);

    backend.posts.push(...Array.from({ length: 9 }, () => 'lost' as const));
    const lost = checkout.createCardReference(card);
    await clock.advance(60_000);
    expect(await lost).toEqual({ problem: { code: 'network' } });
    expect(backend.calledWith('POST')).toHaveLength(3 + 4);
  });

  it('is refused once, with where the card is wrong', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    const errors = [{ pointer: '/card/exp_year', code: 'required' }];
    backend.posts.push(Response.json({ code: 'validation_failed', errors }, { status: 422 }));
    expect(await checkout.createCardReference(card)).toEqual({
      problem: { code: 'validation_failed', status: 422, violations: errors },
    });
    expect(backend.calledWith('POST')).toHaveLength(1);
  });

  it('is not asked for where the card would have to be sealed, nor before that is known', async () => {
    const { backend, checkout } = setUp();
    backend.intent = intentOf({ encryption_key: key });
    expect(await checkout.createCardReference(card)).toEqual({ problem: { code: 'not_ready' } });
    await checkout.load();
    expect(await checkout.createCardReference(card)).toEqual({ problem: { code: 'sealing_unsupported' } });
    expect(backend.calledWith('POST')).toHaveLength(0);
  });

  it('can be given up', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    backend.posts.push('never');
    const leaving = new AbortController();
    const asked = checkout.createCardReference(card, leaving.signal);
    await settled();
    leaving.abort();
    expect(await asked).toEqual({ problem: { code: 'aborted' } });
  });
});

describe('a saved card', () => {
  const without = intentOf({ version: 2, methods: [{ type: 'card' }, { ...visa, cards: [] }] });

  it('is removed and brought back at once, each with its own key, and the intent shows it', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    backend.posts.push(without, intentOf({ version: 3, methods: [visa] }));
    expect(await checkout.removeSavedCard('sc/1')).toBeNull();
    expect(checkout.state.intent).toMatchObject({ version: 2, methods: without.methods });
    expect(await checkout.restoreSavedCard('sc/1')).toBeNull();
    expect(checkout.state.intent?.methods).toEqual([visa]);
    const [removal, undoing] = backend.calledWith('POST');
    expect(removal).toMatchObject({ path: '/api/checkout/intents/pi_1/saved-cards/sc%2F1/remove', body: '' });
    expect(undoing?.path).toMatch(/\/restore$/);
    expect(undoing?.key).not.toBe(removal?.key);
  });

  it('does not come back with an older intent', async () => {
    const { backend, checkout } = setUp();
    backend.intent = intentOf({ version: 5 });
    await checkout.load();
    backend.posts.push(without);
    expect(await checkout.removeSavedCard('sc_1')).toBeNull();
    expect(checkout.state.intent?.version).toBe(5);
  });

  it('whose answer is lost is asked for again with the same key, a few times', async () => {
    const { backend, clock, checkout } = setUp();
    await checkout.load();
    backend.posts.push('lost', problem(503, 'provider_unavailable'), without);
    const removed = checkout.removeSavedCard('sc_1');
    await clock.advance(10_000);
    expect(await removed).toBeNull();
    const keys = backend.calledWith('POST').map((call) => call.key);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);

    backend.posts.push(...Array.from({ length: 9 }, () => 'lost' as const));
    backend.intent = intentOf({ version: 3, methods: [visa] });
    const lost = checkout.restoreSavedCard('sc_1');
    await clock.advance(60_000);
    expect(await lost).toEqual({ code: 'network' });
    // Nobody knows whether it was done: the intent was read to see.
    expect(checkout.state.intent?.version).toBe(3);
    expect(backend.calledWith('POST')).toHaveLength(3 + 4);
  });

  it('that is refused says why', async () => {
    const { backend, checkout } = setUp();
    await checkout.load();
    backend.posts.push(problem(404, 'saved_card_not_found'), intentOf({ id: 'pi_2' }));
    expect(await checkout.removeSavedCard('sc_9')).toEqual({ code: 'saved_card_not_found', status: 404 });
    expect(checkout.state).toMatchObject({ phase: 'ready', problem: null });
  });

  it('stays while a payment is being made, and after it', async () => {
    const { backend, checkout } = setUp();
    expect(await checkout.removeSavedCard('sc_1')).toEqual({ code: 'not_ready' });
    await checkout.load();
    backend.posts.push('never');
    void checkout.submit({ type: 'saved_card', card: 'sc_1' });
    expect(await checkout.removeSavedCard('sc_1')).toEqual({ code: 'not_ready' });
    backend.intent = intentOf({ version: 2, status: 'completed', active_attempt: attemptOf({ status: 'completed' }) });
    await checkout.refresh();
    expect(await checkout.restoreSavedCard('sc_1')).toEqual({ code: 'not_ready' });
    expect(backend.calledWith('POST')).toHaveLength(1);
  });

  it('is paid with as it is, and its security code is not sent where card data would have to be sealed', async () => {
    const { backend, checkout } = setUp();
    backend.intent = intentOf({ encryption_key: key, methods: [visa] });
    await checkout.load();
    await checkout.submit({ type: 'saved_card', card: 'sc_1', cvc: '123' });
    expect(checkout.state.problem?.code).toBe('sealing_unsupported');
    expect(backend.calledWith('POST')).toHaveLength(0);
    backend.posts.push(intentOf({ version: 2, status: 'completed' }));
    await checkout.submit({ type: 'saved_card', card: 'sc_1' });
    expect(backend.calledWith('POST')).toHaveLength(1);
    expect(checkout.state.phase).toBe('completed');
  });
});
