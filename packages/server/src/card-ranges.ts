import type { CardLookup } from '@florin/contract';
import type { InstallmentPlan } from './installments.js';

/** A range of card numbers by their first digits. `from` and `to` have the same length. */
export interface CardRange extends Omit<CardLookup, 'installments'> {
  from: string;
  to?: string;
  /** In how many payments the cards of this range may be paid. */
  installments?: readonly InstallmentPlan[];
}

/** The schemes' published prefixes; the first match wins. A co-badge cannot be told from these. */
const schemeRanges: readonly CardRange[] = [
  { from: '4', brands: ['visa'] },
  { from: '34', brands: ['amex'] },
  { from: '37', brands: ['amex'] },
  { from: '51', to: '55', brands: ['mastercard'] },
  { from: '2221', to: '2720', brands: ['mastercard'] },
  { from: '506066', brands: ['verve'] },
  { from: '506099', to: '506198', brands: ['verve'] },
  { from: '650002', to: '650027', brands: ['verve'] },
  { from: '6011', brands: ['discover'] },
  { from: '644', to: '649', brands: ['discover'] },
  { from: '65', brands: ['discover'] },
  { from: '3528', to: '3589', brands: ['jcb'] },
  { from: '300', to: '305', brands: ['diners'] },
  { from: '36', brands: ['diners'] },
  { from: '38', to: '39', brands: ['diners'] },
  { from: '62', brands: ['unionpay'] },
  { from: '50', brands: ['maestro'] },
  { from: '56', to: '58', brands: ['maestro'] },
  { from: '63', brands: ['maestro'] },
  { from: '67', brands: ['maestro'] },
];

const names = new Map(
  Object.entries({
    visa: 'Visa',
    mastercard: 'Mastercard',
    amex: 'American Express',
    discover: 'Discover',
    jcb: 'JCB',
    diners: 'Diners Club',
    unionpay: 'UnionPay',
    verve: 'Verve',
    maestro: 'Maestro',
    cartes_bancaires: 'CB',
    bancontact: 'Bancontact',
    dankort: 'Dankort',
  }),
);

/** The first of `ranges` that holds these digits; `null`: none does. */
export function findRange(digits: string, ranges: readonly CardRange[] = schemeRanges): CardRange | null {
  const range = ranges.find(({ from, to = from }) => {
    const prefix = digits.slice(0, from.length);
    return prefix.length === from.length && prefix >= from && prefix <= to;
  });
  return range ?? null;
}

/** "Visa •••• 4242": the most that is told of a card. */
export function labelOfCard(brand: string | undefined, last4: string): string {
  return `${names.get(brand ?? '') ?? 'Card'} •••• ${last4}`;
}
