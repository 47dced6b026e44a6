import { lookupCards } from './test-cards.js';

const names: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  maestro: 'Maestro',
  cartes_bancaires: 'CB',
  bancontact: 'Bancontact',
};

/** A masked card, as an issuer's page and a label show it. */
export function labelOfCard(brand: string | undefined, last4: string): string {
  return `${names[brand ?? ''] ?? 'Card'} •••• ${last4}`;
}

/** Check digit of a card number (ISO/IEC 7812-1, annex B). */
export function passesLuhn(number: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...number].entries()) {
    const doubled = Number(digit) * ((number.length - index) % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** As the contract spells brands; a card that nobody lists is told by its first digits. */
export function networkOf(number: string): string {
  const listed = lookupCards.find((row) => row.number === number);
  if (listed) return listed.range.brands.at(-1) ?? 'card';
  if (number.startsWith('4')) return 'visa';
  if (/^3[47]/.test(number)) return 'amex';
  return /^(5[1-5]|2[2-7])/.test(number) ? 'mastercard' : 'card';
}
