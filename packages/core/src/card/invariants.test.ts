import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNumber, anyText } from './any-number.fixture.js';
import {
  brandById,
  brandName,
  brandsOf,
  checkCvc,
  checkExpiry,
  checkExpiryParts,
  checkHolder,
  checkNumber,
  digitsOf,
  formatExpiry,
  formatNumber,
  likelyBrandOf,
  parseExpiry,
  regroup,
  regroupExpiry,
} from './index.js';

const now = new Date('2026-11-21T10:00:00Z');
const brandIds = brandsOf('').map(({ id }) => id);
const anyBrands = fc.subarray([...brandIds, 'cartes_bancaires', 'mada']);

describe('a number of a brand and of its length', () => {
  it('is good, and the brand comes first', () => {
    fc.assert(
      fc.property(anyNumber, ({ brand, number }) => {
        expect(brandsOf(number).map(({ id }) => id)).toEqual([brand.id]);
        expect(checkNumber(formatNumber(number), { brands: [brand.id] })).toEqual({ state: 'valid', value: number });
      }),
      { numRuns: 3000 },
    );
  });

  it('is good for every shop that takes its brand, and for every lookup that finds it', () => {
    fc.assert(
      fc.property(anyNumber, anyBrands, ({ brand: { id }, number }, others) => {
        expect(checkNumber(number, { brands: [...others, id] }).state).toBe('valid');
        expect(checkNumber(number, { brands: [...others, id], cardBrands: [id, 'girocard'] }).state).toBe('valid');
      }),
      { numRuns: 1000 },
    );
  });

  it('is nothing wrong while it is typed, except where it might be whole already', () => {
    fc.assert(
      fc.property(anyNumber, ({ brand, number }) => {
        for (let length = 0; length < number.length; length++) {
          const check = checkNumber(number.slice(0, length), { brands: [brand.id] });
          // Sixteen digits, or fourteen of a Diners, are nearly always all; a slip in them is told when the field is left.
          const mightBeWhole = length === 16 || (length === 14 && brand.id === 'diners');
          expect(check.state === 'wrong').toBe(mightBeWhole && 'reason' in check && check.reason === 'luhn');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is good no longer with one digit changed', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ number }, place, change) => {
        const at = place % number.length;
        const changed = number.slice(0, at) + ((Number(number[at]) + change) % 10) + number.slice(at + 1);
        fc.pre(brandsOf(changed).every(({ luhn }) => luhn));
        expect(checkNumber(changed).state).not.toBe('valid');
      }),
      { numRuns: 3000 },
    );
  });

  it('is good no longer with two digits exchanged, but for 0 and 9', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(), ({ number }, place) => {
        const at = place % (number.length - 1);
        const [first, second] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(first !== second && !['09', '90'].includes(first + second));
        const changed = number.slice(0, at) + second + first + number.slice(at + 2);
        fc.pre(brandsOf(changed).every(({ luhn }) => luhn));
        expect(checkNumber(changed).state).not.toBe('valid');
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused for its brand at once when no brand that may carry it is taken', () => {
    fc.assert(
      fc.property(anyNumber, ({ brand, number }) => {
        fc.pre(brand.id !== 'amex');
        const taken = checkNumber(number, { brands: ['amex'] });
        expect(taken).toEqual({ state: 'wrong', reason: 'brand_not_accepted' });
        expect(checkNumber(number.slice(0, 8), { brands: ['amex'] })).toEqual(taken);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an input', () => {
  it('regrouped keeps its digits and the place of its caret', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, place) => {
        const caret = place % (text.length + 1);
        const after = regroup(formatNumber, { text, caret });
        expect(digitsOf(after.text)).toBe(digitsOf(text));
        expect(digitsOf(after.text.slice(0, after.caret))).toBe(digitsOf(text.slice(0, caret)));
        expect(regroup(formatNumber, after)).toEqual(after);
      }),
      { numRuns: 2000 },
    );
  });

  it('with a date in order says the same date as before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const formatted = formatExpiry(text);
        expect(parseExpiry(formatted)).toEqual(parseExpiry(text));
        expect(formatExpiry(formatted)).toBe(formatted);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a date', () => {
  const month = fc.integer({ min: 1, max: 12 });
  const year = fc.integer({ min: 2000, max: 2099 });
  const forms: readonly ((month: string, year: string) => string)[] = [
    (m, y) => `${m}/${y}`,
    (m, y) => `${m} / ${y.slice(2)}`,
    (m, y) => `${m}-${y}`,
    (m, y) => `${m}.${y.slice(2)}`,
    (m, y) => `${Number(m)}/${y.slice(2)}`,
    (m, y) => `${Number(m)} ${y}`,
    (m, y) => m + y.slice(2),
    (m, y) => m + y,
    (m, y) => `${y}-${m}`,
    (m, y) => `${y}/${Number(m)}`,
    (m, y) => y + m,
    (m, y) => `\u200f${m}\u200f/\u200f${y}`,
  ];

  it('is the same in every form', () => {
    fc.assert(
      fc.property(month, year, fc.constantFrom(...forms), (m, y, form) => {
        const text = form(String(m).padStart(2, '0'), String(y));
        expect(parseExpiry(text)).toEqual({ month: m, year: y });
        expect(parseExpiry(formatExpiry(text))).toEqual({ month: m, year: y });
      }),
      { numRuns: 3000 },
    );
  });

  it('is judged alike in one input and in two', () => {
    fc.assert(
      fc.property(month, year, fc.boolean(), (m, y, testMode) => {
        const rules = { now, testMode };
        const together = checkExpiry(`${m}/${y}`, rules);
        const apart = checkExpiryParts({ month: String(m), year: String(y) }, rules);
        expect(apart.expiry).toEqual(together);
        expect(apart.month.state === 'valid' && apart.year.state === 'valid').toBe(together.state === 'valid');
      }),
      { numRuns: 2000 },
    );
  });

  it('is good for thirty years from the month that is running', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 800 }), (ahead) => {
        const months = 2026 * 12 + 10 + ahead;
        const text = `${(months % 12) + 1}/${Math.floor(months / 12)}`;
        const expected = ahead < 0 ? 'past' : ahead > 360 ? 'far' : undefined;
        const check = checkExpiry(text, { now });
        expect('reason' in check ? check.reason : undefined).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('whatever stands in a field', () => {
  const reasons = {
    number: ['empty', 'too_short', 'too_long', 'luhn', 'brand_unknown', 'brand_not_accepted'],
    expiry: ['empty', 'too_short', 'month', 'year', 'past', 'far'],
    cvc: ['empty', 'too_short', 'too_long'],
    holder: ['empty', 'too_short', 'too_long', 'digits_in_name'],
  };

  it('nothing throws, and every answer is one that has words', () => {
    fc.assert(
      fc.property(anyText, anyText, anyBrands, (text, other, brands) => {
        const parts = checkExpiryParts({ month: text, year: other }, { now });
        const answers = {
          number: [
            checkNumber(text),
            checkNumber(text, { brands }),
            checkNumber(text, { brands, cardBrands: [other] }),
          ],
          expiry: [checkExpiry(text, { now }), parts.month, parts.year, parts.expiry],
          cvc: [checkCvc(text), checkCvc(text, brandById('amex'))],
          holder: [checkHolder(text)],
        };
        for (const [field, checks] of Object.entries(answers)) {
          const given = checks.flatMap((check) => (check.state === 'valid' ? [] : [check.reason]));
          expect(reasons[field as keyof typeof reasons]).toEqual(expect.arrayContaining(given));
        }
        likelyBrandOf(text);
        brandName(text);
        regroupExpiry({ text, caret: text.length }, { text: other, caret: other.length });
        regroup(formatNumber, { text, caret: 0 }, { text: other, caret: 0 });
      }),
      { numRuns: 3000 },
    );
  });

  it('what is sent is clean: digits are digits, a name has nothing unseen in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [number, cvc, holder] = [checkNumber(text), checkCvc(text), checkHolder(`A${text}`)].map((check) =>
          check.state === 'valid' ? check.value : undefined,
        );
        expect(number ?? '0'.repeat(12)).toMatch(/^\d{12,19}$/);
        expect(cvc ?? '000').toMatch(/^\d{3,4}$/);
        expect(holder ?? '').not.toMatch(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
        expect(checkHolder(holder ?? 'A')).toEqual({ state: 'valid', value: holder ?? 'A' });
      }),
      { numRuns: 3000 },
    );
  });
});
