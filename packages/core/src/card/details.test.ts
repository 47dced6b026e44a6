import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandById, checkCvc, checkExpiry, checkHolder, formatExpiry, parseExpiry } from './index.js';

const now = new Date('2026-11-21T10:00:00Z');
const expiry = (text: string, testMode = false) => checkExpiry(text, { now, testMode });

describe('expiry', () => {
  it.each([
    '04/42',
    '4/42',
    '0442',
    '442',
    '04/2042',
    '042042',
    '42042',
    '2042-04',
    '2042-04-30',
    '204204',
    '04 - 42',
    '04 / 42',
    ' 04/42 ',
    'Exp. 04/42',
    'MM/YY 04/42',
    '٠٤/٤٢',
    '04.42',
    '04–42',
    '4 42',
    '04\u200e/\u200e42',
  ])('%s is April 2042', (text) => {
    expect(expiry(text)).toEqual({ state: 'valid', value: { month: 4, year: 2042 } });
    expect(parseExpiry(formatExpiry(text))).toEqual({ month: 4, year: 2042 });
  });

  it.each([
    ['122042', { month: 12, year: 2042 }],
    ['1220', { month: 12, year: 2020 }],
    ['12/2030', { month: 12, year: 2030 }],
    ['2030/12', { month: 12, year: 2030 }],
    ['07/77', { month: 7, year: 2077 }],
  ])('%s', (text, value) => {
    expect(parseExpiry(text)).toEqual(value);
  });

  it.each([
    ['', 'incomplete', 'empty'],
    ['/', 'incomplete', 'empty'],
    ['0', 'incomplete', 'too_short'],
    ['04', 'incomplete', 'too_short'],
    ['04 / 4', 'incomplete', 'too_short'],
    ['04 / 204', 'incomplete', 'too_short'],
    [' / 42', 'incomplete', 'too_short'],
    ['0 / 42', 'incomplete', 'too_short'],
    ['00/42', 'wrong', 'month'],
    ['13/42', 'wrong', 'month'],
    ['10/26', 'wrong', 'past'],
    ['04/20', 'wrong', 'past'],
    ['07/77', 'wrong', 'far'],
    ['04/20422', 'wrong', 'year'],
    ['04/1999', 'wrong', 'year'],
  ])('%s is %s: %s', (text, state, reason) => {
    expect(expiry(text)).toEqual({ state, reason });
  });

  it('test mode takes past and far dates, and still no thirteenth month', () => {
    expect(expiry('07/77', true).state).toBe('valid');
    expect(expiry('01/20', true).state).toBe('valid');
    expect(expiry('13/42', true)).toEqual({ state: 'wrong', reason: 'month' });
  });

  it('a card is good until its month is over everywhere', () => {
    const at = (iso: string) => checkExpiry('11/26', { now: new Date(iso) }).state;
    expect(at('2026-11-30T23:59:59Z')).toBe('valid');
    expect(at('2026-12-01T11:59:59Z')).toBe('valid');
    expect(at('2026-12-01T12:00:00Z')).toBe('wrong');
  });

  it('formats to a text that formats to itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d/ -]{0,10}$/), (text) => {
        const once = formatExpiry(text);
        expect(formatExpiry(once)).toBe(once);
      }),
    );
  });

  it('throws on nothing', () => {
    expect(() =>
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => void [expiry(text), checkHolder(text), checkCvc(text)]),
      ),
    ).not.toThrow();
  });
});

describe('security code', () => {
  it.each([
    ['', undefined, 'empty'],
    ['12', undefined, 'too_short'],
    ['123', undefined, undefined],
    ['1234', undefined, undefined],
    ['12345', undefined, 'too_long'],
    ['123', 'amex', 'too_short'],
    ['1234', 'amex', undefined],
    ['1234', 'visa', 'too_long'],
    ['١٢٣', 'visa', undefined],
  ])('%s %s', (text, brand, reason) => {
    const check = checkCvc(text, brand ? brandById(brand) : undefined);
    expect('reason' in check ? check.reason : undefined).toBe(reason);
  });
});

describe('name on the card', () => {
  it.each([
    ["  Zoë   O'Neil-Lévesque ", "Zoë O'Neil-Lévesque"],
    ['محمد', 'محمد'],
    ['山田', '山田'],
    ['O', 'O'],
    ['J. SMITH 3RD', 'J. SMITH 3RD'],
  ])('%s', (text, value) => {
    expect(checkHolder(text)).toEqual({ state: 'valid', value });
  });

  it.each([
    [' ', 'empty'],
    ['-', 'too_short'],
    ['4242 4242 4242 4242', 'digits_in_name'],
    ['Ana 123', 'digits_in_name'],
    ['a'.repeat(256), 'too_long'],
  ])('%s → %s', (text, reason) => {
    expect(checkHolder(text)).toMatchObject({ reason });
  });
});
