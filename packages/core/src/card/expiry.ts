import { separatorRemoved } from './caret.js';
import type { TextWithCaret, TextWithSelection } from './caret.js';
import { incomplete, valid, wrong } from './check.js';
import type { Check } from './check.js';
import { digitsOf, toAsciiDigits } from './digits.js';

export type ExpiryReason = 'empty' | 'too_short' | 'month' | 'year' | 'past' | 'far';

export interface Expiry {
  /** 1 to 12. */
  readonly month: number;
  /** Four digits. */
  readonly year: number;
}

export interface ExpiryRules {
  now: Date;
  /** Past and far dates are taken: providers' test cards answer by them. */
  testMode?: boolean;
}

/** The texts of two inputs. */
export interface ExpiryTexts {
  month: string;
  year: string;
}

/** What is to be said of a date that stands in two inputs: one word for each of them, and one for the date. */
export interface ExpiryPartsCheck {
  month: Check<number, ExpiryReason>;
  year: Check<number, ExpiryReason>;
  expiry: Check<Expiry, ExpiryReason>;
}

const SEPARATOR = ' / ';
/** No issuer prints a date further away; a slip of the finger does (04 / 92). */
const LONGEST_VALIDITY = 30;
const LAST_YEAR = 2199;
const HOURS = 3_600_000;

interface Parts {
  month: string;
  year: string;
  /** Something stands between month and year, so that the month is known to be whole. */
  separated: boolean;
}

