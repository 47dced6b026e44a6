import type { ActionOf } from '@florin/contract';
import { digitsOf } from '@florin/core/card';

type CodeRules = Pick<ActionOf<'otp'>, 'length' | 'alphabet'>;

/** What a code may look like: in one run, grouped, and with nothing else around it. */
const numeric = { run: /\d+/g, group: /\d+(?:[\s\p{Pd}]\d+)*/gu, whole: /^[\d\s\p{Pd}]+$/u };
const alphanumeric = {
  run: /[\p{L}\p{N}]+/gu,
  // A space is as likely to stand between two words.
  group: /[\p{L}\p{N}]+(?:\p{Pd}[\p{L}\p{N}]+)*/gu,
  whole: /^[\p{L}\p{N}\s\p{Pd}]+$/u,
};

/** Of an alphabet that is not listed nobody knows that it has no letters. */
export function isNumeric({ alphabet = 'numeric' }: CodeRules): boolean {
  return alphabet === 'numeric';
}

/** What of a text can be in a code: digits of every script written 0 to 9, without spaces and hyphens. */
export function plainCode(text: string, rules: CodeRules): string {
  return isNumeric(rules) ? digitsOf(text) : withPlainDigits(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The code in what was pasted or filled in: "Your code is 123-456". `null` when the text does not say plainly which part
 * of it is the code, which is told by its length.
 */
export function codeIn(text: string, rules: CodeRules): string | null {
  const { length } = rules;
  const { run, group, whole } = isNumeric(rules) ? numeric : alphanumeric;
  // Marks of direction and the like are not seen by whoever copies them.
  const clean = withPlainDigits(text).replace(/\p{Cf}/gu, '');
  const code = plainCode(clean, rules);
  if (whole.test(clean) && code && (!length || code.length === length)) return code;
  if (!length) return null;
  const found = [...(clean.match(run) ?? []), ...(clean.match(group) ?? [])].map((part) => plainCode(part, rules));
  const candidates = [...new Set(found.filter((part) => part.length === length))];
  // Beside a code with digits, a word of the same length is a word.
  const likely = candidates.filter((part) => /\d/.test(part));
  const [only, another] = likely.length ? likely : candidates;
  return only !== undefined && another === undefined ? only : null;
}

function withPlainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digitsOf);
}
