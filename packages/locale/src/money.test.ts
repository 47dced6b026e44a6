import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { formatMoney, toDecimal } from './index.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formatMoney', () => {
  it.each([
    [4999, 'EUR', 2, 'en', '€49.99'],
    [4999, 'EUR', 2, 'fr', '49,99 €'],
    [5, 'EUR', 2, 'en', '€0.05'],
    [0, 'USD', 2, 'en-US', '$0.00'],
    [123450, 'PKR', 2, 'en', 'PKR 1,234.50'],
    [1234, 'HUF', 0, 'en', 'HUF 1,234'],
    [123456, 'HUF', 2, 'en', 'HUF 1,234.56'],
    [1234567, 'KWD', 3, 'en', 'KWD 1,234.567'],
    [500, 'JPY', 0, 'fr-CH', '500 JPY'],
  ])('%s %s with %s digits in %s', (value, currency, exponent, locale, shown) => {
    expect(plain(formatMoney({ value, currency, exponent }, locale))).toBe(shown);
  });

  it('is exact where a binary fraction is not', () => {
    const amount = { value: Number.MAX_SAFE_INTEGER, currency: 'EUR', exponent: 2 };
    expect(formatMoney(amount, 'en')).toBe('€90,071,992,547,409.91');
  });

  it('shows an amount whatever the page says the locale is', () => {
    expect(formatMoney({ value: 4999, currency: 'EUR', exponent: 2 }, 'not a locale')).toBe('€49.99');
  });

  it('keeps what it writes with, and not of every language that anybody ever asks for', () => {
    const { NumberFormat } = Intl;
    const made = vi.spyOn(Intl, 'NumberFormat').mockImplementation(function make(...said) {
      return new NumberFormat(...said);
    });
    const write = (locale: string) => formatMoney({ value: 1, currency: 'XTS', exponent: 2 }, locale);
    write('en');
    write('en');
    expect(made).toHaveBeenCalledTimes(1);
    for (let index = 10; index < 60; index++) write(`en-x-${index}`);
    write('en');
    expect(made).toHaveBeenCalledTimes(52);
    made.mockRestore();
  });

  it('keeps every digit', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 4 }), (value, exponent) => {
        const decimal = toDecimal({ value, currency: 'EUR', exponent });
        expect(Number(decimal.replace('.', ''))).toBe(value);
        expect(decimal.split('.')[1]?.length ?? 0).toBe(exponent);
      }),
    );
  });
});
