import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandById, brandsOf, checkNumber, digitsOf, formatNumber, likelyBrandOf } from './index.js';
import { passesLuhn } from './digits.js';

const digits = fc.stringMatching(/^\d{0,25}$/);

/** Public test numbers: the schemes', Adyen's, Stripe's, Braintree's, Paystack's. */
const numbers: [brand: string, number: string][] = [
  ['visa', '4242424242424242'],
  ['visa', '4111111111111111'],
  ['visa', '4000000000003220'],
  ['visa', '4000000000000002'],
  ['visa', '4000000000009995'],
  ['visa', '4000000000000069'],
  ['visa', '4000000000000127'],
  ['visa', '4000000000009987'],
  ['visa', '4000000000009979'],
  ['visa', '4100000000000019'],
  ['visa', '4000000000000119'],
  ['visa', '4012888888881881'],
  ['mastercard', '5555555555554444'],
  ['mastercard', '5105105105105100'],
  ['mastercard', '2223003122003222'],
  ['mastercard', '2222400070000005'],
  ['mastercard', '2720990000000007'],
  ['amex', '378282246310005'],
  ['amex', '371449635398431'],
  ['amex', '341111111111111'],
  ['diners', '30569309025904'],
  ['diners', '36227206271667'],
  ['diners', '38520000023237'],
  ['discover', '6011111111111117'],
  ['discover', '6011000990139424'],
  ['discover', '6445644564456445'],
  ['jcb', '3530111333300000'],
  ['jcb', '3566002020360505'],
  ['unionpay', '6200000000000005'],
  ['unionpay', '6205500000000000004'],
  ['maestro', '6759649826438453'],
  ['maestro', '6771798021000008'],
  ['elo', '5066991111111118'],
  ['elo', '6362970000457013'],
  ['mir', '2200000000000004'],
  ['mir', '2204999999999991'],
  ['hiper', '6370950000000005'],
  ['hipercard', '6062828888666688'],
  ['verve', '5060666666666666666'],
  ['verve', '5061460410120223210'],
  ['verve', '6500020000000000'],
  ['troy', '9792030394440796'],
];

describe('known test numbers', () => {
  it.each(numbers)('%s %s', (id, number) => {
    expect(brandsOf(number).map((brand) => brand.id)).toEqual([id]);
    expect(checkNumber(number, { brands: [id] })).toEqual({ state: 'valid', value: number });
  });
});

describe('brands narrow while the number is typed', () => {
  it.each([
    ['', undefined],
    ['4', 'visa'],
    ['5', undefined],
    ['51', 'mastercard'],
    ['34', 'amex'],
    ['37', 'amex'],
    ['3', undefined],
    ['6', undefined],
    ['62', undefined],
    ['6011', 'discover'],
    ['36', 'diners'],
    ['35', 'jcb'],
    ['5060', undefined],
    ['50606', undefined],
    ['506066', 'verve'],
    ['2200', 'mir'],
    ['22', undefined],
    ['0', undefined],
  ])('%s → %s', (typed, id) => {
    expect(likelyBrandOf(typed)?.id).toBe(id);
  });

  it('a prefix never rules out the brand that the whole number turns out to have', () => {
    for (const [id, number] of numbers) {
      for (let length = 0; length <= number.length; length++) {
        expect(brandsOf(number.slice(0, length)).map((brand) => brand.id)).toContain(id);
      }
    }
  });

  it('Amex has four digits in front, the rest three on the back', () => {
    expect(brandById('amex')?.cvc).toMatchObject({ length: 4, side: 'front' });
    expect(brandById('visa')?.cvc).toMatchObject({ length: 3, side: 'back' });
  });
});

describe('checkNumber', () => {
  it.each([
    ['', { state: 'incomplete', reason: 'empty' }],
    ['no digits', { state: 'incomplete', reason: 'empty' }],
    ['4242', { state: 'incomplete', reason: 'too_short' }],
    ['4242 4242 4242 4241', { state: 'wrong', reason: 'luhn' }],
    ['5555 5555 5555 4444 4', { state: 'wrong', reason: 'too_long' }],
    ['Card: 4242-4242-4242-4242', { state: 'valid', value: '4242424242424242' }],
    ['٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢', { state: 'valid', value: '4242424242424242' }],
    ['6205 5000 0000 0000 005', { state: 'valid', value: '6205500000000000005' }],
    ['9999 9999 9995', { state: 'wrong', reason: 'luhn' }],
    ['0'.repeat(30), { state: 'wrong', reason: 'too_long' }],
  ])('%s', (text, check) => {
    expect(checkNumber(text)).toEqual(check);
  });

  it('says that a brand is not taken as soon as it is sure, and not before', () => {
    const brands = ['mastercard'];
    expect(checkNumber('3', { brands })).toEqual({ state: 'wrong', reason: 'brand_not_accepted' });
    expect(checkNumber('5', { brands })).toEqual({ state: 'incomplete', reason: 'too_short' });
    expect(checkNumber('50', { brands })).toEqual({ state: 'wrong', reason: 'brand_not_accepted' });
    expect(checkNumber('0', { brands })).toEqual({ state: 'wrong', reason: 'brand_unknown' });
  });

  it('refuses no card that may carry a domestic brand which the shop takes', () => {
    expect(checkNumber('4242424242424242', { brands: ['cartes_bancaires'] }).state).toBe('valid');
    expect(checkNumber('378282246310005', { brands: ['cartes_bancaires'] }).state).toBe('wrong');
  });

  it('one changed digit is always noticed', () => {
    fc.assert(
      fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const good = '4242424242424242';
        const digit = String((Number(good[place]) + change) % 10);
        expect(passesLuhn(good.slice(0, place) + digit + good.slice(place + 1))).toBe(false);
      }),
    );
  });
});

describe('formatNumber', () => {
  it.each([
    ['', ''],
    ['4242', '4242'],
    ['42424', '4242 4'],
    ['4242424242424242', '4242 4242 4242 4242'],
    ['378282246310005', '3782 822463 10005'],
    ['30569309025904', '3056 930902 5904'],
    ['5060666666666666666', '5060 6666 6666 6666 666'],
  ])('%s', (number, text) => {
    expect(formatNumber(number)).toBe(text);
  });

  it('only adds spaces', () => {
    expect(() => fc.assert(fc.property(digits, (number) => digitsOf(formatNumber(number)) === number))).not.toThrow();
  });
});

describe('digitsOf', () => {
  it.each([
    ['٠١٢٣٤٥٦٧٨٩'],
    ['۰۱۲۳۴۵۶۷۸۹'],
    ['০১২৩৪৫৬৭৮৯'],
    ['०१२३४५६७८९'],
    ['๐๑๒๓๔๕๖๗๘๙'],
    ['０１２３４５６７８９'],
    ['𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡'],
  ])('%s', (text) => {
    expect(digitsOf(text)).toBe('0123456789');
  });

  it('every run of decimal digits in Unicode is made of whole sets', () => {
    const runs: number[] = [];
    for (let codePoint = 0, run = 0; codePoint <= 0x10ffff; codePoint++) {
      if (/\p{Nd}/u.test(String.fromCodePoint(codePoint))) run++;
      else {
        if (run > 0) runs.push(run);
        run = 0;
      }
    }
    expect(runs.filter((run) => run % 10 !== 0)).toEqual([]);
  });
});
