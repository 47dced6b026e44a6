import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CARD, openCheckout, openTestStore } from '../checkout.fixture.js';
import { GatewayError } from '../gateway.js';
import { attempt, completed, declined } from '../scripted-gateway.fixture.js';
import { sha256 } from '../secrets.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const MINUTE = 60_000;

async function openHandedIn(options: object = {}, fields: object = {}) {
  const checkout = await openCheckout(store, options, fields);
  const handIn = async (key?: string, card: object = CARD) => {
    const answer = await checkout.post('/card-references', { card }, key);
    return { ...answer, body: answer.body as unknown as Record<string, string> };
  };
  const payWith = (reference: string | undefined, key?: string) =>
    checkout.pay(key, { type: 'card_reference', reference });
  return { ...checkout, handIn, payWith };
}

describe('handing a card in', () => {
  it('answers what stands for it, the same for a resend', async () => {
    const { handIn, gateway, clock } = await openHandedIn();
    const first = await handIn('one');
    expect(first).toMatchObject({
      status: 201,
      body: { reference: expect.stringMatching(/^cr_\w{64}$/), expires_at: '2026-01-01T00:15:00.000Z' },
    });
    expect(first.headers.get('Cache-Control')).toBe('no-store');
    clock.advance(MINUTE);
    expect((await handIn('one')).body).toEqual(first.body);
    expect((await handIn('one', { ...CARD, cvc: '123' })).body['code']).toBe('idempotency_mismatch');
    expect(gateway.count('tokenize')).toBe(1);
    expect((await handIn()).body['reference']).not.toBe(first.body['reference']);
  });

  it('keeps neither the card nor the reference', async () => {
    const kept: unknown[] = [];
    const spied: IntentStore = {
      ...store,
      settle: (claim, answer) => (kept.push(claim, answer), store.settle(claim, answer)),
      cards: { ...store.cards, addReference: (made) => (kept.push(made), store.cards.addReference(made)) },
    };
    const { post, log } = await openCheckout(spied);
    const { body } = await post('/card-references', { card: CARD });
    const { reference } = body as unknown as { reference: string };
    expect(kept).toContainEqual(expect.objectContaining({ hash: await sha256(reference), token: 'tok_1' }));
    expect(JSON.stringify([kept, log])).not.toMatch(/4242424242|\b987\b|Lovelace/);
    expect(JSON.stringify([kept, log])).not.toContain(reference);
  });

  it.each([
    ['a card that does not fit', { ...CARD, number: 'x' }, '/card/number'],
    ['a card without its code', { ...CARD, cvc: undefined }, '/card/cvc'],
    ['a card in parts that are not offered', { ...CARD, installments: 3 }, '/card/installments'],
  ])('%s is refused', async (_, card, pointer) => {
    const { handIn, gateway } = await openHandedIn();
    expect(await handIn(undefined, card)).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ pointer }] },
    });
    expect(gateway.calls).toEqual([]);
  });

  it.each<[GatewayError, object]>([
    [new GatewayError('not_sent', 'unreachable', { retryAfter: 7 }), { code: 'provider_unavailable' }],
    [new GatewayError('unknown', 'timeout'), { code: 'provider_unavailable' }],
    [new GatewayError('refused', 'http_401'), { code: 'method_not_available' }],
    [
      new GatewayError('refused', 'http_422', {
        failure: { code: { value: 'x', category: 'CUSTOMER_ERROR', message: null }, reason: 'check_number' },
      }),
      { code: 'validation_failed', errors: [{ pointer: '/card/number', code: 'invalid_value' }] },
    ],
  ])('when the provider says %s, the same key may run again', async (error, expected) => {
    const { handIn, gateway, log } = await openHandedIn();
    gateway.token = error;
    expect((await handIn('one')).body).toMatchObject(expected);
    expect(log).toContainEqual(expect.objectContaining({ event: 'provider_tokenize_failed' }));
    gateway.token = 'tok_2';
    expect((await handIn('one')).status).toBe(201);
  });

  it('a crash in between hands in once more under the same key: one reference', async () => {
    const { handIn, gateway, clock, payWith } = await openHandedIn();
    gateway.token = new Promise(() => {});
    void handIn('one');
    await vi.waitFor(() => expect(gateway.count('tokenize')).toBe(1));
    clock.advance(MINUTE);
    gateway.token = 'tok_1';
    const { body } = await handIn('one');
    const keys = gateway.calls.map(({ request }) => (request as { idempotencyKey: string }).idempotencyKey);
    expect(keys).toEqual([keys[0], keys[0]]);
    expect((await payWith(body['reference'])).body.status).toBe('completed');
  });

  it('is not there where the provider cannot, where no card is taken, and when it is over', async () => {
    const without = await openHandedIn({}, { gatewayName: `g_${randomUUID()}` });
    Object.assign(without.gateway, { tokenizeCard: undefined });
    expect((await without.handIn()).body['code']).toBe('method_not_available');
    const qr = await openHandedIn({}, { methods: [{ type: 'qr' }] });
    expect((await qr.handIn()).body['code']).toBe('method_not_available');
    const paid = await openHandedIn();
    await paid.pay();
    expect((await paid.handIn()).body['code']).toBe('intent_final');
  });

  it('not too often', async () => {
    const { handIn } = await openHandedIn({ attemptLimit: { max: 1, per: MINUTE } });
    await handIn();
    expect(await handIn()).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  });
});

