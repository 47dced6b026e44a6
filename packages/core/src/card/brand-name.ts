/** Names of schemes that are not simply their id made readable. */
const schemeNames: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  unionpay: 'UnionPay',
  jcb: 'JCB',
  cartes_bancaires: 'CB',
  eftpos: 'eftpos',
  girocard: 'girocard',
  mada: 'mada',
  pagobancomat: 'PagoBANCOMAT',
  rupay: 'RuPay',
};

/** How a brand, or a scheme that only a lookup tells, writes its name. No table of numbers is needed to know that. */
export function brandName(id: string): string {
  return Object.hasOwn(schemeNames, id)
    ? (schemeNames[id] ?? id)
    : id.replace(/[_-]+/g, ' ').replace(/\b\w/g, (letter) => letter.toUpperCase());
}
