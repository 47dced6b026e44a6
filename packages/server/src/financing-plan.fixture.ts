import type { FinancingPlan } from '@florin/contract';

/** 49.99 in four payments and a fee of 0.72, as a provider may offer it on the first of January. */
export const inFour: FinancingPlan = {
  id: 'alma_4_0_0',
  payments: [
    { due_at: '2026-01-01T00:00:00Z', amount: 1252, fee: 72 },
    { due_at: '2026-02-01T00:00:00Z', amount: 1249, fee: 0 },
    { due_at: '2026-03-01T00:00:00Z', amount: 1249, fee: 0 },
    { due_at: '2026-04-01T00:00:00Z', amount: 1249, fee: 0 },
  ],
  total: 5071,
  annual_rate_bps: 1720,
};

export const inTwo: FinancingPlan = {
  id: 'alma_2_0_0',
  payments: [
    { due_at: '2026-01-01T00:00:00Z', amount: 2500, fee: 0 },
    { due_at: '2026-02-01T00:00:00Z', amount: 2499, fee: 0 },
  ],
  total: 4999,
};
