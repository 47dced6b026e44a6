import { isPaid, type Intent, type Reversal } from '@florin/contract';
import { statusWith, sumOf, withTotal, type Reversed } from '@florin/providers';

/**
 * Adds what went back to an intent that its backend only relays. A payload says totals and dates nothing: a line has the
 * time at which it was read first. What the backend lists itself is dated better.
 */
export function createReversals(): (intent: Intent, reversed: Reversed | undefined) => Intent {
  let refunds: readonly Reversal[] = [];
  let chargeBacks: readonly Reversal[] = [];

  return (intent, reversed) => {
    if (!isPaid(intent.status)) return intent;
    const { amount: paid, server_time: at } = intent;
    const lineOf = (amount: number): Reversal => ({ amount, at });
    refunds = intent.refunds ?? withTotal(refunds, reversed?.refunds ?? 0, lineOf);
    chargeBacks = intent.charge_backs ?? withTotal(chargeBacks, reversed?.chargeBacks ?? 0, lineOf);
    return {
      ...intent,
      status: statusWith(intent.status, { refunds: sumOf(refunds), chargeBacks: sumOf(chargeBacks) }, paid.value),
      ...(refunds.length > 0 && { refunds: [...refunds] }),
      ...(chargeBacks.length > 0 && { charge_backs: [...chargeBacks] }),
    };
  };
}
