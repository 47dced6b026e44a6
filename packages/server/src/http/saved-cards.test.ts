import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CARD, openCheckout, openIntent, openTestStore } from '../checkout.fixture.js';
import { GatewayError, type KeptCard } from '../gateway.js';
import { attempt, declined } from '../scripted-gateway.fixture.js';
import type { NewSavedCard } from '../saved-cards.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const MINUTE = 60_000;
const visa: KeptCard = { token: 'card_1', brand: 'visa', last4: '4242', expMonth: 12, expYear: 2030 };
const amex: KeptCard = { token: 'card_2', brand: 'amex', last4: '0005', expMonth: 11, expYear: 2031 };
const methods = [{ type: 'saved_card', removable: true }, { type: 'card' }];

/** A customer with cards, at a gateway that no other test sweeps. */
async function openWith(cards: NewSavedCard[], option: object = {}) {
  const customer = { id: `c_${randomUUID()}`, email: 'ada@shop.example', firstName: 'Ada', lastName: 'Lovelace' };
  const checkout = await openCheckout(store, {}, { gatewayName: `g_${randomUUID()}`, customer });
  const saved = [];
  for (const card of cards) saved.push(await checkout.server.savedCards.add(customer.id, card));
  const open = () =>
    checkout.open({ customer, methods: [{ type: 'saved_card', removable: true, ...option }, { type: 'card' }] });
  const ids = saved.map(({ id }) => id);
  return { ...checkout, ...(await open()), open, customer, ids };
}
const paying = (card: string | undefined, cvc?: string) => ({ type: 'saved_card', card, ...(cvc && { cvc }) });

