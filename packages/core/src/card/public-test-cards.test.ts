import { describe, expect, it } from 'vitest';
import { brandById, brandsOf, checkNumber } from './index.js';
import { publicTestCards } from './public-test-cards.fixture.js';

const numbersOf = (cards: Record<string, string> = {}) =>
  Object.entries(cards).flatMap(([brand, numbers]) => numbers.split(/\s+/).map((number) => [number, brand] as const));

describe.each(publicTestCards)('$name', ({ cards, shared, refused = {} }) => {
  it.each(numbersOf(cards))('%s is a good number, of %s', (number, brand) => {
    const good = { state: 'valid', value: number };
    expect(checkNumber(number)).toEqual(good);
    // A lookup says the brand, and the shop takes no other.
    expect(checkNumber(number, { brands: [brand], cardBrands: [brand] })).toEqual(good);
    // What the shop takes is told from the digits alone.
    expect(checkNumber(number, { brands: [brand] })).toEqual(good);
    if (!brandById(brand)) return;
    expect(brandsOf(number).map(({ id }) => id)).toEqual([brand]);
    expect(brandById(brand)?.lengths).toContain(number.length);
  });

  it.each(numbersOf(shared))('%s may be of %s', (number, brand) => {
    expect(brandsOf(number).map(({ id }) => id)).not.toContain(brand);
    expect(checkNumber(number, { brands: [brand] })).toEqual({ state: 'valid', value: number });
  });

  it.each(Object.entries(refused))('%s is not: %s', (number, reason) => {
    expect(checkNumber(number)).toMatchObject({ reason });
  });
});
