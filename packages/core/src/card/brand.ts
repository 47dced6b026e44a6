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

/** What the package lacks. */
const added: Partial<Record<BrandId, { lengths?: readonly number[]; patterns?: readonly Pattern[] }>> = {
  // Thirteen digits are issued no longer, but providers still test with them.
  visa: { lengths: [13] },
  diners: { patterns: [3095] },
  // Older ranges, which acquirers still route to JCB.
  jcb: {
    patterns: [
      [3088, 3094],
      [3096, 3102],
      [3112, 3120],
      [3158, 3159],
      [3337, 3349],
    ],
  },
  // All of 62 is UnionPay's but what others name more closely; the package lists the parts of it that it has seen.
  unionpay: { patterns: [62] },
  // The package lists single issuers; these are the ranges given to the scheme, and what Paystack's test cards have.
  verve: { patterns: [506066, 507850, [506099, 506198], [507865, 507964], [650002, 650027]] },
};

const known = Object.values(cardTypes).map((type) => {
  const id = renamed[type.type] ?? (type.type as BrandId);
  const { lengths = [], patterns = [] } = added[id] ?? {};
  const brand: Brand = {
    id,
    name: type.niceType,
    lengths: [...lengths, ...type.lengths],
    gaps: type.gaps,
    cvc: { length: type.code.size as 3 | 4, name: type.code.name, side: id === 'amex' ? 'front' : 'back' },
    luhn: id !== 'unionpay',
  };
  return { brand, patterns: [...type.patterns, ...patterns] };
});

/** How many digits of a pattern the number matches in full; 0: it may still come to match; -1: it cannot. */
function strengthOf(pattern: Pattern, digits: string): number {
  const [from, to] = (Array.isArray(pattern) ? pattern : [pattern, pattern]).map(String) as [string, string];
  const compared = Math.min(from.length, digits.length);
  const head = digits.slice(0, compared);
  if (head < from.slice(0, compared) || head > to.slice(0, compared)) return -1;
  return compared === from.length ? compared : 0;
}

interface Match {
  brand: Brand;
  strength: number;
}

/** No prefix is longer. */
const LONGEST_PREFIX = 8;
/** The last answer: one key press asks three times. The prefix of a number alone is kept here, never more of it. */
let lastMatches: { prefix: string; matches: readonly Match[] } | undefined;

/** Every brand with a prefix that fits, likeliest first. */
function matchesOf(digits: string): readonly Match[] {
  const prefix = digits.slice(0, LONGEST_PREFIX);
  if (lastMatches?.prefix !== prefix) lastMatches = { prefix, matches: findMatches(prefix) };
  return lastMatches.matches;
}

function findMatches(digits: string): readonly Match[] {
  const matches = known
    .map(({ brand, patterns }) => ({
      brand,
      strength: Math.max(...patterns.map((pattern) => strengthOf(pattern, digits))),
    }))
    .filter(({ strength }) => strength >= 0);
  matches.sort((a, b) => rank(b) - rank(a));
  return matches;
}

function candidatesOf(digits: string) {
  const matches = matchesOf(digits);
  if (matches.some(({ strength }) => strength === 0)) return matches;
  // Once nobody's prefix is longer than what is typed, the most specific prefix owns the number. Two may have been given the same.
  return matches.filter((match) => rank(match) === rank(matches[0] ?? match));
}

/** Maestro's ranges are what the others leave over: it yields at equal length, and a bare 6 is its own only at the very end. */
function rank({ brand, strength }: Match): number {
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

/** Whose cards else a number may be of that the first would seem to own. No public table draws these lines in time. */
const shared: readonly [owner: BrandId, prefix: string, others: readonly BrandId[]][] = [
  // Discover carries UnionPay's cards.
  ['unionpay', '', ['discover']],
  // Issuers have Mastercard's products in Maestro's ranges: Mercado Pago's, iyzico's and Checkout.com's test cards are such.
  ['maestro', '5', ['mastercard']],
  // Given out bank by bank, to be accepted on Discover's network abroad.
  ['discover', '65', ['troy', 'elo']],
];

/**
 * The brands besides the likeliest that a shop may take such a number for. A domestic scheme's range was mostly given to it
 * out of an international brand's, whose network carries its cards too: Naranja in Visa's 4, Troy in Discover's 65.
 */
export function carriersOf(digits: string): Brand[] {
  const likeliest = brandsOf(digits).map(({ id }) => id);
  const others = shared.flatMap(([owner, prefix, ids]) =>
    likeliest.includes(owner) && digits.startsWith(prefix) ? ids : [],
  );
  const carriers = matchesOf(digits).map(({ brand }) => brand.id);
  return [...others, ...carriers.filter((id) => id !== 'maestro')].map((id) => brandById(id) as Brand);
}

/** The brand to show while the customer types: known for sure, or far likelier than the rest (a 4 is a Visa). */
export function likelyBrandOf(digits: string): Brand | undefined {
  const [first, second] = candidatesOf(digits);
  return first && (!second || rank(first) > Math.max(0, rank(second))) ? first.brand : undefined;
}

/** A brand by its id; nothing for the ids that no number tells, as `cartes_bancaires`. */
export function brandById(id: string): Brand | undefined {
  return known.find(({ brand }) => brand.id === id)?.brand;
}
