import type { FinancingPlan, MethodOption } from '@florin/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCheckout, openTestStore } from './checkout.fixture.js';
import { inFour, inTwo } from './financing-plan.fixture.js';
import { GatewayError, type Gateway, type GatewayPayment } from './gateway.js';
import { InvalidOptionError } from './invalid-option.js';
import { ScriptedGateway } from './scripted-gateway.fixture.js';
import type { IntentStore } from './store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const unfilled: MethodOption = { type: 'installments', label: 'Alma', code: 'almacb4x', plans: [] };
const card: MethodOption = { type: 'card' };

/** A server with this gateway, asked for an intent with these methods. */
async function openWith(more: Partial<Gateway>) {
  const inserted = vi.spyOn(store, 'insert');
  const gateway = Object.assign(new ScriptedGateway(), more);
  const checkout = await openCheckout(
    store,
    { gateways: { scripted: gateway, other: new ScriptedGateway() } },
    {
      gateway: 'other',
    },
  );
  inserted.mockClear();
  const offer = async (...methods: MethodOption[]) =>
    (await checkout.open({ gateway: 'scripted', methods })).intent.methods;
  return { ...checkout, gateway, offer, inserted };
}

describe('plans that a merchant leaves to be filled in', () => {
  it('are those that the provider lists for this payment, kept as they were offered', async () => {
    const listPlans = vi.fn<(payment: GatewayPayment) => Promise<FinancingPlan[]>>(async () => [inTwo, inFour]);
    const { offer, open, log } = await openWith({ listPlans });
    expect(await offer(card, unfilled)).toEqual([card, { ...unfilled, plans: [inTwo, inFour] }]);
    expect(listPlans.mock.calls[0]?.[0]).toMatchObject({ amount: { value: 4999 }, providerIntentId: null });
    listPlans.mockResolvedValue([]);
    const { id, get } = await open({ gateway: 'scripted', methods: [card, { ...unfilled, plans: [inFour] }] });
    expect((await get()).body.methods[1]).toEqual({ ...unfilled, plans: [inFour] });
    expect((await store.find(id))?.methods[1]).toMatchObject({ plans: [inFour] });
    expect(listPlans).toHaveBeenCalledTimes(1);
    expect(log).toEqual([]);
  });

  it.each<[string, () => Promise<FinancingPlan[]>, object]>([
    ['it has none', async () => [], { level: 'info', event: 'plans_none' }],
    [
      'it cannot be asked',
      () => Promise.reject(new GatewayError('unknown', 'http_503')),
      { level: 'warn', event: 'plans_not_listed', outcome: 'unknown', code: 'http_503' },
    ],
    [
      'it answers nonsense',
      async () => 'soon' as unknown as FinancingPlan[],
      { level: 'warn', event: 'plans_not_listed', code: 'thrown' },
    ],
    [
      'its payments are not the purchase',
      async () => [{ ...inTwo, payments: inTwo.payments.slice(1), total: 2499 }],
      { level: 'error', event: 'plan_unreadable' },
    ],
    ['its total is not its payments', async () => [{ ...inFour, total: 4999 }], { event: 'plan_unreadable' }],
    ['it names no total', async () => [{ ...inFour, total: 0 }], { event: 'plan_unreadable' }],
  ])('are left out with their method when %s', async (_, listPlans, entry) => {
    const { offer, log } = await openWith({ listPlans });
    expect(await offer(card, unfilled)).toEqual([card]);
    expect(log).toContainEqual(expect.objectContaining({ gateway: 'scripted', ...entry }));
    await expect(offer(unfilled)).rejects.toMatchObject({ code: 'option_invalid', option: 'methods' });
  });

  it('are not waited for long', async () => {
    const listPlans = vi.fn<() => Promise<FinancingPlan[]>>(() => new Promise(() => {}));
    const { offer, clock, log } = await openWith({ listPlans });
    const offered = offer(card, unfilled);
    await vi.waitFor(() => expect(listPlans).toHaveBeenCalled());
    clock.advance(3_000);
    expect(await offered).toEqual([card]);
    expect(log).toContainEqual(expect.objectContaining({ event: 'plans_not_listed', code: 'timeout' }));
  });
});

