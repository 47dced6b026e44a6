import { toAsciiDigits } from '../card/digits.js';
import { rules } from './rules.js';
import type { Rule } from './rules.js';

interface PostalCode {
  /** As the country writes it; where it is none of the country's, as it was typed, in capitals. */
  text: string;
  /** Null: the country's rule is not known. */
  fits: boolean | null;
  /** It has fewer characters than the country's codes have. */
  short: boolean;
}

const capitals = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
/** With the minus sign and the long vowel mark, which Japanese keyboards put where the hyphen is. */
const compact = (text: string) => text.replace(/[\s.\p{Pd}\u2212\u30fc]+/gu, '');

/** The forms that a code of these characters may have, the country's usual one first. */
function* written(code: string, example: string): Generator<string> {
  const separator = /[ -]/.exec(example)?.[0];
  // Without a separator in the example, one is tried last: 95014, but 95014-1234.
  const separators = separator ? [separator] : ['-', ' '];
  if (!separator) yield code;
  for (const one of separators) {
    for (let place = 1; place < code.length; place++) yield code.slice(0, place) + one + code.slice(place);
  }
  if (separator) yield code;
}

/** The code as typed, without what stands before it on an envelope (D-10115, LT-01001), and with what belongs to it (LV-1010). */
function candidates(text: string, country: string, { prefix, example = '' }: Rule): string[] {
  const code = compact(text);
  const before = new RegExp(
    `^(?:${[country, prefix, '[A-Z](?=\\p{Pd})'].filter(Boolean).join('|')})[\\s\\p{Pd}]*(?=\\d)`,
    'u',
  );
  return [code, compact(text.replace(before, '')), (/^[A-Z]+/.exec(example)?.[0] ?? '') + code];
}

export function readPostalCode(country: string, typed: string): PostalCode {
  const rule = rules[country];
  const text = capitals(toAsciiDigits(typed.normalize('NFKC').replace(/\p{Cf}/gu, '')))
    .replace(/\s+/g, ' ')
    .trim();
  if (!rule?.pattern || !rule.example) return { text, fits: null, short: false };

  const pattern = new RegExp(`^(?:${rule.pattern})$`);
  // Longer than any code is: not worth the tries.
  for (const code of text.length > 20 ? [] : candidates(text, country, rule)) {
    for (const form of written(code, rule.example))
      if (pattern.test(form)) return { text: form, fits: true, short: false };
  }
  return { text, fits: false, short: compact(text).length < compact(rule.example).length };
}

/** A postal code as its country writes it: `sw1a1aa` is `SW1A 1AA`. What is no code of the country stays, in capitals. */
export function tidyPostalCode(country: string, text: string): string {
  return readPostalCode(country.toUpperCase(), text).text;
}
