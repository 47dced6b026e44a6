/** Languages with a catalogue. */
export const locales = ['en', 'fr', 'ar'] as const;
export type Locale = (typeof locales)[number];

const FALLBACK: Locale = 'en';
const subtagsOf = (tag: string) => tag.trim().toLowerCase().split(/[-_]/);

/**
 * The catalogue for the languages that somebody wants, best first, as in `navigator.languages`.
 * Subtags are dropped from the end until a catalogue fits (RFC 4647, "lookup"): `fr-CH` is French, never English.
 */
export function negotiateLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const subtags = subtagsOf(tag);
    for (let length = subtags.length; length > 0; length--) {
      const range = subtags.slice(0, length).join('-');
      const found = locales.find((locale) => locale.toLowerCase() === range);
      if (found) return found;
    }
  }
  return FALLBACK;
}

const rightToLeft = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'];
const rightToLeftScripts = ['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa'];

/** The writing direction of a language tag: its script decides where it names one. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = subtagsOf(locale);
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag));
  return (script ? rightToLeftScripts.includes(script) : rightToLeft.includes(language)) ? 'rtl' : 'ltr';
}