describe('which cards are listed', () => {
  it('those of the customer, the default one first; no token and no customer', async () => {
    const { get, ids, customer } = await openWith([visa, { ...amex, isDefault: true, cvc: 'hidden' }]);
    const { body } = await get();
    expect(body.methods[0]).toEqual({
      type: 'saved_card',
      removable: true,
      cards: [
        { id: ids[1], brand: 'amex', last4: '0005', exp_month: 11, exp_year: 2031, cvc: 'hidden', is_default: true },
        { id: ids[0], brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2030, cvc: 'required' },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`card_[12]|${customer.id}|ada@`));
  });

  it.each([
    ['a guest', undefined],
    ['a customer without an account', { email: 'a@shop.example', firstName: 'A', lastName: 'B' }],
    ['somebody new', { id: 'c_new', email: 'a@shop.example', firstName: 'A', lastName: 'B' }],
  ])('%s has none', async (_, customer) => {
    const { listed } = await openCheckout(store, {}, { methods, ...(customer && { customer }) });
    expect(await listed()).toEqual([]);
  });

  it('none of another gateway', async () => {
    const { ids, customer, server } = await openWith([visa]);
    const other = await openCheckout(store, {}, { methods, customer });
    expect(await other.listed()).toEqual([]);
    expect((await server.savedCards.list(customer.id)).map(({ id }) => id)).toEqual(ids);
  });
});

describe('paying with one', () => {
  it('hands its token to the provider, and tells what is told of a card', async () => {
    const { pay, gateway, ids } = await openWith([visa]);
    const { status, body } = await pay(undefined, paying(ids[0], '123'));
    expect(status).toBe(201);
    expect(body.active_attempt?.method).toEqual({ type: 'saved_card', label: 'Visa •••• 4242' });
    expect(gateway.calls.at(-1)?.request).toMatchObject({ token: 'card_1', input: { cvc: '123' }, save: false });
    expect(JSON.stringify(body)).not.toContain('card_1');
  });

  it.each<[string, Partial<NewSavedCard>, object, string | undefined, object]>([
    ['without its code', {}, {}, undefined, { code: 'validation_failed', errors: [{ pointer: '/method/cvc' }] }],
    ['over its date', { expMonth: 11, expYear: 2025 }, {}, '123', { code: 'method_not_available' }],
    [
      'over its date, in test mode',
      { expMonth: 11, expYear: 2025 },
      { test_mode: true },
      '123',
      { status: 'completed' },
    ],
    // The first of the next month, and still the last of this one somewhere on earth.
    ['in the last hours of its month', { expMonth: 12, expYear: 2025 }, {}, '123', { status: 'completed' }],
    ['without a code, where none is asked for', { cvc: 'hidden' }, {}, undefined, { status: 'completed' }],
  ])('%s', async (_, fields, option, cvc, expected) => {
    const { pay, ids } = await openWith([{ ...visa, ...fields }], option);
    expect((await pay(undefined, paying(ids[0], cvc))).body).toMatchObject(expected);
  });

  it('no card of somebody else, and none where none is offered', async () => {
    const [one, other] = [await openWith([visa]), await openWith([visa])];
    for (const card of [other.ids[0], 'sc_none', ''])
      expect((await one.pay(undefined, paying(card, '123'))).body.code).toBe('method_not_available');
    const plain = await openCheckout(store);
    expect((await plain.pay(undefined, paying(one.ids[0], '123'))).body.code).toBe('method_not_available');
    expect(one.gateway.count('start')).toBe(0);
  });

  it('the same key again is the same payment, a declined card leaves the intent open', async () => {
    const { pay, gateway, ids } = await openWith([visa]);
    gateway.starting = declined('INVALID_CVC');
    const first = await pay('one', paying(ids[0], '000'));
    expect(first.body).toMatchObject({ status: 'pending', active_attempt: { failure: { reason: 'check_cvc' } } });
    expect((await pay('one', paying(ids[0], '000'))).body).toEqual(first.body);
    expect((await pay('one', paying(ids[0], '123'))).body.code).toBe('idempotency_mismatch');
    expect(gateway.count('start')).toBe(1);
  });

  it('a crash in between sends the same card under the same key, though it was removed since', async () => {
    const { pay, gateway, clock, ids, server, customer } = await openWith([visa]);
    gateway.starting = new Promise(() => {});
    void pay('one', paying(ids[0], '123'));
    await vi.waitFor(() => expect(gateway.count('start')).toBe(1));
    await server.savedCards.remove(customer.id, ids[0] ?? '');
    clock.advance(MINUTE);
    await pay('one', paying(ids[0], '123'));
    const starts = gateway.calls.filter(({ call }) => call === 'start');
    const keys = starts.map(({ request }) => (request as { idempotencyKey: string }).idempotencyKey);
    expect(new Set(keys).size).toBe(1);
  });
});

describe('removing and restoring', () => {
  it('is at once, once, and can be taken back to where it was', async () => {
    const { post, pay, listed, ids } = await openWith([visa, amex]);
    const all = await listed();
    const remove = (key?: string) => post(`/saved-cards/${ids[0]}/remove`, {}, key);
    const removed = await remove('one');
    expect(removed).toMatchObject({ status: 200, body: { version: 2 } });
    expect(removed.body.methods[0]).toMatchObject({ cards: [{ id: ids[1] }] });
    expect((await remove('one')).body).toEqual(removed.body);
    expect((await remove()).body.version).toBe(2);
    expect((await pay(undefined, paying(ids[0], '123'))).body.code).toBe('method_not_available');
    const restored = await post(`/saved-cards/${ids[0]}/restore`);
    expect(restored.body.version).toBe(3);
    expect(await listed()).toEqual(all);
    expect((await post(`/saved-cards/${ids[0]}/restore`)).body.version).toBe(3);
    expect((await pay(undefined, paying(ids[0], '123'))).body.status).toBe('completed');
  });

  it('another payment of the same customer lists it on, and cannot be paid with it', async () => {
    const { post, pay, open, ids } = await openWith([visa]);
    const other = await open();
    await post(`/saved-cards/${ids[0]}/remove`);
    expect(await other.listed()).toEqual(ids);
    expect((await other.pay(undefined, paying(ids[0], '123'))).body.code).toBe('method_not_available');
    expect(await (await open()).listed()).toEqual([]);
    await other.post(`/saved-cards/${ids[0]}/restore`);
    // Restored elsewhere, it is still gone from the list that it was removed from.
    expect((await pay(undefined, paying(ids[0], '123'))).body.code).toBe('method_not_available');
    expect((await other.pay(undefined, paying(ids[0], '123'))).body.status).toBe('completed');
  });

  it.each(['remove', 'restore'])(
    '%s: nobody else’s, none that is not there, none that may not be removed',
    async (what) => {
      const [one, other] = [await openWith([visa]), await openWith([visa])];
      for (const card of [other.ids[0], 'sc_none'])
        expect(await one.post(`/saved-cards/${card}/${what}`)).toMatchObject({
          status: 404,
          body: { code: 'saved_card_not_found' },
        });
      const fixed = await openWith([visa], { removable: false });
      expect((await fixed.post(`/saved-cards/${fixed.ids[0]}/${what}`)).status).toBe(404);
      expect(await other.listed()).toEqual(other.ids);
    },
  );

  it.each(['remove', 'restore'])('%s: not under a payment that is under way, nor after it', async (what) => {
    const { post, pay, gateway, clock, get, ids } = await openWith([visa, amex]);
    gateway.starting = attempt();
    await pay();
    expect((await post(`/saved-cards/${ids[0]}/${what}`)).body.code).toBe('attempt_in_progress');
    gateway.reading = { ...attempt({ status: 'completed' }), status: 'completed' };
    clock.advance(2_000);
    await vi.waitFor(async () => expect((await get()).body.status).toBe('completed'));
    expect((await post(`/saved-cards/${ids[0]}/${what}`)).body.code).toBe('intent_final');
  });

  it('removing and paying at once: one of the two, never a payment with a card that is gone', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { post, pay, gateway, listed, ids } = await openWith([visa]);
      gateway.starting = attempt();
      const remove = () => post(`/saved-cards/${ids[0]}/remove`);
      const payWithIt = () => pay(undefined, paying(ids[0], '123'));
      const first = round % 2 ? remove() : payWithIt();
      const second = round % 2 ? payWithIt() : remove();
      const [removed, paid] = round % 2 ? [await first, await second] : [await second, await first];
      expect([
        [200, 422],
        [409, 201],
      ]).toContainEqual([removed.status, paid.status]);
      expect(gateway.count('start')).toBe(paid.status === 201 ? 1 : 0);
      expect(await listed()).toEqual(paid.status === 201 ? ids : []);
    }
  });
});

