import type { CardOption } from '@florin/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CARD, openCheckout, openTestStore } from '../checkout.fixture.js';
import type { CardRange } from '../card-ranges.js';
import { completed, ScriptedGateway } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const cardRanges: CardRange[] = [
  { from: '40000025', brands: ['cartes_bancaires', 'visa'] },
  { from: '67999901', brands: ['maestro'], cvc: { need: 'hidden' } },
  { from: '50180000', brands: ['maestro'], expiry: 'hidden', cvc: { need: 'optional' } },
  { from: '37828224', brands: ['amex'], cvc: { length: 4 } },
  { from: '40000048', brands: ['visa'], installments: [{ count: 3 }, { count: 6, feePercent: 5 }] },
  { from: '90000000', brands: ['store'], expiry: 'a word of tomorrow' },
];
const { cvc: _cvc, ...uncoded } = CARD;
const { exp_month: _month, exp_year: _year, ...undated } = CARD;
const bare = { type: 'card', number: '501800000009' };
const billing = { country: 'FR', line1: '1 rue de la Paix', city: 'Paris' };

async function tryCard(card: object, option: Partial<CardOption> = {}) {
  const checkout = await openCheckout(store, { cardRanges }, { methods: [{ type: 'card', ...option }] });
  const answer = await checkout.pay(undefined, card);
  return { ...checkout, answer, pointers: answer.body.errors?.map(({ pointer }) => pointer) };
}

describe('what a card needs', () => {
  it.each<[string, object, string[]]>([
    ['a code', uncoded, ['/method/cvc']],
    ['a date', undated, ['/method/exp_month', '/method/exp_year']],
    ['a code of its own length', { ...CARD, number: '378282246310005' }, ['/method/cvc']],
    [
      'a date, where nobody understands whether',
      { ...undated, number: '9000000000000001' },
      ['/method/exp_month', '/method/exp_year'],
    ],
  ])('%s', async (_, card, expected) => {
    const { answer, pointers, gateway } = await tryCard(card);
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(pointers).toEqual(expected);
    expect(gateway.calls).toEqual([]);
  });

  it.each([
    ['no code', { ...uncoded, number: '6799990100000000019' }],
    ['neither a code nor a date', bare],
    ['a code though it could go without', { ...bare, cvc: '123' }],
  ])('%s, where the lookup says so', async (_, card) => {
    expect((await tryCard(card)).answer.status).toBe(201);
  });
});

describe('what a merchant asks for', () => {
  it.each<[Partial<CardOption>, object, string[]]>([
    [{ fields: { holder: 'required' } }, { ...CARD, holder: undefined }, ['/method/holder']],
    [{ fields: { email: 'required', phone: 'required' } }, CARD, ['/method/email', '/method/phone']],
    [{ fields: { billing: 'required' } }, CARD, ['/method/billing']],
    [{ fields: { billing: 'a word of tomorrow' } }, CARD, ['/method/billing']],
    [{ billing_countries: ['DE'] }, { ...CARD, billing }, ['/method/billing/country']],
  ])('%j', async (option, card, expected) => {
    expect((await tryCard(card, option)).pointers).toEqual(expected);
  });

  it('arrives at the provider', async () => {
    const option = { fields: { email: 'required', phone: 'optional', billing: 'required' }, billing_countries: ['FR'] };
    const card = { ...CARD, email: 'ada@shop.example', phone: '+33612345678', billing };
    const { answer, gateway } = await tryCard(card, option as Partial<CardOption>);
    expect(answer.status).toBe(201);
    expect(gateway.calls[1]?.request).toMatchObject({ input: card, token: null, save: false });
  });
});

describe('the brand', () => {
  const coBadged = { ...CARD, number: '4000002500001001' };
  it.each([
    ['one that the card does not have', { ...coBadged, brand: 'mastercard' }, {}],
    ['one that the shop does not take', { ...coBadged, brand: 'cartes_bancaires' }, { brands: ['visa'] }],
  ])('%s', async (_, card, option) => {
    expect((await tryCard(card, option)).pointers).toEqual(['/method/brand']);
  });

  it('that was chosen is the one that is shown and sent', async () => {
    const { answer, gateway } = await tryCard({ ...coBadged, brand: 'cartes_bancaires' });
    expect(answer.body.active_attempt?.method.label).toBe('CB •••• 1001');
    expect(gateway.calls[1]?.request).toMatchObject({ input: { brand: 'cartes_bancaires' } });
    expect((await tryCard(coBadged)).answer.body.active_attempt?.method.label).toBe('Visa •••• 1001');
  });

  it('of a card that nobody knows is the shop’s to take', async () => {
    const card = { ...CARD, number: '1000000000000008', brand: 'store_card' };
    expect((await tryCard(card)).answer.status).toBe(201);
    expect((await tryCard(card, { brands: ['visa'] })).pointers).toEqual(['/method/brand']);
  });
});

