import { Amount, parse } from '@florin/contract';
import { warnOnce } from './warn-once.js';

export interface AmountAttributes {
  /** Minor units. Text as it stands in the tag: made a number by Stencil, `49,99` would be 49. */
  amount?: number | string | undefined;
  /** ISO 4217, in capitals. */
  currency?: string | undefined;
  /** Fraction digits of `amount`. */
  exponent?: number | string | undefined;
}

/** The amount that a tag says; `null` where it does not say all of it: half an amount would be a wrong one. */
export function amountOf(tag: string, { amount, currency, exponent }: AmountAttributes): Amount | null {
  const parsed = parse(Amount, { value: wholeNumber(amount), currency, exponent: wholeNumber(exponent) });
  if (parsed.ok) return parsed.value;
  const names = parsed.violations.map(({ pointer }) => (pointer === '/value' ? 'amount' : pointer.slice(1)));
  warnOnce(
    `<${tag}> shows nothing: ${names.join(', ')} is missing or not right. It needs amount (minor units), currency (ISO 4217) and exponent (fraction digits).`,
  );
  return null;
}

/** Digits and nothing else; anything else is left to be refused. */
export function wholeNumber(value: number | string | undefined): unknown {
  return typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
}
