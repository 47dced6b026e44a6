import { isPaid, type Intent } from '@florin/contract';
import { statusWith, sumOf, type Reversed } from '@florin/providers';

/**
 * Has the status of an intent that its backend only relays agree with what went back of it. A payload says totals and no day:
 * no line is made of them, the lines are those that the backend lists itself. A total that shrinks is an older one.
 */
export function createReversals(): (intent: Intent, reversed: Reversed | undefined) => Intent {
  let known: Reversed = { refunds: 0, chargeBacks: 0 };

  return (intent, reversed) => {
    if (!isPaid(intent.status)) return intent;
    const { refunds, charge_backs } = intent;
    known = {
      refunds: refunds ? sumOf(refunds) : Math.max(known.refunds, reversed?.refunds ?? 0),
      chargeBacks: charge_backs ? sumOf(charge_backs) : Math.max(known.chargeBacks, reversed?.chargeBacks ?? 0),
    };
    return { ...intent, status: statusWith(intent.status, known, intent.amount.value) };
  };
}
