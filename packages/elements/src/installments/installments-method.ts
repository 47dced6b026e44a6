import type { FinancingPlan, FinancingPayment, InstallmentsOption } from '@florin/contract';
import { warnOnce } from '../checkout/warn-once.js';

export type InstallmentsMethod = InstallmentsOption & { key: string };

/** What is taken from the card. */
export function takenWith({ amount, fee }: FinancingPayment): number {
  return amount + fee;
}

/** The plans whose numbers agree; the others would tell a lie about money, whichever of their numbers is believed. */
export function plansThatAddUp({ plans }: InstallmentsOption): FinancingPlan[] {
  return plans.filter(({ id, payments, total }) => {
    if (payments.reduce((sum, payment) => sum + takenWith(payment), 0) === total) return true;
    warnOnce(`the plan "${id}" is left out: its payments do not add up to its total.`);
    return false;
  });
}
