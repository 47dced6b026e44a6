import type { CardInput, CardLookup } from '@florin/contract';

/** A range of card numbers by their first digits. `from` and `to` have the same length. */
export interface CardRange extends CardLookup {
  from: string;
  to?: string;
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

/** `ranges` are the merchant's own, such as those of co-badged cards; they come first. */
export function lookUpCard(digits: string, ranges: readonly CardRange[] = []): CardLookup {
  const range = [...ranges, ...schemeRanges].find(({ from, to = from }) => {
    const prefix = digits.slice(0, from.length);
    return prefix.length === from.length && prefix >= from && prefix <= to;
  });
  if (!range) return { brands: [] };
  const { from: _from, to: _to, ...lookup } = range;
  return { ...lookup, ...(lookup.brands.length > 1 && { co_badged: true }) };
}

/** "Visa •••• 4242": the most that is kept of a card. */
export function labelOfCard(card: CardInput): string {
  const brand = card.brand ?? lookUpCard(card.number).brands[0];
  return `${names.get(brand ?? '') ?? 'Card'} •••• ${card.number.slice(-4)}`;
}
