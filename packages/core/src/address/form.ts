import { regionOptions } from './region-options.js';
import type { RegionOption } from './region-options.js';
import { rules } from './rules.js';
import type { Rule } from './rules.js';

/** What the part is called in the country: the key of its label is `address.` and this. */
export type AddressLabel =
  | 'line1'
  | 'line2'
  | 'city'
  | 'province'
  | 'postal_code'
  | NonNullable<Rule['district'] | Rule['city'] | Rule['region'] | Rule['code']>;

export interface AddressPart {
  readonly name: 'line1' | 'line2' | 'district' | 'city' | 'region' | 'postal_code';
  readonly need: 'required' | 'optional';
  readonly label: AddressLabel;
  /** The regions there are, where they are known: one is chosen, not typed. */
  readonly options?: readonly RegionOption[];
  /** A postal code as the country writes it. */
  readonly example?: string;
  /** Typed with digits alone: a numeric keypad is enough. */
  readonly digits?: boolean;
}

export interface AddressForm {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** In the country's order. */
  readonly parts: readonly AddressPart[];
}

/** For a country that nobody knows: everything there may be, nothing that must be but a street and a city. */
const unknown: Rule = { parts: 'ACSZ' };

/**
 * The parts of a postal address in a country, in the order in which it writes them. Regions stand in Latin letters,
 * and in the country's own where the page's language is written in them.
 */
export function addressForm(country: string, locale?: string): AddressForm {
  const code = country.toUpperCase();
  const rule = rules[code] ?? unknown;
  return { country: code, parts: [...rule.parts].flatMap((letter) => partsFor(letter, rule, code, locale)) };
}

function partsFor(letter: string, rule: Rule, country: string, locale?: string): AddressPart[] {
  const need = (rule.required ?? 'AC').includes(letter) ? 'required' : 'optional';
  switch (letter) {
    case 'A':
      return [
        { name: 'line1', need: 'required', label: 'line1' },
        { name: 'line2', need: 'optional', label: 'line2' },
      ];
    case 'D':
      return [{ name: 'district', need, label: rule.district ?? 'district' }];
    case 'C':
      return [{ name: 'city', need, label: rule.city ?? 'city' }];
    case 'S': {
      const options = regionOptions(country, locale);
      return [{ name: 'region', need, label: rule.region ?? 'province', ...(options.length > 0 && { options }) }];
    }
    default:
      return [
        {
          name: 'postal_code',
          need,
          label: rule.code ?? 'postal_code',
          ...(rule.example && { example: rule.example }),
          ...(rule.pattern && !/[A-Z]/.test(rule.pattern) && { digits: true }),
        },
      ];
  }
}