describe('paying with a reference', () => {
  it('an empty form field is told as such', async () => {
    const { server, id } = await openHandedIn();
    await expect(server.payWithReference(id, '')).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('is paying with the card', async () => {
    const { handIn, payWith, gateway } = await openHandedIn();
    const { reference } = (await handIn()).body;
    const { status, body } = await payWith(reference);
    expect(status).toBe(201);
    expect(body.active_attempt?.method).toEqual({ type: 'card', label: 'Visa •••• 4242' });
    expect(gateway.calls.at(-1)?.request).toMatchObject({ token: 'tok_1' });
    expect(JSON.stringify(body)).not.toContain('tok_1');
  });

  it('brings along what the customer chose', async () => {
    const cardRanges = [{ from: '4242', brands: ['cartes_bancaires', 'visa'], installments: [{ count: 3 }] }];
    const customer = { id: `c_${randomUUID()}`, email: 'a@shop.example', firstName: 'A', lastName: 'B' };
    const fields = { customer, methods: [{ type: 'card', save: true }], gatewayName: `g_${randomUUID()}` };
    const { handIn, payWith, gateway, open } = await openHandedIn({ cardRanges }, fields);
    gateway.kept = { token: 'card_9', brand: 'visa', last4: '4242', expMonth: 12, expYear: 2030 };
    const chosen = { ...CARD, brand: 'cartes_bancaires', installments: 3, save: true };
    const { reference } = (await handIn(undefined, chosen)).body;
    const plan = { installments: { count: 3, amount: 1667, total: 4999 }, save: true };
    expect(gateway.calls[0]?.request).toMatchObject({ card: chosen, ...plan });
    const { body } = await payWith(reference);
    expect(body.active_attempt?.method.label).toBe('CB •••• 4242');
    expect(gateway.calls.find(({ call }) => call === 'start')?.request).toMatchObject(plan);
    const next = await open({ customer, methods: [{ type: 'saved_card' }] });
    expect(await next.listed()).toHaveLength(1);
  });

  it('twenty at once are one attempt', async () => {
    const { handIn, payWith, gateway, id } = await openHandedIn();
    const { reference } = (await handIn()).body;
    gateway.starting = declined('GENERIC_DECLINE');
    const answers = await Promise.all(Array.from({ length: 20 }, () => payWith(reference)));
    const codes = answers.map(({ status, body }) => (status === 201 ? 'created' : body.code));
    expect(codes.filter((code) => code === 'created')).toHaveLength(1);
    for (const code of codes) expect(['created', 'attempt_in_progress', 'card_reference_spent']).toContain(code);
    expect(gateway.count('start')).toBe(1);
    expect((await store.find(id))?.attempts).toHaveLength(1);
    // The intent is open again; the reference is not.
    expect(await payWith(reference)).toMatchObject({ status: 422, body: { code: 'card_reference_spent' } });
  });

  it('the same key answers the first answer again', async () => {
    const { handIn, payWith, gateway } = await openHandedIn();
    const { reference } = (await handIn()).body;
    const first = await payWith(reference, 'one');
    expect(await payWith(reference, 'one')).toMatchObject({ status: 201, body: first.body });
    expect(gateway.count('start')).toBe(1);
  });

  it('not of another intent, not one that was never given, not after its time', async () => {
    const [one, other] = [await openHandedIn(), await openHandedIn()];
    const { reference } = (await one.handIn()).body;
    const spent = { status: 422, body: { code: 'card_reference_spent' } };
    expect(await other.payWith(reference)).toMatchObject(spent);
    expect(await one.payWith('cr_nobody')).toMatchObject(spent);
    one.clock.advance(15 * MINUTE);
    expect(await one.payWith(reference)).toMatchObject(spent);
    expect((await one.pay()).status).toBe(201);
  });

  it('that certainly never reached the provider is good again, and pays once', async () => {
    const { handIn, payWith, gateway, id } = await openHandedIn();
    const { reference } = (await handIn()).body;
    gateway.starting = new GatewayError('not_sent', 'unreachable');
    expect((await payWith(reference)).body.code).toBe('provider_unavailable');
    gateway.starting = completed();
    const answers = await Promise.all([payWith(reference), payWith(reference), payWith(reference)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(gateway.count('start')).toBe(2);
    expect((await store.find(id))?.attempts).toHaveLength(1);
  });

  it('that may have reached the provider is spent, whatever comes of it', async () => {
    const { handIn, payWith, gateway, clock, get } = await openHandedIn({ unreceivedAfter: 5_000 });
    const { reference } = (await handIn()).body;
    gateway.starting = new GatewayError('unknown', 'timeout');
    gateway.reading = { status: 'pending', attempt: null };
    expect((await payWith(reference)).body.active_attempt).toMatchObject({ uncertain: true });
    expect((await payWith(reference)).body.code).toBe('attempt_in_progress');
    clock.advance(10_000);
    await vi.waitFor(async () => expect((await get()).body.active_attempt?.status).toBe('failed'));
    expect((await payWith(reference)).body.code).toBe('card_reference_spent');
  });

  it('over a crash it is the same attempt under the same key', async () => {
    const { handIn, payWith, gateway, clock, id } = await openHandedIn();
    const { reference } = (await handIn()).body;
    gateway.starting = new Promise(() => {});
    void payWith(reference, 'one');
    await vi.waitFor(() => expect(gateway.count('start')).toBe(1));
    clock.advance(MINUTE);
    gateway.starting = completed();
    expect((await payWith(reference, 'one')).body.status).toBe('completed');
    const keys = gateway.calls.flatMap(({ call, request }) =>
      call === 'start' ? (request as { idempotencyKey: string }).idempotencyKey : [],
    );
    expect(keys).toEqual([keys[0], keys[0]]);
    expect((await store.find(id))?.attempts).toHaveLength(1);
  });

  it('a refusal for another reason leaves it good', async () => {
    const { handIn, payWith, gateway, pay, clock } = await openHandedIn({ attemptLimit: { max: 1, per: MINUTE } });
    const { reference } = (await handIn()).body;
    gateway.starting = declined('GENERIC_DECLINE');
    await pay();
    expect((await payWith(reference)).body.code).toBe('rate_limited');
    clock.advance(MINUTE);
    gateway.starting = completed({ id: 'att_2' });
    expect((await payWith(reference)).body.status).toBe('completed');
  });
});

describe('by the merchant’s own backend', () => {
  it('a form that is sent twice is one payment with one answer', async () => {
    const { handIn, gateway, server, id } = await openHandedIn();
    const { reference = '' } = (await handIn()).body;
    const first = await server.payWithReference(id, reference);
    expect(first).toMatchObject({ status: 'completed', attempts: [{ method: { label: 'Visa •••• 4242' } }] });
    expect(await server.payWithReference(id, reference)).toEqual(first);
    expect(gateway.count('start')).toBe(1);
  });

  it('a form and a page at once are one payment', async () => {
    const { handIn, payWith, gateway, server, id } = await openHandedIn();
    const { reference = '' } = (await handIn()).body;
    gateway.starting = attempt();
    const ends = await Promise.allSettled([
      server.payWithReference(id, reference),
      server.payWithReference(id, reference, { idempotencyKey: 'another' }),
      payWith(reference).then(({ status }) => (status === 201 ? status : Promise.reject(new Error()))),
    ]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(gateway.count('start')).toBe(1);
  });

  it('throws what the page would have been answered', async () => {
    const { server, id } = await openHandedIn();
    await expect(server.payWithReference('pi_none', 'cr_x')).rejects.toMatchObject({ code: 'intent_not_found' });
    await expect(server.payWithReference(id, 'cr_x')).rejects.toMatchObject({ code: 'card_reference_spent' });
    await expect(server.payWithReference(id, 'x'.repeat(81))).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
