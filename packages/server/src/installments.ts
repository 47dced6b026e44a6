import type { Amount, CardInstallments } from '@florin/contract';

/** A way to pay in parts, as a merchant configures it. */
export interface InstallmentPlan {
  /** How many payments, 2 to 60. */
  count: number;
  /** Of the amount, at most two fraction digits; 0 when left out. Whoever lends the money adds it. */
  feePercent?: number;
}

/** What is wrong with a plan; `null`: nothing. */
export function mistakeIn({ count, feePercent = 0 }: InstallmentPlan): string | null {
  if (!Number.isInteger(count) || count < 2 || count > 60) return 'an installment count is an integer from 2 to 60';
  const hundredths = feePercent * 100;
  const isFee = feePercent >= 0 && feePercent <= 100 && Math.abs(hundredths - Math.round(hundredths)) < 1e-9;
  return isFee ? null : 'feePercent is 0 to 100, with at most two fraction digits';
}

/**
 * What each plan costs, in minor units. The fee is rounded half up. All payments are equal but for the remainder of the
 * division, of which the first ones bear one minor unit each: so they add up to `total` exactly, and `amount`, the first
 * of them, is the largest. A plan whose payments would be nothing is left out.
 */
export function installmentsOf({ value }: Amount, plans: readonly InstallmentPlan[]): CardInstallments[] {
  return plans.flatMap(({ count, feePercent = 0 }) => {
    // In integers of any length: an amount may have more digits than a product of doubles keeps.
    const fee = (BigInt(value) * BigInt(Math.round(feePercent * 100)) + 5_000n) / 10_000n;
    const total = value + Number(fee);
    return total < count || !Number.isSafeInteger(total) ? [] : [{ count, amount: Math.ceil(total / count), total }];
  });
}

/** Every payment of an offer, the first one first. */
export function paymentsOf({ count, total }: CardInstallments): number[] {
  const least = Math.floor(total / count);
  const remainder = total - least * count;
  return Array.from({ length: count }, (_, index) => (index < remainder ? least + 1 : least));
}
