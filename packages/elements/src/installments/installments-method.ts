import type { FinancingPayment, InstallmentsOption } from '@florin/contract';

export type InstallmentsMethod = InstallmentsOption & { key: string };

/** What is taken from the card. */
export function takenWith({ amount, fee }: FinancingPayment): number {
  return amount + fee;
}
