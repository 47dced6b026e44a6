import { rules } from './rules.js';

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
}

/** The engine's own tools for a language; English ones for what is no language tag. */
function toolsFor(locale: string): { names: Intl.DisplayNames; order: Intl.Collator } {
  try {
    return { names: new Intl.DisplayNames(locale, { type: 'region' }), order: new Intl.Collator(locale) };
  } catch {
    return toolsFor('en');
  }
}

/** The countries that an address may be in, by their names in the page's language and in its order. */
export function countriesIn(locale: string, allowed?: readonly string[]): Country[] {
  const { names, order } = toolsFor(locale);
  const codes = allowed?.map((code) => code.toUpperCase()).filter((code) => /^[A-Z]{2}$/.test(code));
  const countries = [...new Set(codes ?? Object.keys(rules))].map((code) => ({ code, name: names.of(code) ?? code }));
  countries.sort((one, another) => order.compare(one.name, another.name));
  return countries;
}
