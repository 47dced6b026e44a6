import { expect, it } from 'vitest';
import { openPurse, payment } from './purse.fixture.js';

const of = (currency: string, exponent: number) => ({ ...payment, amount: { value: 50, currency, exponent } });

it.each([
  ['EUR', 0],
  ['EUR', 3],
  ['JPY', 2],
  ['KWD', 2],
])('%s of exponent %d is refused before any call', (currency, exponent) => {
  expect(() => openPurse().gateway.check?.(of(currency, exponent))).toThrow('amount.exponent: purse counts');
});

it.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['XTS', 2],
])('%s of exponent %d is what Purse takes it for', (currency, exponent) => {
  expect(() => openPurse().gateway.check?.(of(currency, exponent))).not.toThrow();
});

it('an account may count otherwise', () => {
  const { gateway } = openPurse({}, { exponents: { ISK: 2 } });
  expect(() => gateway.check?.(of('ISK', 2))).not.toThrow();
  expect(() => gateway.check?.(of('ISK', 0))).toThrow('amount.exponent: purse counts ISK in exponent 2');
  expect(() => gateway.check?.(of('constructor', 2))).not.toThrow();
});
