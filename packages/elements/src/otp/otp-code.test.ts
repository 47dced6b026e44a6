import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeIn, plainCode } from './otp-code.js';

describe('the code in a text', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['12-34-56', '123456'],
    ['123\u2011456', '123456'],
    ['\u200e123456\u200f', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['۱۲۳ ۴۵۶', '123456'],
    ['১২৩৪৫৬', '123456'],
    ['Your code is 123-456', '123456'],
    ['رمزك هو ١٢٣٤٥٦، صالح ١٠ دقائق', '123456'],
    ['G-123456 is your code. It is good for 10 minutes.', '123456'],
    ['Pay 49.99 EUR with 123456. Card ending 4242.', '123456'],
    ['123456 (again: 123 456)', '123456'],
    ['12345', null],
    ['1234567', null],
    ['123456 or 654321', null],
    ['Code 123-456, order 654321', null],
    ['Order 12, code 3456', null],
    ['Hello', null],
    ['', null],
  ])('of six digits: %s', (text, code) => {
    expect(codeIn(text, { length: 6 })).toBe(code);
  });

  it.each([
    ['AB12CD', 'AB12CD'],
    ['ab1-2cd', 'ab12cd'],
    ['AB 12 CD', 'AB12CD'],
    ['Your access code: AB-12-CD. Thanks', 'AB12CD'],
    ['Please enter AB12CD', 'AB12CD'],
    ['Your code is QWERTY', 'QWERTY'],
    ['Enter QWERTY please', null],
    ['X1Y2Z3 or A1B2C3', null],
  ])('of six letters and digits: %s', (text, code) => {
    expect(codeIn(text, { length: 6, alphabet: 'alphanumeric' })).toBe(code);
  });

  it.each([
    ['12 34', '1234'],
    ['٤-٥', '45'],
    ['Your code is 1234', null],
  ])('of an unknown length: %s', (text, code) => {
    expect(codeIn(text, {})).toBe(code);
  });

  it('may have letters when its alphabet is not listed', () => {
    expect(codeIn('ABC', { length: 3, alphabet: 'runes' as 'numeric' })).toBe('ABC');
  });
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const words = fc.stringMatching(/^[A-Za-zäéأب ,.:!]{0,30}$/);

it('is found between any words, however it is grouped and whatever its script', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 4, max: 8 })
        .chain((length) => fc.tuple(digits(length), fc.integer({ min: 1, max: length - 1 }))),
      words,
      words,
      fc.constantFrom('', ' ', '-', '\u2013', '\u00a0'),
      fc.constantFrom(0x30, 0x660, 0x6f0, 0x9e6, 0xff10),
      ([code, at], before, after, separator, zero) => {
        const written = [...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
        const text = `${before} ${written.slice(0, at)}${separator}${written.slice(at)}. ${after}`;
        expect(codeIn(text, { length: code.length })).toBe(code);
      },
    ),
  );
});

it('is never longer or shorter than it must be, and never made up', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom('numeric' as const, 'alphanumeric' as const),
      (text, length, alphabet) => {
        const code = codeIn(text, { length, alphabet }) ?? '';
        expect([0, length]).toContain(code.length);
        expect(plainCode(text, { alphabet })).toContain(code);
        expect(plainCode(code, { alphabet })).toBe(code);
      },
    ),
  );
});
