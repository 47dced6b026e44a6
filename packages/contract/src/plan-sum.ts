import type { FinancingPlan } from './financing.js';

/** Whether its payments are the whole purchase and its total is all of them: nobody agrees to a sum that is none. */
export function addsUp({ payments, total }: FinancingPlan, purchase: number): boolean {
  const parts = payments.reduce((sum, { amount }) => sum + amount, 0);
  return parts === purchase && payments.reduce((sum, { fee }) => sum + fee, parts) === total;
}
