import { formatMoney, plainAmount } from '../../money.js';
import { words } from '../../pages/words.js';
import { randomId } from '../../random-id.js';
import type { InstructionsLine } from './action.js';
import type { Attempt, Intent } from './model.js';
import type { World } from './world.js';

/** An account that no bank has: its check digits are right, as a customer's bank would look at them. */
const IBAN = 'FR76 3000 6000 0112 3456 7890 189';

/** A bank transfer, in the system's own words. The amount is a number that the form of the customer's bank takes. */
export function transferLines({
  world,
  intent,
  attempt,
}: {
  world: World;
  intent: Intent;
  attempt: Attempt;
}): InstructionsLine[] {
  const { amount, locale } = intent;
  const word = words[locale ?? 'en'];
  return [
    { label: word.accountHolder, value: world.merchant, copyable: true },
    { label: 'IBAN', value: IBAN, copyable: true },
    { label: word.reference, value: referenceOf(attempt), copyable: true },
    { label: `${word.amount} (${amount.currency})`, value: plainAmount(amount, locale ?? 'en'), copyable: true },
  ];
}

/** A number that is paid at a counter. */
export function voucherLines({ amount, locale }: Intent): InstructionsLine[] {
  const word = words[locale ?? 'en'];
  const digits = String(Number.parseInt(randomId().slice(0, 12), 16))
    .padStart(15, '0')
    .slice(0, 12);
  return [
    { label: word.voucherNumber, value: digits.replaceAll(/(\d{4})(?=\d)/g, '$1 '), copyable: true },
    { label: word.payAt, value: word.anyCounter, copyable: false },
    { label: word.amount, value: formatMoney(amount, locale ?? 'en'), copyable: false },
  ];
}

/** As a customer finds it again on a statement. */
export function referenceOf({ id }: Attempt): string {
  return id.slice(-12).toUpperCase();
}
