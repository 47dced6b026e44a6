import { FinancingPlan, parse, PlanLimit } from '@florin/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFinanced, limitOf, planIdOf, planOf, termsOf } from './plan.js';

const due = (day: string) => Date.parse(`${day}T10:00:00Z`) / 1000;
const part = (day: string, purchase_amount: number, customer_fee = 0, customer_interest = 0) => ({
  due_date: due(day),
  purchase_amount,
  customer_fee,
  customer_interest,
  total_amount: purchase_amount + customer_fee + customer_interest,
});
const answer = {
  eligible: true,
  installments_count: 3,
  deferred_days: 0,
  deferred_months: 0,
  purchase_amount: 10_000,
  annual_interest_rate: 2_153,
  customer_total_cost_amount: 145,
  customer_total_cost_bps: 145,
  payment_plan: [part('2026-01-15', 3_334, 140, 5), part('2026-02-15', 3_333), part('2026-03-15', 3_333)],
};

describe('a plan', () => {
  it('has the schedule in the contract’s words', () => {
    expect(planOf(answer, 10_000)).toEqual({
      id: 'alma_3_0_0',
      payments: [
        { due_at: '2026-01-15T10:00:00.000Z', amount: 3_334, fee: 145 },
        { due_at: '2026-02-15T10:00:00.000Z', amount: 3_333, fee: 0 },
        { due_at: '2026-03-15T10:00:00.000Z', amount: 3_333, fee: 0 },
      ],
      total: 10_145,
      annual_rate_bps: 2_153,
    });
  });

  it('without fees has no rate', () => {
    const free = {
      ...answer,
      annual_interest_rate: 0,
      customer_total_cost_amount: 0,
      payment_plan: answer.payment_plan.map((each) => part('2026-01-15', each.purchase_amount)),
    };
    expect(planOf(free, 10_000)).toMatchObject({ total: 10_000 });
    expect(planOf(free, 10_000)).not.toHaveProperty('annual_rate_bps');
  });

  it.each<[string, unknown]>([
    ['is not offered', { ...answer, eligible: false }],
    ['is of another purchase', { ...answer, purchase_amount: 9_999 }],
    [
      'does not add up to the purchase',
      { ...answer, payment_plan: [...answer.payment_plan.slice(0, 2), part('2026-03-15', 3_332)] },
    ],
    [
      'has a payment that does not add up',
      { ...answer, payment_plan: answer.payment_plan.map((each) => ({ ...each, total_amount: 1 })) },
    ],
    ['has another cost than its payments', { ...answer, customer_total_cost_amount: 146 }],
    ['has fewer payments than it says', { ...answer, installments_count: 4 }],
    ['is out of order', { ...answer, payment_plan: [2, 1, 0].map((index) => answer.payment_plan[index]) }],
    ['has no schedule', { ...answer, payment_plan: undefined }],
    ['has an empty schedule', { ...answer, payment_plan: [] }],
    ['has no date', { ...answer, payment_plan: answer.payment_plan.map((each) => ({ ...each, due_date: null })) }],
    [
      'has a negative fee',
      { ...answer, payment_plan: answer.payment_plan.map((each) => ({ ...each, customer_fee: -1 })) },
    ],
    [
      'has half a cent',
      { ...answer, payment_plan: answer.payment_plan.map((each) => ({ ...each, purchase_amount: 0.5 })) },
    ],
    ['has no count', { ...answer, installments_count: undefined }],
    ['is nothing', null],
    ['is a word', 'plan'],
  ])('that %s is not shown', (_, native) => {
    expect(planOf(native, 10_000)).toBeNull();
  });

  it('whatever Alma answers, adds up or is not shown', () => {
    const amount = fc.integer({ min: 1, max: 300_000 });
    const shape = fc.record({
      amount,
      count: fc.integer({ min: 1, max: 12 }),
      fee: fc.nat(5_000),
      lie: fc.integer({ min: -2, max: 2 }),
    });
    const holds = fc.property(shape, ({ amount, count, fee, lie }) => {
      const each = Math.floor(amount / count);
      const payment_plan = Array.from({ length: count }, (_, index) =>
        part('2026-01-15', index === 0 ? amount - each * (count - 1) + lie : each, index === 0 ? fee : 0),
      );
      const plan = planOf({ eligible: true, installments_count: count, payment_plan }, amount);
      if (!plan) return lie !== 0;
      const sum = plan.payments.reduce((total, payment) => total + payment.amount, 0);
      const total = plan.payments.reduce((all, payment) => all + payment.amount + payment.fee, 0);
      return sum === amount && total === plan.total && parse(FinancingPlan, plan).ok;
    });
    expect(fc.check(holds).counterexample).toBeNull();
    expect(fc.check(fc.property(fc.anything(), (native) => planOf(native, 100) === null)).counterexample).toBeNull();
  });

  it('keeps its terms in its name', () => {
    const terms = fc.record({
      installments_count: fc.nat(999),
      deferred_days: fc.nat(999),
      deferred_months: fc.nat(999),
    });
    const back = fc.property(terms, (each) => JSON.stringify(termsOf(planIdOf(each))) === JSON.stringify(each));
    expect(fc.check(back).counterexample).toBeNull();
    for (const id of ['', 'alma_4', 'alma_4_0_0_0', 'alma_-4_0_0', 'other_4_0_0']) expect(termsOf(id)).toBeNull();
  });

  it('is more than one payment, or a later one', () => {
    const named = (id: string) => ({ id, payments: [], total: 1 });
    expect(isFinanced(named('alma_1_0_0'))).toBe(false);
    for (const id of ['alma_2_0_0', 'alma_1_15_0', 'alma_1_0_1']) expect(isFinanced(named(id))).toBe(true);
  });
});