describe('forgetting', () => {
  it('is told to the provider ten minutes later, and then there is no way back', async () => {
    const { post, gateway, clock, ids } = await openWith([visa]);
    await post(`/saved-cards/${ids[0]}/remove`);
    clock.advance(9 * MINUTE);
    await settled();
    expect(gateway.forgotten).toEqual([]);
    clock.advance(MINUTE);
    await vi.waitFor(async () => expect(await store.cards.find(ids[0] ?? '')).toBeNull());
    expect(gateway.forgotten).toEqual(['card_1']);
    expect((await post(`/saved-cards/${ids[0]}/restore`)).body.code).toBe('saved_card_not_found');
    expect((await post(`/saved-cards/${ids[0]}/remove`)).status).toBe(200);
  });

  it('is not told of a card that was restored', async () => {
    const { post, gateway, clock, ids } = await openWith([visa]);
    await post(`/saved-cards/${ids[0]}/remove`);
    clock.advance(9 * MINUTE);
    expect((await post(`/saved-cards/${ids[0]}/restore`)).status).toBe(200);
    clock.advance(30 * MINUTE);
    await settled();
    expect(gateway.forgotten).toEqual([]);
    expect((await store.cards.find(ids[0] ?? ''))?.removedAt).toBeNull();
  });

  it('after the window there is no way back, also before the provider was told', async () => {
    const { post, gateway, clock, ids, log } = await openWith([visa]);
    gateway.forgetting = new Error('card_1');
    await post(`/saved-cards/${ids[0]}/remove`);
    clock.advance(10 * MINUTE);
    expect((await post(`/saved-cards/${ids[0]}/restore`)).body.code).toBe('saved_card_not_found');
    await vi.waitFor(() => expect(log).toContainEqual(expect.objectContaining({ event: 'card_not_forgotten_yet' })));
    expect(JSON.stringify(log)).not.toContain('card_1');
    // It failed; it is tried again, by another process too.
    gateway.forgetting = null;
    await vi.waitFor(async () => {
      clock.advance(5 * MINUTE);
      expect(await store.cards.find(ids[0] ?? '')).toBeNull();
    });
    const keys = gateway.calls.flatMap(({ call, request }) =>
      call === 'forget' ? (request as { idempotencyKey: string }).idempotencyKey : [],
    );
    expect([keys.length > 1, new Set(keys).size]).toEqual([true, 1]);
  });

  it('restored and forgotten at once: never a card that stands in the list and is gone', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { post, gateway, clock, ids, server } = await openWith([visa]);
      await post(`/saved-cards/${ids[0]}/remove`);
      clock.advance(10 * MINUTE - 1);
      await settled();
      const restoring = post(`/saved-cards/${ids[0]}/restore`);
      clock.advance(1);
      await server.createIntent({ amount: { value: 1, currency: 'EUR', exponent: 2 }, methods: [{ type: 'card' }] });
      const restored = (await restoring).status === 200;
      await vi.waitFor(async () => {
        clock.advance(MINUTE);
        const card = await store.cards.find(ids[0] ?? '');
        expect(restored ? card?.removedAt : card).toBeNull();
      });
      expect(gateway.forgotten).toEqual(restored ? [] : ['card_1']);
    }
  });

  it('by the merchant is for good and at once', async () => {
    const { server, customer, gateway, ids, post } = await openWith([visa, amex]);
    expect(await server.savedCards.remove(customer.id, ids[0] ?? '')).toBe(true);
    expect(await server.savedCards.remove('somebody else', ids[1] ?? '')).toBe(false);
    await vi.waitFor(() => expect(gateway.forgotten).toEqual(['card_1']));
    expect((await post(`/saved-cards/${ids[0]}/restore`)).status).toBe(404);
    expect((await server.savedCards.list(customer.id)).map(({ last4 }) => last4)).toEqual(['0005']);
  });
});

