import { brandById, brandsOf, carriersOf } from './brand.js';
import type { Brand } from './brand.js';
import { incomplete, valid, wrong } from './check.js';
import type { Check } from './check.js';
import { digitsOf, passesLuhn } from './digits.js';

export type NumberReason = 'empty' | 'too_short' | 'too_long' | 'luhn' | 'brand_unknown' | 'brand_not_accepted';

export interface NumberRules {
  /** Ids of the brands that the shop takes. Absent or empty: all. */
  brands?: readonly string[];
  /**
   * Ids of the brands that a lookup found on this very card, as `['cartes_bancaires', 'visa']`.
   * Absent or empty: not known, and what the digits do not tell is not held against the card.
   */
  cardBrands?: readonly string[];
}

/** ISO/IEC 7812-1: where no brand says its lengths. */
const SHORTEST = 12;
const LONGEST = 19;
/** What nearly every card has, also of brands that allow others. */
const USUAL = 16;

/** Domestic schemes that no digit tells, and the brands whose cards carry them. */
const domestic: readonly string[] = ['cartes_bancaires', 'bancontact', 'dankort', 'girocard', 'eftpos', 'interac'];
const coBadged: readonly string[] = ['visa', 'mastercard', 'maestro'];

/** Nothing is sure once the shop takes a scheme of which nobody here knows which cards carry it (mada, RuPay …). */
const isSure = (accepted: readonly string[]) => accepted.every((id) => brandById(id) ?? domestic.includes(id));

/** Of the brands that a number may have, those that the shop takes. */
export function acceptedOf(brands: readonly Brand[], accepted: readonly string[] = []): Brand[] {
  if (accepted.length === 0 || !isSure(accepted)) return [...brands];
  const takesDomestic = accepted.some((id) => domestic.includes(id));
  return brands.filter(({ id }) => accepted.includes(id) || (takesDomestic && coBadged.includes(id)));
}

/** The brands by whose lengths and check digit a number goes; or why the shop does not take it. */
function brandsFor(digits: string, { brands: accepted = [], cardBrands = [] }: NumberRules): Brand[] | NumberReason {
  const candidates = brandsOf(digits);
  if (cardBrands.length > 0) {
    if (accepted.length > 0 && !cardBrands.some((id) => accepted.includes(id))) return 'brand_not_accepted';
    const known = cardBrands.map(brandById).filter((brand) => brand !== undefined);
    return known.length > 0 ? known : candidates;
  }
  const taken = acceptedOf(candidates, accepted);
  if (taken.length > 0 || accepted.length === 0 || !isSure(accepted)) return taken;
  if (candidates.length === 0) return 'brand_unknown';
  const carried = acceptedOf(carriersOf(digits), accepted);
  return carried.length > 0 ? [...candidates, ...carried] : 'brand_not_accepted';
}

/**
 * Checks a card number. `value` is its digits.
 * `brand_not_accepted` and `brand_unknown` are said as soon as they are sure, before the number is whole.
 */
export function checkNumber(text: string, rules: NumberRules = {}): Check<string, NumberReason> {
  const digits = digitsOf(text);
  if (digits === '') return incomplete('empty');

  const brands = brandsFor(digits, rules);
  if (typeof brands === 'string') return wrong(brands);

  const { length } = digits;
  const fitting = brands.filter(({ lengths }) => lengths.includes(length));
  const longest = brands.length > 0 ? Math.max(...brands.flatMap(({ lengths }) => lengths)) : LONGEST;
  if (length > longest) return wrong('too_long');
  if (fitting.length === 0 && (brands.length > 0 || length < SHORTEST)) return incomplete('too_short');

  // A number without a check digit can be told from half of one by its length alone.
  if (passesLuhn(digits) || (length >= USUAL && fitting.some(({ luhn }) => !luhn))) return valid(digits);
  // At a length that few cards have, digits are likelier to be missing than to be wrong.
  const isUsual =
    length === longest || length === USUAL || fitting.some(({ gaps }) => length === (gaps.at(-1) ?? 0) + 4);
  return isUsual ? wrong('luhn') : incomplete('too_short');
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
