import { brandById, brandsOf } from './brand.js';
import type { Brand } from './brand.js';
import { incomplete, valid, wrong } from './check.js';
import type { Check } from './check.js';
import { digitsOf, passesLuhn } from './digits.js';

export type NumberReason = 'empty' | 'too_short' | 'too_long' | 'luhn' | 'brand_unknown' | 'brand_not_accepted';

export interface NumberRules {
  /** Ids of the brands that the shop takes. Absent or empty: all. */
  brands?: readonly string[];
}

/** ISO/IEC 7812-1: where no brand says its lengths. */
const SHORTEST = 12;
const LONGEST = 19;

/** Brands whose cards also carry a domestic scheme that no digit tells (Cartes Bancaires, Bancontact, Dankort …). */
const coBadged: readonly string[] = ['visa', 'mastercard', 'maestro'];

/** Of the brands that a number may have, those that the shop takes. */
export function acceptedOf(brands: readonly Brand[], accepted: readonly string[] = []): Brand[] {
  if (accepted.length === 0) return [...brands];
  const takesDomestic = accepted.some((id) => !brandById(id));
  return brands.filter(({ id }) => accepted.includes(id) || (takesDomestic && coBadged.includes(id)));
}

/**
 * Checks a card number. `value` is its digits.
 * `brand_not_accepted` and `brand_unknown` are said as soon as they are sure, before the number is whole.
 */
export function checkNumber(text: string, rules: NumberRules = {}): Check<string, NumberReason> {
  const digits = digitsOf(text);
  if (digits === '') return incomplete('empty');

  const candidates = brandsOf(digits);
  const brands = acceptedOf(candidates, rules.brands);
  if (brands.length === 0 && rules.brands?.length) {
    return wrong(candidates.length > 0 ? 'brand_not_accepted' : 'brand_unknown');
  }

  const fits = (brand: Brand) => brand.lengths.includes(digits.length);
  const anyBrand = brands.length === 0 && digits.length >= SHORTEST && digits.length <= LONGEST;
  const longest = brands.length > 0 ? Math.max(...brands.map(({ lengths }) => Math.max(...lengths))) : LONGEST;

  if (digits.length > longest) return wrong('too_long');
  if (!anyBrand && !brands.some(fits)) return incomplete('too_short');
  if (passesLuhn(digits) || brands.some((brand) => fits(brand) && !brand.luhn)) return valid(digits);
  return wrong('luhn');
}

/** The digits as the card has them in print: `4242 4242 4242 4242`, `3782 822463 10005`. Adds no space at the end. */
export function formatNumber(digits: string): string {
  const gaps = gapsOf(digits);
  let text = '';
  for (let index = 0; index < digits.length; index++) {
    text += gaps.includes(index) ? ` ${digits[index]}` : digits[index];
  }
  return text;
}

function gapsOf(digits: string): readonly number[] {
  const gaps = brandsOf(digits)[0]?.gaps;
  // Diners Club prints 4-6-4; its longer numbers, and the tail of every 19-digit one, go by fours.
  return !gaps || gaps.includes(12) || digits.length > 15 ? [4, 8, 12, 16] : gaps;
}
