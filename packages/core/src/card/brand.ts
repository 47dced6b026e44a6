// The data alone: the package's own matcher clones its whole table on every call and would double its size here.
import cardTypes from 'credit-card-type/dist/lib/card-types.js';

export type BrandId =
  | 'visa'
  | 'mastercard'
  | 'amex'
  | 'diners'
  | 'discover'
  | 'jcb'
  | 'unionpay'
  | 'maestro'
  | 'elo'
  | 'mir'
  | 'hiper'
  | 'hipercard'
  | 'verve'
  | 'troy'
  | 'naranja';

/** A card scheme, as far as a number's first digits tell it. */
export interface Brand {
  /** The contract's word for it, as in a card option's `brands`. */
  readonly id: BrandId;
  /** As the scheme writes it. It is a name: not translated. */
  readonly name: string;
  /** How many digits a whole number may have, shortest first. */
  readonly lengths: readonly number[];
  /** After how many digits a space stands in print. */
  readonly gaps: readonly number[];
  readonly cvc: {
    readonly length: 3 | 4;
    /** The scheme's own name for it (CVV, CVC, CID …). Customers are told "security code". */
    readonly name: string;
    readonly side: 'front' | 'back';
  };
  /** Whether the last digit is a check digit. UnionPay has issued numbers without one. */
  readonly luhn: boolean;
}

/** A prefix, or a range of prefixes of the same length. */
type Pattern = number | number[];

const renamed: Record<string, BrandId> = { 'american-express': 'amex', 'diners-club': 'diners' };

const patternsMissing: Partial<Record<BrandId, readonly Pattern[]>> = {
  // The package lists single Verve issuers; these are the ranges given to the scheme, and 506066, which every test card of it has.
  verve: [506066, [506099, 506198], [507865, 507964], [650002, 650027]],
};

const known = Object.values(cardTypes).map((type) => {
  const id = renamed[type.type] ?? (type.type as BrandId);
  const brand: Brand = {
    id,
    name: type.niceType,
    lengths: type.lengths,
    gaps: type.gaps,
    cvc: { length: type.code.size as 3 | 4, name: type.code.name, side: id === 'amex' ? 'front' : 'back' },
    luhn: id !== 'unionpay',
  };
  return { brand, patterns: [...type.patterns, ...(patternsMissing[id] ?? [])] };
});

/** How many digits of a pattern the number matches in full; 0: it may still come to match; -1: it cannot. */
function strengthOf(pattern: Pattern, digits: string): number {
  const [from, to] = (Array.isArray(pattern) ? pattern : [pattern, pattern]).map(String) as [string, string];
  const compared = Math.min(from.length, digits.length);
  const head = digits.slice(0, compared);
  if (head < from.slice(0, compared) || head > to.slice(0, compared)) return -1;
  return compared === from.length ? compared : 0;
}

function candidatesOf(digits: string) {
  const candidates = known
    .map(({ brand, patterns }) => ({
      brand,
      strength: Math.max(...patterns.map((pattern) => strengthOf(pattern, digits))),
    }))
    .filter(({ strength }) => strength >= 0);
  candidates.sort((a, b) => rank(b) - rank(a));
  // Once nobody's prefix is longer than what is typed, the most specific prefix owns the number.
  return candidates.every(({ strength }) => strength > 0) ? candidates.slice(0, 1) : candidates;
}

/** Maestro's ranges are what the others leave over: it yields at equal length, and a bare 6 is its own only at the very end. */
function rank({ brand, strength }: { brand: Brand; strength: number }): number {
  if (brand.id !== 'maestro') return strength;
  return strength === 1 ? -1 : strength - 0.5;
}

/**
 * The brands that a number which starts with these digits can be of, likeliest first.
 * All of them for no digits; none when nobody issues such a number.
 */
export function brandsOf(digits: string): Brand[] {
  return candidatesOf(digits).map(({ brand }) => brand);
}

/** The brand to show while the customer types: known for sure, or far likelier than the rest (a 4 is a Visa). */
export function likelyBrandOf(digits: string): Brand | undefined {
  const [first, second] = candidatesOf(digits);
  return first && (!second || rank(first) > 0) ? first.brand : undefined;
}

/** A brand by its id; nothing for the ids that no number tells, as `cartes_bancaires`. */
export function brandById(id: string): Brand | undefined {
  return known.find(({ brand }) => brand.id === id)?.brand;
}
