import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { installmentsOf, mistakeIn, paymentsOf } from './installments.js';

const amount = (value: number) => ({ value, currency: 'EUR', exponent: 2 });
const plan = fc.record({
  count: fc.integer({ min: 2, max: 60 }),
  feePercent: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
});

it('the payments add up to the total to the last unit, and the largest is the one that is told', () => {
  const exact = fc.property(fc.maxSafeNat(), plan, (value, plan) => {
    for (const offer of installmentsOf(amount(value), [plan])) {
      const payments = paymentsOf(offer);
      if (payments.length !== plan.count) return false;
      if (payments.reduce((sum, payment) => sum + BigInt(payment), 0n) !== BigInt(offer.total)) return false;
      if (Math.max(...payments) !== offer.amount || offer.amount - Math.min(...payments) > 1) return false;
      if (offer.total < value) return false;
    }
    return true;
  });
  expect(fc.check(exact, { numRuns: 1_000 }).counterexample).toBeNull();
});

it.each([
  // 4999 in three: 1667 + 1666 + 1666.
  [4999, { count: 3 }, [{ count: 3, amount: 1667, total: 4999 }]],
  // 5 % of 4999 are 249.95: rounded half up.
  [4999, { count: 6, feePercent: 5 }, [{ count: 6, amount: 875, total: 5249 }]],
  [10, { count: 2, feePercent: 5 }, [{ count: 2, amount: 6, total: 11 }]],
  [9, { count: 2, feePercent: 5 }, [{ count: 2, amount: 5, total: 9 }]],
  // As doubles 1.15 * 100 is less than 115.
  [10_000, { count: 2, feePercent: 1.15 }, [{ count: 2, amount: 5058, total: 10_115 }]],
  [2, { count: 3 }, []],
  [0, { count: 2 }, []],
  [Number.MAX_SAFE_INTEGER, { count: 2, feePercent: 100 }, []],
])('%i with %j', (value, plan, offered) => {
  expect(installmentsOf(amount(value), [plan])).toEqual(offered);
});

it.each([
  { count: 1 },
  { count: 61 },
  { count: 2.5 },
  { count: 2, feePercent: -1 },
  { count: 2, feePercent: 101 },
  { count: 2, feePercent: 1.005 },
  { count: 2, feePercent: Number.NaN },
])('%j is a mistake', (plan) => {
  expect(mistakeIn(plan)).not.toBeNull();
});

it('a plan is none', () => {
  expect(mistakeIn({ count: 12, feePercent: 9.55 })).toBeNull();
});
