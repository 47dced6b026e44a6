import type { FinancingPlan, PlanLimit } from '@florin/contract';

const dates = ['2026-11-21T10:00:00Z', '2026-12-21T10:00:00Z', '2027-01-21T10:00:00Z', '2027-02-21T10:00:00Z'];

/** A plan of these payments, `[amount, fee]`, one a month from the twenty-first of November 2026. */
export function planOf(id: string, payments: readonly (readonly [number, number?])[]): FinancingPlan {
  return {
    id,
    payments: payments.map(([amount, fee = 0], index) => ({ due_at: dates[index] ?? '', amount, fee })),
    total: payments.reduce((sum, [amount, fee = 0]) => sum + amount + fee, 0),
  };
}

/** All of €50.00. */
export const inTwo = planOf('p2x', [[2500], [2500]]);
export const inThree = planOf('p3x', [[1667, 60], [1667], [1666]]);
export const inFour: FinancingPlan = {
  ...planOf('p4x', [[1250, 104], [1250], [1250], [1250]]),
  annual_rate_bps: 1725,
};
export const inTen: PlanLimit = { id: 'p10x', count: 10, minimum: 30_000, maximum: 300_000 };
