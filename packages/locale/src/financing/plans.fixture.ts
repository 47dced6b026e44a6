import type { FinancingPlan } from '@florin/contract';

/** Noon in the middle of a day everywhere but at the edges of the world, which the scripted checkout has for today. */
const dates = ['2026-11-21T10:00:00Z', '2026-12-21T10:00:00Z', '2027-01-21T10:00:00Z', '2027-02-21T10:00:00Z'] as const;

/** A plan of these payments, `[amount, fee]`, one a month from today, or from the month that is said. */
export function planOf(id: string, payments: readonly (readonly [number, number?])[], from = 0): FinancingPlan {
  return {
    id,
    payments: payments.map(([amount, fee = 0], index) => ({ due_at: dates[from + index] ?? dates[3], amount, fee })),
    total: payments.reduce((sum, [amount, fee = 0]) => sum + amount + fee, 0),
  };
}

export const free = planOf('p4x', [[1250], [1250], [1250], [1250]]);
export const withFees = planOf('p3x', [[1667, 60], [1667], [1666]]);
export const deferred = planOf('p1x', [[5000]], 1);
export const credit: FinancingPlan = {
  ...planOf(
    'credit',
    [
      [1250, 20],
      [1250, 15],
      [1250, 10],
      [1250, 5],
    ],
    0,
  ),
  annual_rate_bps: 1725,
};
