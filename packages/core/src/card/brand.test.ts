import cardTypes from 'credit-card-type/dist/lib/card-types.js';
import { describe, expect, it } from 'vitest';
import { ranges } from './any-number.fixture.js';
import { names, shownWhileTyping } from './brand.fixture.js';
import { brandById, brandName, brandsOf, likelyBrandOf } from './index.js';
import type { BrandId } from './index.js';
import { publicTestCards } from './public-test-cards.fixture.js';

const idsOf = (digits: string) => brandsOf(digits).map(({ id }) => id);

describe('the brand shown while the number is typed', () => {
  it.each(shownWhileTyping)('%s → %s', (typed, brand) => {
    expect(likelyBrandOf(typed)?.id).toBe(brand);
  });
});

it('all brands are possible before anything is typed', () => {
  expect(idsOf('')).toHaveLength(15);
});

it('a prefix never rules out the brand that the whole number turns out to have', () => {
  const numbers = new Map(
    publicTestCards
      .flatMap(({ cards }) => Object.entries(cards))
      .filter(([brand]) => brandById(brand))
      .flatMap(([brand, list]) => list.split(/\s+/).map((number) => [number, brand] as const)),
  );
  for (const [number, brand] of numbers) {
    const prefixes = [...number].map((_, length) => number.slice(0, length));
    expect(prefixes.filter((prefix) => brandsOf(prefix).every(({ id }) => id !== brand))).toEqual([]);
  }
});

it('a prefix that two brands lay claim to is of both, and neither is shown', () => {
  const claims = ranges.filter(({ id }) => id !== 'maestro');
  const claimedTwice = claims.flatMap(({ id, from, to }) =>
    claims
      .filter((other) => other.id < id && other.from.length === from.length && other.from <= to && other.to >= from)
      .map((other) => [other.id, id, from]),
  );
  expect(claimedTwice).toEqual([['elo', 'troy', '650923']]);
  expect(idsOf('650923')).toEqual(['troy', 'elo']);
  expect(likelyBrandOf('650923')).toBe(undefined);
});

describe('the security code', () => {
  it.each<[BrandId, length: number, side: string]>([
    ['amex', 4, 'front'],
    ['visa', 3, 'back'],
    ['mastercard', 3, 'back'],
    ['maestro', 3, 'back'],
    ['diners', 3, 'back'],
    ['discover', 3, 'back'],
    ['jcb', 3, 'back'],
    ['unionpay', 3, 'back'],
    ['elo', 3, 'back'],
    ['mir', 3, 'back'],
    ['hiper', 3, 'back'],
    ['hipercard', 3, 'back'],
    ['verve', 3, 'back'],
    ['troy', 3, 'back'],
    ['naranja', 3, 'back'],
  ])('%s has %i digits on the %s', (id, length, side) => {
    expect(brandById(id)?.cvc).toMatchObject({ length, side });
  });
});

describe('lengths', () => {
  it.each<[BrandId, readonly number[]]>([
    ['visa', [13, 16, 18, 19]],
    ['mastercard', [16]],
    ['amex', [15]],
    ['diners', [14, 16, 19]],
    ['discover', [16, 19]],
    ['maestro', [12, 13, 14, 15, 16, 17, 18, 19]],
    ['unionpay', [14, 15, 16, 17, 18, 19]],
    ['verve', [16, 18, 19]],
  ])('of %s: %j', (id, lengths) => {
    expect(brandById(id)?.lengths).toEqual(lengths);
  });
});

describe('names', () => {
  it.each(names)('%s → %s', (id, name) => {
    expect(brandName(id)).toBe(name);
  });

  it('are those of the package, which knows more of a scheme than its name', () => {
    const names = Object.values(cardTypes).map(({ niceType }) => niceType);
    expect(new Set(brandsOf('').map(({ name }) => name))).toEqual(new Set(names));
  });
});