describe('a limit', () => {
  const tooSmall = {
    eligible: false,
    installments_count: 10,
    deferred_days: 0,
    deferred_months: 0,
    purchase_amount: 10_000,
    reasons: { purchase_amount: 'under_limit' },
    constraints: { purchase_amount: { minimum: 30_000, maximum: 300_000 } },
  };
  const within = (minimum: unknown, maximum?: unknown) => ({
    ...tooSmall,
    constraints: { purchase_amount: { minimum, maximum } },
  });

  it('says which amounts the plan is for', () => {
    expect(limitOf(tooSmall, 10_000)).toEqual({ id: 'alma_10_0_0', count: 10, minimum: 30_000, maximum: 300_000 });
    expect(limitOf(within(undefined, 9_999), 10_000)).toEqual({ id: 'alma_10_0_0', count: 10, maximum: 9_999 });
    expect(limitOf(within(10_001), 10_000)).toEqual({ id: 'alma_10_0_0', count: 10, minimum: 10_001 });
  });

  it('of a purchase that is put off is of one payment', () => {
    expect(limitOf({ ...tooSmall, installments_count: 0, deferred_days: 15 }, 10_000)).toMatchObject({
      id: 'alma_0_15_0',
      count: 1,
    });
  });

  it.each<[string, unknown]>([
    ['is offered', { ...tooSmall, eligible: true }],
    ['does not say whether it is', { ...tooSmall, eligible: undefined }],
    ['is refused for another reason', within(10_000, 10_000)],
    ['has no limits', { ...tooSmall, constraints: undefined }],
    ['has none of the amount', { ...tooSmall, constraints: {} }],
    ['has limits that are no amounts', within('30000', -1)],
    ['is of another purchase', { ...tooSmall, purchase_amount: 9_999 }],
    ['has no terms', { ...tooSmall, installments_count: undefined }],
    ['has more payments than a plan can have', { ...tooSmall, installments_count: 61 }],
    ['is nothing', null],
  ])('is not said of a plan that %s', (_, native) => {
    expect(limitOf(native, 10_000)).toBeNull();
  });

  it('whatever Alma answers, fits the contract or is not said', () => {
    const row = fc.record({
      eligible: fc.constant(false),
      installments_count: fc.integer({ min: -1, max: 99 }),
      constraints: fc.record({ purchase_amount: fc.record({ minimum: fc.anything(), maximum: fc.integer() }) }),
    });
    const holds = fc.property(row, (native) => {
      const limit = limitOf(native, 10_000);
      return limit === null || parse(PlanLimit, limit).ok;
    });
    expect(fc.check(holds).counterexample).toBeNull();
    expect(fc.check(fc.property(fc.anything(), (native) => limitOf(native, 100) === null)).counterexample).toBeNull();
  });
});