describe('installments', () => {
  const inParts = { ...CARD, number: '4000004840008001' };
  it.each([
    ['a count that was not offered', { ...inParts, installments: 4 }],
    ['a card that has none', { ...CARD, installments: 3 }],
  ])('%s', async (_, card) => {
    expect((await tryCard(card)).pointers).toEqual(['/method/installments']);
  });

  it('are sent as they were offered', async () => {
    const { gateway } = await tryCard({ ...inParts, installments: 6 });
    expect(gateway.calls[1]?.request).toMatchObject({ installments: { count: 6, amount: 875, total: 5249 } });
  });

  it('are not offered where the gateway would charge them at once', async () => {
    const gateway = Object.assign(new ScriptedGateway(), { takesCardInstallments: false });
    const { pay, post } = await openCheckout(store, { cardRanges, gateways: { scripted: gateway } });
    expect((await post('/card-lookup', { bin: '40000048' })).body).not.toHaveProperty('installments');
    const answer = await pay(undefined, { ...inParts, installments: 3 });
    expect(answer.body.errors).toMatchObject([{ pointer: '/method/installments' }]);
    expect(gateway.calls).toEqual([]);
  });

  it('at the price that was shown, or not at all', async () => {
    expect((await tryCard({ ...inParts, installments: 6, installments_total: 5249 })).answer.status).toBe(201);
    const other = await tryCard({ ...inParts, installments: 6, installments_total: 4999 });
    expect([other.pointers, other.gateway.calls]).toEqual([['/method/installments'], []]);
  });

  it('whoever takes a crashed request over sends the plan that was agreed to', async () => {
    const plan = { count: 3, amount: 1667, total: 4999 };
    const gateway = new ScriptedGateway();
    let offers: object | null = { brands: ['visa'], installments: [plan] };
    Object.assign(gateway, { lookUpCard: async () => offers });
    const { pay, clock, server, id } = await openCheckout(store, { gateways: { scripted: gateway } });
    gateway.starting = new Promise(() => {});
    void pay('one', { ...CARD, installments: 3 });
    await expect.poll(() => gateway.count('start')).toBe(1);
    offers = null;
    gateway.starting = completed();
    clock.advance(16 * 60_000);
    expect((await pay('one', { ...CARD, installments: 3 })).body.status).toBe('completed');
    const starts = gateway.calls.filter(({ call }) => call === 'start').map(({ request }) => request);
    expect(starts).toMatchObject([{ installments: plan }, { installments: plan }]);
    expect((await server.readIntent(id))?.attempts[0]?.installments).toEqual(plan);
  });

  it.each([{ from: '4', installments: [{ count: 1 }] }, { from: '40', to: '4' }, { from: 'x' }])(
    'a range that makes no sense (%j) is told when the server starts',
    async (range) => {
      const ranges = [{ brands: ['visa'], ...range }];
      await expect(openCheckout(store, { cardRanges: ranges })).rejects.toMatchObject({ option: 'cardRanges' });
    },
  );
});

describe('where a lookup comes from', () => {
  const asking = (answer: () => Promise<{ brands: string[] }>) => {
    const gateway = new ScriptedGateway();
    const bins: string[] = [];
    const gateways = { scripted: Object.assign(gateway, { lookUpCard: (bin: string) => (bins.push(bin), answer()) }) };
    return { bins, options: { gateways, cardRanges } };
  };

  it('the merchant’s own ranges, then the provider, then the schemes', async () => {
    const { bins, options } = asking(async () => ({ brands: ['dankort', 'visa'] }));
    const { post } = await openCheckout(store, options);
    expect((await post('/card-lookup', { bin: '40000025' })).body).toMatchObject({
      brands: ['cartes_bancaires', 'visa'],
    });
    expect((await post('/card-lookup', { bin: '45710000' })).body).toMatchObject({ brands: ['dankort', 'visa'] });
    expect(bins).toEqual(['45710000']);
    const silent = asking(async () => ({ brands: [] }));
    const other = await openCheckout(store, silent.options);
    expect((await other.post('/card-lookup', { bin: '45710000' })).body).toEqual({ brands: ['visa'] });
  });

  it('a provider that fails, or is slow, blocks nobody', async () => {
    const failing = asking(() => Promise.reject(new Error('4571000000000001')));
    const one = await openCheckout(store, failing.options);
    expect((await one.pay()).status).toBe(201);
    expect(JSON.stringify(one.log)).toContain('card_lookup_failed');
    expect(JSON.stringify(one.log)).not.toContain('4571');
    const broken = asking(async () => ({}) as { brands: string[] });
    expect((await (await openCheckout(store, broken.options)).pay()).status).toBe(201);
    const slow = asking(() => new Promise(() => {}));
    const other = await openCheckout(store, slow.options);
    const paid = other.pay();
    await expect.poll(() => slow.bins).toEqual(['42424242']);
    other.clock.advance(1_500);
    expect((await paid).status).toBe(201);
  });

  it('what was offered is still there when it is chosen, though the provider is gone', async () => {
    let up = true;
    const { bins, options } = asking(async () => {
      if (!up) throw new Error('down');
      return { brands: ['dankort', 'visa'] };
    });
    const { post, pay } = await openCheckout(store, options);
    await post('/card-lookup', { bin: '45710000' });
    up = false;
    expect((await pay(undefined, { ...CARD, number: '4571000000000001', brand: 'dankort' })).status).toBe(201);
    expect(bins).toHaveLength(1);
  });
});
