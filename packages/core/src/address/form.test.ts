import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressForm, checkAddressPart, countriesIn, tidyPostalCode } from './index.js';
import type { AddressPart } from './index.js';

const codes = countriesIn('en').map(({ code }) => code);

/** `city*:post_town`: a name, a star where it is required, its label where that is another word; lists and keypads after it. */
const written = ({ name, need, label, options, digits }: AddressPart) =>
  name +
  (need === 'required' ? '*' : '') +
  (label === name ? '' : `:${label}`) +
  (options ? '[]' : '') +
  (digits ? '#' : '');

// Held against libaddressinput's own table (google/libaddressinput, cpp/src/region_data_constants.cc). Where they differ
// the package is newer: Irish eircodes and townlands, emirates, the Brazilian bairro, Hong Kong's districts, Australian
// suburbs, Indian PINs, the Mexican state as required, no English counties, no city in Japan.
it.each([
  ['GB', 'line1* line2 city*:post_town postal_code*:postcode'],
  ['FR', 'line1* line2 postal_code*# city*'],
  ['US', 'line1* line2 city* region*:state[] postal_code*:zip_code#'],
  ['JP', 'postal_code*# region*:prefecture[] line1* line2'],
  ['BR', 'line1* line2 district:neighborhood city* region*:state[] postal_code*#'],
  ['DE', 'line1* line2 postal_code*# city*'],
  ['IE', 'line1* line2 district:townland city* region:county[] postal_code:eircode'],
  ['CA', 'line1* line2 city* region*:province[] postal_code*'],
  ['IN', 'line1* line2 city* postal_code*:pin_code# region*:state[]'],
  ['AU', 'line1* line2 city*:suburb region*:state[] postal_code*:postcode#'],
  ['NL', 'line1* line2 postal_code* city*'],
  ['HK', 'region*:area[] city:district line1* line2'],
  ['AE', 'line1* line2 region*:emirate[]'],
  ['MX', 'line1* line2 district:neighborhood postal_code*# city* region*:state[]'],
  ['CN', 'postal_code*# region*:province[] city* district line1* line2'],
  ['SG', 'line1* line2 postal_code*#'],
  ['TR', 'line1* line2 postal_code*# city*:district region:province[]'],
  ['AO', 'line1* line2 city*'],
  ['QQ', 'line1* line2 city* region:province postal_code'],
  ['', 'line1* line2 city* region:province postal_code'],
  ['constructor', 'line1* line2 city* region:province postal_code'],
])('%s asks %s', (country, parts) => {
  expect(addressForm(country).parts.map(written).join(' ')).toBe(parts);
});

it('every country has its street, no part twice, and nothing required that it does not ask', () => {
  expect(codes.length).toBeGreaterThanOrEqual(249);
  for (const code of codes) {
    const names = addressForm(code).parts.map(({ name }) => name);
    expect([code, names.filter((name, index) => names.indexOf(name) !== index)]).toEqual([code, []]);
    expect(addressForm(code).parts.find(({ name }) => name === 'line1')?.need).toBe('required');
  }
});

it('takes a country in small letters', () => {
  expect(addressForm('gb')).toEqual(addressForm('GB'));
});

