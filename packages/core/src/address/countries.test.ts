import { describe, expect, it } from 'vitest';
import { countriesIn } from './index.js';

/** ISO 3166-1 has 249; with XK, which it leaves free and which cards are issued in. */
const count = 250;

describe.each(['en', 'fr', 'ar', 'fr-CH', 'not a locale'])('%s', (locale) => {
  const countries = countriesIn(locale);

  it('has every country once, named', () => {
    expect(countries).toHaveLength(count);
    expect(new Set(countries.map(({ code }) => code)).size).toBe(count);
    expect(countries.filter(({ code, name }) => !/^[A-Z]{2}$/.test(code) || name === code)).toEqual([]);
  });
});

it('is in the order of the language', () => {
  const inOrder = (locale: string, ...codes: string[]) =>
    countriesIn(locale)
      .map(({ code }) => code)
      .filter((code) => codes.includes(code));
  // Afghanistan, Åland Islands, Albania, … Zimbabwe: an accent makes no letter of its own.
  const english = ['AF', 'AX', 'AL', 'FR', 'DE', 'ZW'];
  expect(inOrder('en', ...english)).toEqual(english);
  // Afrique du Sud, Allemagne, Égypte, Espagne, Zimbabwe
  const french = ['ZA', 'DE', 'EG', 'ES', 'ZW'];
  expect(inOrder('fr', ...french)).toEqual(french);
  // الأردن، البحرين، اليابان، فرنسا، مصر: the article counts
  const arabic = ['JO', 'BH', 'JP', 'FR', 'EG'];
  expect(inOrder('ar', ...arabic)).toEqual(arabic);
});

it('has those that are allowed, and no others', () => {
  expect(countriesIn('fr', ['FR', 'DE', 'be', 'FR'])).toEqual([
    { code: 'DE', name: 'Allemagne' },
    { code: 'BE', name: 'Belgique' },
    { code: 'FR', name: 'France' },
  ]);
  expect(countriesIn('en', ['QQ', 'nowhere'])).toEqual([{ code: 'QQ', name: 'QQ' }]);
  expect(countriesIn('en', [])).toEqual([]);
});