describe('ways to pay that a customer cannot tell apart when they choose', () => {
  const bank = { type: 'redirect', label: 'Bank A' } as const;
  const mtn = { id: 'momo', label: 'MTN', country: 'BJ' };
  const momo: MethodOption = { type: 'mobile_money', operators: [mtn] };

  it.each<[string, MethodOption[], string]>([
    ...(['qr', 'redirect', 'approval', 'instructions'] as const).flatMap((type): [string, MethodOption[], string][] => [
      [`two of ${type} with one code`, [{ type, code: 'a' }, card, { type, code: 'a', label: 'B' }], `two of ${type}`],
      [`two of ${type} without any`, [{ type }, { type, label: 'B' }], `two of ${type}`],
    ]),
    ['two of mobile_money', [momo, { ...momo, countries: ['BJ'] }], 'two of mobile_money'],
    ['two operators of one', [{ ...momo, operators: [mtn, { ...mtn, country: 'TG' }] }], 'two operators'],
  ])('%s are refused, and what to do is said', async (_, methods, words) => {
    const { offer, inserted } = await openWith({});
    const error = await offer(...methods).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'option_invalid', option: 'methods' });
    expect(String(error)).toContain(words);
    expect(String(error)).toMatch(/give each .* of its own/);
    expect(inserted.mock.calls).toEqual([]);
  });

  it('of two gateways too: only the code is sent', async () => {
    const { open } = await openWith({});
    const methods = [bank, { ...bank, gateway: 'scripted' }];
    await expect(open({ gateway: 'other', methods })).rejects.toMatchObject({ option: 'methods' });
  });

  it('another code, another type, or the only one without a code is enough', async () => {
    const { offer } = await openWith({});
    const methods: MethodOption[] = [
      bank,
      { ...bank, code: 'a' },
      { ...bank, code: 'b' },
      { type: 'qr', code: 'a' },
      momo,
      { ...momo, code: 'a' },
      card,
      { type: 'later' },
      { type: 'later' },
    ];
    expect(await offer(...methods)).toEqual(methods);
  });
});

describe('the merchant’s own mistakes, before anybody is called', () => {
  const needsReference = (payment: GatewayPayment) => {
    if (payment.order?.reference === undefined) throw new InvalidOptionError('order.reference', 'purse needs it');
  };

  it('a field that a provider needs and nobody has said, named with the provider', async () => {
    const listPlans = vi.fn<() => Promise<FinancingPlan[]>>(async () => [inTwo]);
    const { offer, gateway, inserted, open } = await openWith({ check: needsReference, listPlans });
    const error = await offer(unfilled).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'option_invalid', option: 'order.reference' });
    expect(String(error)).toContain('order.reference: purse needs it');
    expect([gateway.calls, listPlans.mock.calls, inserted.mock.calls]).toEqual([[], [], []]);
    const order = { reference: '1024' };
    expect((await open({ gateway: 'scripted', methods: [unfilled], order })).intent.methods).toHaveLength(1);
  });

  it('only who takes one of the methods is asked what it needs', async () => {
    const { open } = await openWith({ check: needsReference });
    await open({ gateway: 'other', methods: [card] });
    const methods = [card, { ...card, gateway: 'scripted' }];
    await expect(open({ gateway: 'other', methods })).rejects.toMatchObject({ option: 'order.reference' });
  });

  it.each<[string, MethodOption, Partial<Gateway>]>([
    ['a method that the gateway does not take', { type: 'qr' }, { takes: ['card'] }],
    ['saved cards that it does not take', { type: 'saved_card', cards: [] }, { takes: ['card'] }],
    ['plans that nobody lists', unfilled, {}],
    ['plans that are none', { type: 'installments', plans: [{ ...inTwo, payments: [] }] }, {}],
    ['a plan that does not add up', { type: 'installments', plans: [{ ...inTwo, total: 5000 }] }, {}],
  ])('%s', async (_, method, more) => {
    const { offer, inserted, gateway } = await openWith(more);
    await expect(offer(card, method)).rejects.toMatchObject({ code: 'option_invalid', option: 'methods' });
    expect([gateway.calls, inserted.mock.calls]).toEqual([[], []]);
    expect(await offer(card)).toEqual([card]);
  });
});
