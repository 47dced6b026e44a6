import { describe, expect, it } from 'vitest';
import { acceptedOf, brandsOf, checkNumber, digitsOf, formatNumber } from './index.js';
import { accepted, lookups, printed, refused, rulesOf, shops } from './number.fixture.js';

/** `valid`, or the reason why not. */
const verdictOf = (...args: Parameters<typeof checkNumber>) => {
  const check = checkNumber(...args);
  return check.state === 'valid' ? check.state : check.reason;
};

describe('taken', () => {
  it.each(accepted)('%s', (text, digits) => {
    expect(checkNumber(text)).toEqual({ state: 'valid', value: digits });
  });
});

describe('not taken', () => {
  it.each(refused)('%s is %s: %s', (text, state, reason) => {
    expect(checkNumber(text)).toEqual({ state, reason });
  });
});

describe('what the shop takes', () => {
  it.each(shops)('%s: %s → %s', (brands, text, verdict) => {
    expect(verdictOf(text, rulesOf(brands))).toBe(verdict);
  });

  it('is everything, when it names nothing', () => {
    expect(acceptedOf(brandsOf(''))).toHaveLength(15);
    expect(acceptedOf(brandsOf(''), [])).toHaveLength(15);
  });
});

describe('what a lookup found on the card', () => {
  it.each(lookups)('shop: %s, card: %s, %s → %s', (brands, cardBrands, text, verdict) => {
    expect(verdictOf(text, rulesOf(brands, cardBrands))).toBe(verdict);
  });
});

describe('in print', () => {
  it.each(printed)('%s → %s', (digits, text) => {
    expect(formatNumber(digits)).toBe(text);
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