describe('regions', () => {
  const region = (country: string, locale?: string) =>
    addressForm(country, locale).parts.find(({ name }) => name === 'region')?.options ?? [];
  const named = (country: string, value: string, locale?: string) =>
    region(country, locale).find((option) => option.value === value)?.name;

  it.each([
    ['US', 62, 'CA', 'California'],
    ['CA', 13, 'QC', 'Quebec'],
    ['BR', 27, 'SP', 'São Paulo'],
    ['JP', 47, 'Tokyo', 'Tokyo'],
    ['AU', 9, 'NSW', 'New South Wales'],
    ['MX', 32, 'Ciudad de México', 'Ciudad de México'],
    ['IN', 36, 'Maharashtra', 'Maharashtra'],
    ['CN', 34, 'Beijing Shi', 'Beijing Shi'],
    ['AE', 7, 'Dubai', 'Dubai'],
    ['IE', 26, 'Co. Cork', 'Co. Cork'],
    ['HK', 3, 'Kowloon', 'Kowloon'],
    ['IT', 107, 'RM', 'Roma'],
  ])('%s has %i, of which %s is %s', (country, count, value, name) => {
    expect(region(country)).toHaveLength(count);
    expect(named(country, value)).toBe(name);
  });

  it('stand in the script and language of the page where the country has it', () => {
    expect(named('AE', 'Dubai', 'ar-EG')).toBe('دبي');
    expect(named('JP', 'Tokyo', 'ja')).toBe('東京都');
    expect(named('CA', 'BC', 'fr')).toBe('Colombie-Britannique');
    expect(named('CA', 'BC', 'en-CA')).toBe('British Columbia');
    expect(named('AE', 'Dubai', 'fr')).toBe('Dubai');
    expect(region('JP', 'ja')[0]?.name).toBe('北海道');
    expect(region('JP', 'en')[0]?.name).toBe('Aichi');
  });

  it('none is listed twice or nameless, and each is found by its value and its name', () => {
    for (const code of codes) {
      for (const locale of ['en', 'fr', 'ar', 'ja', 'zh', 'ko', 'ru', 'th']) {
        const options = region(code, locale);
        expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
        for (const { value, name } of options) {
          expect(name).not.toBe('');
          expect([code, checkAddressPart(addressForm(code), 'region', value)]).toEqual([
            code,
            { state: 'valid', value },
          ]);
          expect([code, checkAddressPart(addressForm(code), 'region', name)]).toEqual([
            code,
            { state: 'valid', value },
          ]);
        }
      }
    }
  });

  it.each([
    ['US', 'california', 'CA'],
    ['US', ' ca ', 'CA'],
    ['CA', 'Québec', 'QC'],
    ['BR', 'Sao Paulo', 'SP'],
    ['JP', '東京都', 'Tokyo'],
    ['IE', 'co cork', 'Co. Cork'],
  ])('%s: %j is %s', (country, text, value) => {
    expect(checkAddressPart(addressForm(country), 'region', text)).toEqual({ state: 'valid', value });
  });

  it('one that is not in the list is told', () => {
    expect(checkAddressPart(addressForm('US'), 'region', 'Bavaria')).toEqual({ state: 'wrong', reason: 'unlisted' });
    expect(checkAddressPart(addressForm('US'), 'region', '—')).toEqual({ state: 'wrong', reason: 'unlisted' });
    expect(checkAddressPart(addressForm('US'), 'region', '')).toEqual({ state: 'incomplete', reason: 'empty' });
    expect(checkAddressPart(addressForm('IE'), 'region', '')).toEqual({ state: 'valid', value: undefined });
  });
});

describe('what is written', () => {
  const form = addressForm('BR');

  it('is kept, its spaces put in order', () => {
    expect(checkAddressPart(form, 'line1', '  Rua  Augusta,\n 1200 ')).toEqual({
      state: 'valid',
      value: 'Rua Augusta, 1200',
    });
    expect(checkAddressPart(form, 'city', 'Sa\u0303o Paulo')).toEqual({ state: 'valid', value: 'São Paulo' });
  });

  it('may be left out where the country does', () => {
    expect(checkAddressPart(form, 'district', ' ')).toEqual({ state: 'valid', value: undefined });
    expect(checkAddressPart(form, 'line1', ' ')).toEqual({ state: 'incomplete', reason: 'empty' });
    expect(checkAddressPart(form, 'postal_code', '\u200e')).toEqual({ state: 'incomplete', reason: 'empty' });
    expect(checkAddressPart(addressForm('HK'), 'postal_code', '12345')).toEqual({ state: 'valid', value: undefined });
  });

  it.each([
    ['line1', 200],
    ['line2', 200],
    ['district', 100],
    ['city', 100],
  ] as const)('%s is as long as the contract lets it be: %i', (name, longest) => {
    expect(checkAddressPart(form, name, 'x'.repeat(longest)).state).toBe('valid');
    expect(checkAddressPart(form, name, 'x'.repeat(longest + 1))).toEqual({ state: 'wrong', reason: 'too_long' });
  });

  it('a code of no known rule is only measured', () => {
    expect(checkAddressPart(addressForm('QQ'), 'postal_code', 'ab 1')).toEqual({ state: 'valid', value: 'AB 1' });
    expect(checkAddressPart(addressForm('QQ'), 'postal_code', '1'.repeat(21))).toEqual({
      state: 'wrong',
      reason: 'too_long',
    });
  });
});

it('no text in any country throws, and what is valid is what the contract takes', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Z0-9 -]{0,12}$/));
  const longest = { line1: 200, line2: 200, district: 100, city: 100, region: 100, postal_code: 20 };
  fc.assert(
    fc.property(fc.constantFrom(...codes, 'QQ'), text, (country, typed) => {
      const form = addressForm(country);
      for (const { name } of form.parts) {
        const check = checkAddressPart(form, name, typed);
        if (check.state !== 'valid' || check.value === undefined) continue;
        expect(check.value.length).toBeGreaterThan(0);
        expect(check.value.length).toBeLessThanOrEqual(longest[name]);
        expect(checkAddressPart(form, name, check.value)).toEqual(check);
      }
      const tidied = tidyPostalCode(country, typed);
      expect(tidyPostalCode(country, tidied)).toBe(tidied);
    }),
    { numRuns: 600 },
  );
});
