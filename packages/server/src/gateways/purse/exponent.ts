import type { GatewayPayment } from '../../gateway.js';
import { InvalidOptionError } from '../../invalid-option.js';

/** ISO 4217, where it is not 2. */
const exceptions: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** Purse takes an integer and no exponent: one that it does not count in would be another amount, unnoticed. */
export function checkExponent({ amount }: GatewayPayment, exponents: Readonly<Record<string, number>> = {}): void {
  const { currency, exponent } = amount;
  const theirs = [exponents, exceptions].find((table) => Object.hasOwn(table, currency))?.[currency] ?? 2;
  if (exponent !== theirs)
    throw new InvalidOptionError('amount.exponent', `purse counts ${currency} in exponent ${theirs}`);
}
