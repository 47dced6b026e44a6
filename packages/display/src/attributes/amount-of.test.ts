import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { amountOf } from './amount-of.js';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

it('is what the tag says, as text or as a number', () => {
  const amount = { value: 4999, currency: 'EUR', exponent: 2 };
  expect(amountOf('x', { amount: '4999', currency: 'EUR', exponent: '2' })).toEqual(amount);
  expect(amountOf('x', { amount: 4999, currency: 'EUR', exponent: 2 })).toEqual(amount);
  expect(amountOf('x', { amount: '0', currency: 'JPY', exponent: 0 })).toEqual({
    value: 0,
    currency: 'JPY',
    exponent: 0,
  });
  expect(console.warn).not.toHaveBeenCalled();
});

it.each(['49,99', '49.99', '4 999', '4999 EUR', '', '-5', '1e3', '0x10', 'NaN', undefined, NaN, 49.99, -1])(
  'an amount of %j is none, and never a part of it',
  (amount) => {
    expect(amountOf('x', { amount, currency: 'EUR', exponent: 2 })).toBe(null);
  },
);

it.each(['', '2.5', '5', '-1', undefined])('an exponent of %j is none: it is never guessed', (exponent) => {
  expect(amountOf('x', { amount: 4999, currency: 'EUR', exponent })).toBe(null);
});

it('what is wrong is said once, by its name', () => {
  const half = { amount: '49,99', currency: 'eur', exponent: 2 };
  amountOf('florin-once', half);
  amountOf('florin-once', half);
  expect(vi.mocked(console.warn).mock.calls.map(([message]) => String(message))).toEqual([
    expect.stringContaining('<florin-once> shows nothing: amount, currency is missing or not right.'),
  ]);
});
