import { describe, expect, it } from 'vitest';
import { addsUp, type FinancingPlan } from './index.js';

const plan: FinancingPlan = {
  id: '2x',
  payments: [
    { due_at: '2026-01-01T00:00:00Z', amount: 2500, fee: 60 },
    { due_at: '2026-02-01T00:00:00Z', amount: 2499, fee: 0 },
  ],
  total: 5059,
};

describe('a plan adds up', () => {
  it.each([
    ['to the purchase, and with its fees to its total', plan, 4999, true],
    ['not to another purchase', plan, 5000, false],
    ['not to the purchase where a fee hides in it', plan, 5059, false],
    ['not to another total', { ...plan, total: 5058 }, 4999, false],
    ['not where its fees are left out of the total', { ...plan, total: 4999 }, 4999, false],
  ])('%s', (_, said, purchase, holds) => {
    expect(addsUp(said, purchase)).toBe(holds);
  });
});
