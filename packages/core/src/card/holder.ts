import { incomplete, valid, wrong } from './check.js';
import type { Check } from './check.js';
import { digitsOf } from './digits.js';

export type HolderReason = 'empty' | 'too_short' | 'too_long' | 'digits_in_name';

/** The contract's limit. */
const LONGEST = 255;
/** Fewer may belong to a name; as many are a card number or a code in the wrong field, which must not travel as a name. */
const DIGITS = 3;

/**
 * What a paste brings unseen: control characters, direction marks, zero-width spaces, halves of a character. Acquirers refuse them.
 * The joiners stay: Persian and Indic names are written with them.
 */
const unseen = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * Checks the name on the card. `value` has its spaces put in order and nothing unseen in it; nothing else is changed or judged:
 * names are not ours to correct.
 */
export function checkHolder(text: string): Check<string, HolderReason> {
  const name = text.normalize('NFC').replace(unseen, '').replace(/\s+/g, ' ').trim();
  if (name === '') return incomplete('empty');
  if (digitsOf(name).length >= DIGITS) return wrong('digits_in_name');
  if (!/\p{L}/u.test(name)) return incomplete('too_short');
  if (name.length > LONGEST) return wrong('too_long');
  return valid(name);
}
