import type { Amount, IntentStatus } from '@florin/contract';
import type { NativeAmount, Reading } from './provider.js';

/** A total that a payload says. What is no amount, or more than was paid, is not taken for one. */
export function totalOf(value: unknown, paid?: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return undefined;
  return typeof paid === 'number' && value > paid ? undefined : value;
}

/** Minor units; 0: nothing, or nobody knows how much. */
export interface Reversed {
  refunds: number;
  chargeBacks: number;
}

const nothing: Reversed = { refunds: 0, chargeBacks: 0 };

/**
 * How much of `amount` went back until this reading. Refunded and no word of how much is all of it; not after a part was charged
 * back (`kept`): nobody knows then how much the rest was. What a bank took back is what is said of it: a shop may have given a
 * part back before, and answers come in any order.
 */
export function reversedIn({ status, refunded, charged_back }: Reading, amount: Amount, kept = nothing): Reversed {
  const refunds = minorUnits(refunded, amount);
  const chargeBacks = minorUnits(charged_back, amount);
  const isUnsaid = refunds === 0 && chargeBacks === 0;
  const isAll = isUnsaid && kept.chargeBacks === 0 && status === 'refunded';
  return { refunds: isAll ? amount.value : refunds, chargeBacks };
}

function minorUnits(said: NativeAmount | undefined, { value, exponent }: Amount): number {
  // A page's own room may say anything.
  if (typeof said !== 'object' || said === null) return 0;
  const exact = 'minor' in said ? said.minor : said.major * 10 ** exponent;
  const minor = Math.round(exact);
  // A sum of fractions may miss by less than anybody can be paid, and a large one by more than a small one.
  return Math.abs(exact - minor) < 1e-6 + exact * 1e-14 && minor > 0 && minor <= value ? minor : 0;
}

/** The lines with one more for what they do not hold of `total` yet; the very same where they hold it. */
export function withTotal<Line extends { amount: number }>(
  lines: readonly Line[],
  total: number,
  lineOf: (amount: number) => Line,
): readonly Line[] {
  const missing = total - sumOf(lines);
  return missing > 0 ? [...lines, lineOf(missing)] : lines;
}

export function sumOf(lines: readonly { amount: number }[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * The status of a paid payment that agrees with what is known to have gone back: the amounts say best whether that was a
 * part. Where none is known, the word stands.
 */
export function statusWith(status: string, { refunds, chargeBacks }: Reversed, paid: number): string {
  const shown = statusOf({ refunds, chargeBacks }, paid);
  return rankOf(status) > rankOf(shown) ? status : shown;
}

export function statusOf({ refunds, chargeBacks }: Reversed, paid: number | undefined): IntentStatus {
  const isPart = (back: number) => paid !== undefined && back < paid;
  // A bank takes back what the merchant may have refunded in part before: the later word is shown.
  if (chargeBacks > 0) return isPart(chargeBacks) ? 'partially_charged_back' : 'charged_back';
  if (refunds > 0) return isPart(refunds) ? 'partially_refunded' : 'refunded';
  return 'completed';
}

/** In the order in which they may follow each other; whether it is a part makes no difference. */
function rankOf(status: string): number {
  return ['completed', 'refunded', 'charged_back'].findIndex((word) => status.endsWith(word));
}
