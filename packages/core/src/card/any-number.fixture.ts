import cardTypes from 'credit-card-type/dist/lib/card-types.js';
import * as fc from 'fast-check';
import { passesLuhn } from './digits.js';
import { brandById } from './index.js';
import type { Brand } from './index.js';

/** The ranges that were added to the package's, once more: they must not be read from what is tested. */
const alsoOf: Record<string, readonly (number | number[])[]> = {
  'diners-club': [3095],
  jcb: [
    [3088, 3094],
    [3096, 3102],
    [3112, 3120],
    [3158, 3159],
    [3337, 3349],
  ],
  unionpay: [62],
  verve: [506066, 507850, [506099, 506198], [507865, 507964], [650002, 650027]],
};
const idOf: Record<string, string> = { 'american-express': 'amex', 'diners-club': 'diners' };

/** Every range, as the digits that it goes from and to. */
export const ranges = Object.values(cardTypes).flatMap(({ type, patterns }) =>
  [...patterns, ...(alsoOf[type] ?? [])].map((pattern) => {
    const [from, to] = [pattern, pattern].map((bounds, end) => String(Array.isArray(bounds) ? bounds[end] : bounds));
    return { id: idOf[type] ?? type, from: from as string, to: to as string };
  }),
);

/** Whose number it is: the longest prefix wins, and Maestro yields at equal length. Nobody's, where two have been given the same. */
function ownerOf(number: string): string | undefined {
  const fitting = ranges.filter(({ from, to }) => {
    const head = number.slice(0, from.length);
    return head >= from && head <= to;
  });
  const weightOf = ({ id, from }: (typeof ranges)[number]) => from.length - (id === 'maestro' ? 0.5 : 0);
  const most = Math.max(...fitting.map(weightOf));
  const owners = new Set(fitting.filter((range) => weightOf(range) === most).map(({ id }) => id));
  return owners.size === 1 ? [...owners][0] : undefined;
}

function withCheckDigit(digits: string): string {
  return [...'0123456789'].map((digit) => digits + digit).find(passesLuhn) as string;
}

/** A right number out of a range of its brand, with a length that the brand has. */
export const anyNumber: fc.Arbitrary<{ brand: Brand; number: string }> = fc
  .constantFrom(...ranges)
  .chain(({ id, from, to }) => {
    const brand = brandById(id) as Brand;
    return fc
      .tuple(
        fc.integer({ min: Number(from), max: Number(to) }),
        fc.constantFrom(...brand.lengths),
        fc.stringMatching(/^\d{19}$/),
      )
      .map(([prefix, length, digits]) => ({
        brand,
        number: withCheckDigit((String(prefix) + digits).slice(0, length - 1)),
      }));
  })
  .filter(({ brand, number }) => ownerOf(number) === brand.id);

/** What people's keyboards, clipboards and enemies put into a field. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'0123456789/-. ٤۴৪४４\u200f\u200b\u00a0', '\ud83d'), maxLength: 24 }),
);
