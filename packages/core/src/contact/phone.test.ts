import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callingCodeOf, checkPhone, examplePhone, formatPhone } from './phone.js';

// Numbers that are kept free for examples and films where the country has such, else the post's or the state's own line.
describe('is a number', () => {
  it.each([
    ['FR', '06 12 34 56 78', '+33612345678'],
    ['FR', '0612345678', '+33612345678'],
    ['FR', '+33 (0)6 12 34 56 78', '+33612345678'],
    ['FR', '06.12.34.56.78', '+33612345678'],
    ['GB', '020 7946 0958', '+442079460958'],
    ['GB', '07700 900123', '+447700900123'],
    ['GB', '+44 20 7946 0958', '+442079460958'],
    ['US', '(202) 555-0143', '+12025550143'],
    ['US', '202-555-0143', '+12025550143'],
    ['US', '1 202 555 0143', '+12025550143'],
    ['US', '011 33 6 12 34 56 78', '+33612345678'],
    ['CA', '613-555-0142', '+16135550142'],
    ['DE', '030 23125 123', '+493023125123'],
    ['DE', '0151 23456789', '+4915123456789'],
    ['IT', '06 6982', '+39066982'],
    ['IT', '312 345 6789', '+393123456789'],
    ['ES', '612 34 56 78', '+34612345678'],
    ['BR', '(11) 96123-4567', '+5511961234567'],
    ['BR', '11 2345-6789', '+551123456789'],
    ['MX', '55 1234 5678', '+525512345678'],
    ['IN', '081234 56789', '+918123456789'],
    ['IN', '8123456789', '+918123456789'],
    ['IN', '०८१२३४ ५६७८९', '+918123456789'],
    ['AU', '0412 345 678', '+61412345678'],
    ['AU', '0011 33 6 12 34 56 78', '+33612345678'],
    ['JP', '090-1234-5678', '+819012345678'],
    ['JP', '０９０－１２３４－５６７８', '+819012345678'],
    ['CN', '131 2345 6789', '+8613123456789'],
    ['AE', '050 123 4567', '+971501234567'],
    ['AE', '٠٥٠ ١٢٣ ٤٥٦٧', '+971501234567'],
    ['EG', '0100 123 4567', '+201001234567'],
    ['EG', '٠١٠٠١٢٣٤٥٦٧', '+201001234567'],
    ['IR', '۰۹۱۲ ۳۴۵ ۶۷۸۹', '+989123456789'],
    ['ZA', '071 123 4567', '+27711234567'],
    [undefined, '+33 6 12 34 56 78', '+33612345678'],
    [undefined, '0033 6 12 34 56 78', '+33612345678'],
    [undefined, '00-33-612345678', '+33612345678'],
    [undefined, '＋33612345678', '+33612345678'],
    [undefined, '\u202a+33 6 12 34 56 78\u202c', '+33612345678'],
    ['QQ', '+33612345678', '+33612345678'],
    ['fr', '0612345678', '+33612345678'],
    ['US', '+44 20 7946 0958', '+442079460958'],
    ['US', '202-555-0143 ext. 12', '+12025550143'],
  ])('%s %j is %s', (country, text, value) => {
    expect(checkPhone(text, country)).toEqual({ state: 'valid', value });
  });
});

it.each([
  ['FR', '', 'incomplete', 'empty'],
  ['FR', ' \u200e', 'incomplete', 'empty'],
  ['FR', '06', 'incomplete', 'too_short'],
  ['FR', '06 12 34 5', 'incomplete', 'too_short'],
  ['FR', '06 12 34 56 7', 'wrong', 'form'],
  ['US', '(102) 555-0143', 'wrong', 'form'],
  ['FR', '+', 'incomplete', 'too_short'],
  ['FR', '(', 'incomplete', 'too_short'],
  ['FR', '06 12 34 56 78 9', 'wrong', 'too_long'],
  ['US', '202-555-01433', 'wrong', 'too_long'],
  ['US', 'ask my wife', 'wrong', 'form'],
  ['US', '1-800-FLOWERS', 'wrong', 'form'],
  ['US', 'name@example.com', 'wrong', 'form'],
  [undefined, '0612345678', 'incomplete', 'country'],
  ['QQ', '0612345678', 'incomplete', 'country'],
  [undefined, '+999 123 456', 'wrong', 'country'],
])('%s %j: %s, %s', (country, text, state, reason) => {
  expect(checkPhone(text, country)).toEqual({ state, reason });
});

it.each([
  ['FR', '0612345678', '06 12 34 56 78'],
  ['FR', '+33612345678', '06 12 34 56 78'],
  ['US', '+33612345678', '+33 6 12 34 56 78'],
  ['US', '2025550143', '(202) 555-0143'],
  ['CA', '+12025550143', '+1 202 555 0143'],
  [undefined, '0033612345678', '+33 6 12 34 56 78'],
  ['FR', '06 12', '06 12'],
  ['FR', 'ask', 'ask'],
])('%s %j is shown as %s', (country, text, shown) => {
  expect(formatPhone(text, country)).toBe(shown);
});

it.each([
  ['BJ', '+229', '01 95 12 34 56'],
  ['CI', '+225', '01 23 45 6789'],
  ['fr', '+33', '06 12 34 56 78'],
  ['US', '+1', '(201) 555-0123'],
  ['QQ', undefined, undefined],
  ['', undefined, undefined],
])('%s: numbers start with %s, and are written like %s', (country, callingCode, example) => {
  expect([callingCodeOf(country), examplePhone(country)]).toEqual([callingCode, example]);
});

it.each(['BJ', 'CI', 'SN', 'CM', 'KE', 'GH', 'FR', 'EG', 'IN'])('the example of %s is a number of it', (country) => {
  const check = checkPhone(examplePhone(country) ?? '', country);
  expect(check.state === 'valid' && check.value.startsWith(callingCodeOf(country) ?? '?')).toBe(true);
});

it('no text throws; what is valid is what the contract takes; how it is shown is the same number', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^(\+|00)?[0-9 ()-]{0,18}$/),
    fc.stringMatching(/^\+[1-9][0-9]{6,14}$/),
  );
  const countries = fc.constantFrom('FR', 'US', 'DE', 'IT', 'JP', 'BR', 'AR', 'MX', 'AU', 'EG', 'QQ', undefined);
  fc.assert(
    fc.property(text, countries, (typed, country) => {
      const check = checkPhone(typed, country);
      const shown = formatPhone(typed, country);
      expect(check.state === 'valid' ? /^\+[1-9]\d{4,14}$/.test(check.value) : shown === typed).toBe(true);
      expect(checkPhone(shown, country)).toEqual(check);
    }),
    { numRuns: 500 },
  );
});
