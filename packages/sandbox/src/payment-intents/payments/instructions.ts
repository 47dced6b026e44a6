import { formatMoney } from '../../money.js';
import { randomId } from '../../random-id.js';
import type { InstructionsLine } from './action.js';
import type { Attempt, Intent } from './model.js';
import type { World } from './world.js';

/** An account that no bank has: its check digits are right, as a customer's bank would look at them. */
const IBAN = 'FR76 3000 6000 0112 3456 7890 189';

/** A bank transfer, in the system's own words. */
export function transferLines({
  world,
  intent,
  attempt,
}: {
  world: World;
  intent: Intent;
  attempt: Attempt;
}): InstructionsLine[] {
  return [
    { label: 'Account holder', value: world.merchant, copyable: true },
    { label: 'IBAN', value: IBAN, copyable: true },
    { label: 'Reference', value: referenceOf(attempt), copyable: true },
    { label: 'Amount', value: formatMoney(intent.amount), copyable: false },
  ];
}

/** A number that is paid at a counter. */
export function voucherLines({ amount }: Intent): InstructionsLine[] {
  const digits = String(Number.parseInt(randomId().slice(0, 12), 16))
    .padStart(15, '0')
    .slice(0, 12);
  return [
    { label: 'Voucher number', value: digits.replaceAll(/(\d{4})(?=\d)/g, '$1 '), copyable: true },
    { label: 'Pay at', value: 'Any counter of the sandbox', copyable: false },
    { label: 'Amount', value: formatMoney(amount), copyable: false },
  ];
}

/** As a customer finds it again on a statement. */
export function referenceOf({ id }: Attempt): string {
  return id.slice(-12).toUpperCase();
}
