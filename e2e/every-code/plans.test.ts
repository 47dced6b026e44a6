import { isPlan, type FinancingPlan } from '@florin/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './world.js';

const amount = (value: number) => ({ value, currency: 'EUR', exponent: 2 });

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const offersOf = (value: number) => world.server.listPlans({ gateway: 'purse', amount: amount(value), country: 'FR' });

describe('the plans of a product page', () => {
  it('are those that the payment is offered with', async () => {
    const offers = await offersOf(12_000);
    const { intent } = await world.server.createIntent({
      amount: amount(12_000),
      gateway: 'purse',
      methods: [{ type: 'installments', code: 'almacb4x', plans: [] }],
      order: { reference: '1024', taxAmount: 0 },
      returnUrl: 'http://shop.test/order',
    });
    const [method] = intent.methods as { plans?: FinancingPlan[] }[];
    const terms = (plans: FinancingPlan[]) =>
      plans.map(({ payments, ...plan }) => ({
        ...plan,
        payments: payments.map(({ amount, fee, due_at }) => [amount, fee, due_at.slice(0, 10)]),
      }));
    expect(offers.filter(isPlan).map(({ id }) => id)).toEqual(['alma_2_0_0', 'alma_3_0_0', 'alma_4_0_0']);
    expect(terms(offers.filter(isPlan))).toEqual(terms(method?.plans ?? []));
  });

  it('say which of them the purchase is too small for', async () => {
    const limits = (await offersOf(12_000)).filter((offer) => !isPlan(offer));
    expect(limits).toEqual([{ id: 'alma_10_0_0', count: 10, minimum: 30_000, maximum: 300_000 }]);
    expect((await offersOf(30_000)).map((offer) => isPlan(offer) && offer.payments.length)).toEqual([2, 3, 4, 10]);
  });

  it('or too large', async () => {
    const offers = await offersOf(300_001);
    expect(offers.map((offer) => 'maximum' in offer && offer.maximum)).toEqual([300_000, 300_000, 300_000, 300_000]);
  });
});
