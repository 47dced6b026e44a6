import type { FinancingPlan, InstallmentsOption } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { ready } from '../payments.js';

const dates = ['2026-11-21T10:00:00Z', '2026-12-21T10:00:00Z', '2027-01-21T10:00:00Z', '2027-02-21T10:00:00Z'] as const;

const planOf = (id: string, payments: [amount: number, fee: number][], from = 0): FinancingPlan => ({
  id,
  payments: payments.map(([amount, fee], index) => ({ due_at: dates[from + index] ?? dates[3], amount, fee })),
  total: payments.reduce((sum, [amount, fee]) => sum + amount + fee, 0),
});

const free = planOf('4x', [
  [1250, 0],
  [1250, 0],
  [1250, 0],
  [1249, 0],
]);
const withFees = planOf('3x', [
  [1667, 60],
  [1666, 0],
  [1666, 0],
]);
const later = planOf('later', [[4999, 0]], 1);
const credit = {
  ...planOf('credit', [
    [1250, 20],
    [1250, 15],
    [1250, 10],
    [1249, 5],
  ]),
  annual_rate_bps: 1725,
};
const offering = (...plans: FinancingPlan[]): InstallmentsOption => ({ type: 'installments', label: 'Alma', plans });

export const installments: GalleryStates = {
  one_plan: { payment: ready({ methods: [offering(free)] }), shows: '[part~="schedule"]' },
  choice_of_plans: {
    payment: ready({ methods: [offering(free, withFees, later), { type: 'card' }] }),
    shows: '[part~="plan"]',
  },
  credit: { payment: ready({ methods: [offering(credit)] }), shows: '[part~="credit"]' },
};
