import { describe, expect, it } from 'vitest';
import { directionOf, negotiateLocale } from './index.js';

describe('negotiateLocale', () => {
  it.each([
    [['fr-CH'], 'fr'],
    [['fr-CH', 'en'], 'fr'],
    [['FR_ca'], 'fr'],
    [['ar-EG'], 'ar'],
    [['ar-Latn-EG'], 'ar'],
    [['de', 'fr'], 'fr'],
    [['de-AT', 'en-GB'], 'en'],
    [['tlh'], 'en'],
    [[], 'en'],
    [[''], 'en'],
    [['frr'], 'en'],
  ])('%j → %s', (wanted, locale) => {
    expect(negotiateLocale(wanted)).toBe(locale);
  });
});

describe('directionOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['pa-Arab-PK', 'rtl'],
    ['en', 'ltr'],
    ['fr-CH', 'ltr'],
    ['az-Latn', 'ltr'],
    ['ar-Latn', 'ltr'],
    ['', 'ltr'],
  ])('%s → %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction);
  });
});