/** Splits what was typed, pasted or filled into month and year: 04/42, 4/42, 0442, 442, 04/2042, 2042-04, "04 - 42". */
function partsOf(text: string): Parts {
  // Direction marks and zero-width characters come along with a paste; they separate nothing.
  const ascii = toAsciiDigits(text).replace(/\p{Cf}+/gu, '');
  // A run that starts with 2 to 9 is no month: 2042-04 and 204204 are a year first, 1220 and 122042 are not.
  const yearFirst = /^\D*([2-9]\d{3})\D+(\d{1,2})(?!\d)/.exec(ascii) ?? /^\D*(20\d\d)(0[1-9]|1[0-2])\D*$/.exec(ascii);
  if (yearFirst?.[1] && yearFirst[2]) return { month: yearFirst[2], year: yearFirst[1], separated: true };

  const runs = ascii.split(/\D+/);
  // Words before the date ("Exp. 04/42") are no separator; a slash with nothing before it is an emptied month.
  if (runs[0] === '' && !/^\s*\//.test(ascii)) runs.shift();
  const [month = '', ...rest] = runs;
  const year = rest.join('');
  if (rest.length > 0 && month.length <= 2) return { month, year, separated: true };
  return { ...ofDigits(month + year), separated: false };
}

/** Month and year from digits alone. No month starts with 2 to 9, and none is 13 to 19: the month ends there. */
function ofDigits(digits: string): { month: string; year: string } {
  const short = /^([2-9])|^(1)(?=[3-9])/.exec(digits)?.[0];
  return short === undefined
    ? { month: digits.slice(0, 2), year: digits.slice(2) }
    : { month: `0${short}`, year: digits.slice(1) };
}

/** Month and year as far as the text says them; null until both are whole. Two digits are a year of this century. */
export function parseExpiry(text: string): Expiry | null {
  const { month, year } = partsOf(text);
  if (month === '' || (year.length !== 2 && year.length !== 4)) return null;
  return { month: Number(month), year: Number(year.length === 2 ? `20${year}` : year) };
}

/** `04 / 42`, from whatever form it came in. A year of four digits keeps them: nothing that was filled in is cut. */
export function formatExpiry(text: string): string {
  const { month, year, separated } = partsOf(text);
  const padded = separated && /^[1-9]$/.test(month) ? `0${month}` : month;
  return padded.length === 2 || year !== '' ? padded + SEPARATOR + year : padded;
}

/**
 * As `regroup`, for an expiry date: the separator writes itself, a month of one digit gets its zero as soon as it is sure
 * (4 → `04 / `, 1/ → `01 / `), and deleting the separator deletes the digit before it.
 */
export function regroupExpiry(edited: TextWithCaret, before?: TextWithSelection): TextWithCaret {
  const after = withoutNoise(edited, before);
  const removed = separatorRemoved(after, before);
  if (before && removed) return withoutDigit(before, removed);

  const isInside = after.caret < after.text.length;
  // In the middle of an edit a month of one digit is one that is being retyped: its zero waits until the field is left.
  const { month, year } = partsOf(after.text);
  const text =
    isInside && month.length === 1 && /^\s*\p{Nd}?\s*\//u.test(after.text)
      ? month + SEPARATOR + year
      : formatExpiry(after.text);
  if (!isInside) return { text, caret: text.length };

  const index = digitsOf(after.text.slice(0, after.caret)).length + digitsOf(text).length - digitsOf(after.text).length;
  const deleted = before !== undefined && after.text.length < before.text.length;
  return { text, caret: caretBehind(text, index, deleted) };
}

/** What is no digit ends the month, typed behind it. Anywhere else it says nothing, and would part the digits elsewhere. */
function withoutNoise(after: TextWithCaret, before?: TextWithSelection): TextWithCaret {
  if (!before || digitsOf(after.text.slice(before.caret, after.caret)) !== '') return after;
  const tail = after.text.slice(after.caret);
  const text = after.text.slice(0, before.caret) + tail;
  return after.caret > before.caret && (tail !== '' || text.includes('/')) ? { text, caret: before.caret } : after;
}

function withoutDigit(before: TextWithCaret, direction: 'backward' | 'forward'): TextWithCaret {
  const { month, year } = partsOf(before.text);
  if (direction === 'backward') {
    const shorter = month.slice(0, -1);
    return { text: year === '' ? shorter : shorter + SEPARATOR + year, caret: shorter.length };
  }
  const rest = year.slice(1);
  return { text: month + SEPARATOR + rest, caret: month.length };
}

function caretBehind(text: string, digits: number, deleted: boolean): number {
  const monthLength = text.indexOf(SEPARATOR);
  if (monthLength < 0 || digits < monthLength || (deleted && digits === monthLength)) return Math.max(0, digits);
  return Math.min(digits + SEPARATOR.length, text.length);
}

/**
 * Checks an expiry date. A card is good through the last day of its month, wherever the customer is:
 * the month counts as over only when it is over everywhere on earth.
 */
export function checkExpiry(text: string, rules: ExpiryRules): Check<Expiry, ExpiryReason> {
  return checkExpiryParts(partsOf(text), rules).expiry;
}

/**
 * Checks an expiry date that stands in two inputs. `past` and `far` are said of the year where no other month would mend them,
 * else of the month; each as soon as it is sure, whatever the other input holds.
 */
export function checkExpiryParts(texts: ExpiryTexts, { now, testMode = false }: ExpiryRules): ExpiryPartsCheck {
  let month = checkMonth(digitsOf(texts.month));
  let year = checkYear(digitsOf(texts.year));

  if (year.state === 'valid' && !testMode) {
    const there = new Date(now.getTime() - 12 * HOURS);
    const january = (year.value - there.getUTCFullYear()) * 12 - there.getUTCMonth();
    const [first, last] = month.state === 'valid' ? [month.value, month.value] : [1, 12];
    if (january + 11 < 0) year = wrong('past');
    else if (january + last - 1 < 0) month = wrong('past');
    else if (january + first - 1 > LONGEST_VALIDITY * 12) year = wrong('far');
  }
  return { month, year, expiry: together(month, year) };
}

function together(month: ExpiryPartsCheck['month'], year: ExpiryPartsCheck['year']): ExpiryPartsCheck['expiry'] {
  if (month.state === 'wrong') return month;
  if (year.state === 'wrong') return year;
  if (month.state === 'valid' && year.state === 'valid') return valid({ month: month.value, year: year.value });
  const isEmpty = [month, year].every((part) => 'reason' in part && part.reason === 'empty');
  return incomplete(isEmpty ? 'empty' : 'too_short');
}

function checkMonth(digits: string): Check<number, ExpiryReason> {
  if (digits === '') return incomplete('empty');
  if (digits === '0') return incomplete('too_short');
  return /^(0?[1-9]|1[0-2])$/.test(digits) ? valid(Number(digits)) : wrong('month');
}

function checkYear(digits: string): Check<number, ExpiryReason> {
  if (digits === '') return incomplete('empty');
  if (digits.length > 4) return wrong('year');
  if (digits.length % 2 === 1) return incomplete('too_short');
  const year = Number(digits.length === 2 ? `20${digits}` : digits);
  return year < 2000 || year > LAST_YEAR ? wrong('year') : valid(year);
}
