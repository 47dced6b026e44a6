import { loadDisplayMessages } from '@florin/locale/display';
import { describe, expect, it } from 'vitest';
import { limitWords, nearestWords, type OfferLanguage } from './limit-words.js';
import { inTen } from './plans.fixture.js';

const now = Date.parse('2026-11-21T12:00:00Z');
const at = async (locale: string, value: number): Promise<OfferLanguage> => ({
  messages: await loadDisplayMessages('installments', locale),
  locale,
  amount: { value, currency: 'EUR', exponent: 2 },
  now,
});
const plain = (text: string) => text.replace(/[\u00a0\u202f\u200e\u200f]/g, ' ');
const inTwo = { id: 'p2x', count: 2, minimum: 1000, maximum: 200_000 };
const later = { id: 'p1x', count: 1, maximum: 2000 };

describe('a plan that the amount keeps out says', () => {
  it.each([
    ['en', 5000, '10 payments: from €300.00'],
    ['en', 300_001, '10 payments: up to €3,000.00'],
    ['fr', 5000, '10 paiements : dès 300,00 €'],
    ['fr', 300_001, '10 paiements : jusqu’à 3 000,00 €'],
    ['ar', 5000, '10 دفعات: ابتداءً من  300.00 €'],
  ])('in %s, at %i', async (locale, value, words) => {
    expect(plain(limitWords(inTen, await at(locale, value)))).toBe(words);
  });

  it('that it is one payment, later', async () => {
    expect(limitWords(later, await at('en', 5000))).toBe('1 payment, later: up to €20.00');
    expect(plain(limitWords(later, await at('fr', 5000)))).toBe('1 paiement, plus tard : jusqu’à 20,00 €');
  });

  it('in Arabic how many, in each of its plurals', async () => {
    const arabic = await at('ar', 500);
    const counted = [1, 2, 3, 11].map((count) => limitWords({ ...inTwo, count }, arabic).split(':')[0]);
    expect(counted).toEqual(['دفعة واحدة لاحقًا', 'دفعتان', '3 دفعات', '11 دفعة']);
  });
});

describe('where there is no plan', () => {
  it.each([
    ['the least amount that there is one for', 500, 'Pay in instalments: from €10.00'],
    ['the most that there is one for', 300_001, 'Pay in instalments: up to €3,000.00'],
    ['the most, also where another plan may be had', 250_000, 'Pay in instalments: up to €2,000.00'],
  ])('is said %s', async (_, value, words) => {
    const language = await at('en', value);
    const kept = [inTen, inTwo].filter(({ minimum = 0, maximum = 0 }) => value < minimum || value > maximum);
    expect(nearestWords(kept, language)).toBe(words);
  });

  it('too small for one and too large for another: what can be reached by buying more', async () => {
    expect(nearestWords([later, inTen], await at('en', 5000))).toBe('Pay in instalments: from €300.00');
  });
});