describe('keeping', () => {
  const asking = { save: true };
  const agreed = { ...CARD, save: true };
  /** A customer without cards, at an order that asks whether the card may be kept. */
  async function openNew(card: object = asking) {
    const opened = await openWith([]);
    opened.gateway.kept = visa;
    const { server, customer } = opened;
    const methods = [{ type: 'card', ...card }];
    return { ...opened, ...(await openIntent(server, store, { customer, methods })) };
  }
  const cardsOf = async (customer: { id: string }) => (await store.cards.list(customer.id)).map(({ token }) => token);

  it('a card that was paid with and agreed to is there the next time, its code is not', async () => {
    const { pay, open, customer, gateway } = await openNew();
    await pay(undefined, agreed);
    expect(gateway.calls.find(({ call }) => call === 'start')?.request).toMatchObject({ save: true });
    const [id] = await (await open()).listed();
    expect(await store.cards.list(customer.id)).toMatchObject([
      { id, token: 'card_1', last4: '4242', isDefault: true },
    ]);
  });

  it.each<[string, object, object]>([
    ['that the customer did not agree to', CARD, asking],
    ['that the merchant did not ask for', agreed, {}],
  ])('no card %s', async (_, card, offered) => {
    const { pay, customer, gateway, open } = await openNew(offered);
    expect((await pay(undefined, card)).status).toBe(201);
    await open();
    expect(await cardsOf(customer)).toEqual([]);
    expect(gateway.calls.find(({ call }) => call === 'start')?.request).toMatchObject({ save: false });
    expect(gateway.count('kept')).toBe(0);
  });

  it('no card of a guest', async () => {
    const { pay, gateway } = await openCheckout(store, {}, { methods: [{ type: 'card', save: true }] });
    await pay(undefined, agreed);
    expect(gateway.calls.find(({ call }) => call === 'start')?.request).toMatchObject({ save: false });
  });

  it('no card of a payment that failed; none before it is paid', async () => {
    const { pay, customer, gateway, open, clock, get } = await openNew();
    gateway.starting = declined('GENERIC_DECLINE');
    await pay(undefined, agreed);
    await open();
    expect(gateway.count('kept')).toBe(0);
    gateway.starting = attempt({ id: 'att_2' });
    await pay(undefined, agreed);
    await open();
    expect(await cardsOf(customer)).toEqual([]);
    gateway.reading = { ...attempt({ id: 'att_2', status: 'completed' }), status: 'completed' };
    clock.advance(2_000);
    await vi.waitFor(async () => expect((await get()).body.status).toBe('completed'));
    await vi.waitFor(async () => expect(await cardsOf(customer)).toEqual(['card_1']));
    expect(gateway.count('kept')).toBe(1);
  });

  it('no card of an attempt that never reached the provider', async () => {
    const { pay, customer, gateway, open } = await openNew();
    gateway.starting = new GatewayError('not_sent', 'unreachable');
    expect((await pay('one', agreed)).status).toBe(503);
    await open();
    expect([gateway.count('kept'), await cardsOf(customer)]).toEqual([0, []]);
  });

  it('no card that was removed since the customer agreed, however late it is kept', async () => {
    const { pay, open, customer, gateway, clock, server, log } = await openNew();
    await pay(undefined, agreed);
    const [id] = await (await open()).listed();
    const again = await openIntent(server, store, { customer, methods: [{ type: 'card', ...asking }] });
    const { kept } = gateway;
    gateway.kept = new GatewayError('unknown', 'timeout');
    await again.pay(undefined, agreed);
    await vi.waitFor(() => expect(log).toContainEqual(expect.objectContaining({ event: 'card_not_kept_yet' })));
    clock.advance(1_000);
    await server.savedCards.remove(customer.id, id ?? '');
    gateway.kept = kept;
    await vi.waitFor(() => {
      clock.advance(MINUTE);
      expect(gateway.count('kept')).toBeGreaterThan(2);
    });
    await vi.waitFor(async () => expect(await server.savedCards.list(customer.id)).toEqual([]));
  });

  it('no card that is none: it would keep its customer from paying at all', async () => {
    const { pay, customer, gateway, open, server, log } = await openNew();
    gateway.kept = { ...visa, last4: '4242424242424242' };
    await pay(undefined, agreed);
    await vi.waitFor(() => expect(log).toContainEqual(expect.objectContaining({ event: 'kept_card_unreadable' })));
    expect(await (await open()).listed()).toEqual([]);
    await expect(server.savedCards.add(customer.id, { ...visa, last4: '42424' })).rejects.toMatchObject({
      code: 'option_invalid',
    });
  });

  it('a crash between the provider’s token and the store loses no card and keeps none twice', async () => {
    const { pay, customer, clock, log, server } = await openNew();
    let broken = true;
    const { settleSaving } = store.cards;
    vi.spyOn(store.cards, 'settleSaving').mockImplementation((...settled) =>
      broken ? Promise.reject(new Error('the process dies here')) : settleSaving(...settled),
    );
    await pay(undefined, agreed);
    await vi.waitFor(() => expect(log).toContainEqual(expect.objectContaining({ event: 'card_not_kept_yet' })));
    expect(await cardsOf(customer)).toEqual([]);
    broken = false;
    await vi.waitFor(async () => {
      clock.advance(MINUTE);
      expect(await cardsOf(customer)).toEqual(['card_1']);
    });
    await Promise.all(Array.from({ length: 10 }, () => server.savedCards.list(customer.id)));
    expect(await cardsOf(customer)).toEqual(['card_1']);
    vi.restoreAllMocks();
  });

  it('a gateway that cannot keep cards is not asked to', async () => {
    const { server, gateway } = await openCheckout(store, {}, { gatewayName: `g_${randomUUID()}` });
    Object.assign(gateway, { keptCard: undefined });
    const amount = { value: 1, currency: 'EUR', exponent: 2 };
    await expect(server.createIntent({ amount, methods: [{ type: 'card', save: true }] })).rejects.toMatchObject({
      option: 'methods',
    });
  });
});

/** Lets what was begun go as far as it can. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60));
}
