import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chosenPlan, offeredPlans } from './offered-plans.js';
import { inFour, inTen, inThree, inTwo, planOf } from './plans.fixture.js';

const amount = { value: 5000, currency: 'EUR', exponent: 2 };
// What was warned of once is not warned of again: each test has a tag of its own.
let tags = 0;
const shown = (plans: unknown, value = 5000, tag = `x-${(tags += 1)}`) =>
  offeredPlans(tag, typeof plans === 'string' ? plans : JSON.stringify(plans), { ...amount, value });

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => void (warn = vi.spyOn(console, 'warn').mockImplementation(() => {})));
afterEach(() => vi.restoreAllMocks());

describe('of what the backend lists', () => {
  it('plans are offered in its order, and limits are said', () => {
    expect(shown([inTen, inFour, inTwo])).toEqual({ plans: [inFour, inTwo], limits: [inTen] });
    expect(warn).not.toHaveBeenCalled();
  });

  it('nothing is there where nothing is said', () => {
    for (const none of [undefined, '']) expect(offeredPlans('x', none, amount)).toEqual({ plans: [], limits: [] });
    expect(warn).not.toHaveBeenCalled();
  });

  it.each<[string, unknown]>([
    ['no JSON', '[{'],
    ['no list', { plans: [] }],
    ['a plan without payments', [inTwo, { ...inFour, payments: [] }]],
    ['half a cent', [planOf('p', [[2500.5], [2499.5]])]],
    ['a limit without an amount', [{ id: 'p', count: 10 }]],
  ])('nothing is shown of %s, and the console says so once', (_, plans) => {
    const tag = `x-${(tags += 1)}`;
    for (let drawn = 0; drawn < 3; drawn += 1) expect(shown(plans, 5000, tag)).toEqual({ plans: [], limits: [] });
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`<${tag}> leaves out plans`)]]);
  });

  it.each([
    ['whose total is not its payments', { ...inThree, total: 5000 }],
    ['that pays more than the purchase, the fee in it', planOf('p', [[2500], [2560]])],
    ['that pays less', planOf('p', [[2500], [2499]])],
  ])('a plan %s is left out, and the console says so once', (_, liar) => {
    const tag = `x-${(tags += 1)}`;
    for (let drawn = 0; drawn < 3; drawn += 1)
      expect(shown([inTwo, liar], 5000, tag)).toEqual({ plans: [inTwo], limits: [] });
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`"${liar.id}"`)]]);
  });

  it('nothing is said of a price that has changed by now', () => {
    expect(shown([inTwo, inTen], 30_000)).toEqual({ plans: [], limits: [] });
    expect(shown([inTen], 29_999).limits).toEqual([inTen]);
    expect(shown([inTen], 300_000).limits).toEqual([]);
    expect(shown([inTen], 300_001).limits).toEqual([inTen]);
  });
});

describe('the chosen plan', () => {
  const free = planOf('free4', [[1250], [1250], [1250], [1250]]);

  it('is the one that somebody chose, while it is offered', () => {
    expect(chosenPlan([inTwo, inThree], 'p3x')).toBe(inThree);
    expect(chosenPlan([inTwo, inThree], 'p4x')).toBe(inTwo);
  });

  it('is else the cheapest, and of those the one with the most payments', () => {
    expect(chosenPlan([inTwo, free, inThree], undefined)).toBe(free);
    expect(chosenPlan([inFour, inThree], undefined)).toBe(inThree);
    expect(chosenPlan([], 'p4x')).toBeUndefined();
  });
});
