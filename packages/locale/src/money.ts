import type { Amount } from '@florin/contract';

// The first formatter of a page costs as much as a whole card form: one per currency is kept.
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf({ currency, exponent }: Amount, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency} ${exponent}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const options = {
      style: 'currency',
      currency,
      minimumFractionDigits: exponent,
      maximumFractionDigits: exponent,
    } as const;
    try {
      formatter = new Intl.NumberFormat(locale, options);
    } catch {
      // A page may say anything for a locale; an amount is always shown.
      formatter = new Intl.NumberFormat('en', options);
    }
    // A server hears of every language there is.
    if (formatters.size > 49) formatters.clear();
    formatters.set(key, formatter);
  }
  return formatter;
}

/** `4999` with exponent 2 is `'49.99'`: text, because a binary fraction cannot hold every amount. */
export function toDecimal({ value, exponent }: Amount): string {
  const digits = String(value).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return exponent === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** An amount as the customer's language writes it, with exactly as many fraction digits as the backend says it has. */
export function formatMoney(amount: Amount, locale: string): string {
  // ECMA-402 takes a decimal string (NumberFormat v3, 2023); the types of ES2022 do not know it yet.
  return formatterOf(amount, locale).format(toDecimal(amount) as unknown as number);
}
