import type { Amount } from '@florin/contract';

/** The unit of `amount.value` in answers: the system's documentation and its own client disagree. */
export type AmountUnit = 'major' | 'minor';

/** Requests are in major units. Built from the digits, not by division: 4999 → 49.99. `null`: no number holds it. */
export function toMajorUnits({ value, exponent }: Amount): number | null {
  const digits = String(value).padStart(exponent + 1, '0');
  const split = digits.length - exponent;
  const major = Number(exponent === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`);
  return toMinorUnits(major, exponent) === value ? major : null;
}

/** Read from the decimal text of the number. `null`: it is no amount of this exponent. */
function toMinorUnits(major: number, exponent: number): number | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(String(major));
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > exponent) return null;
  return Number(`${match[1]}${fraction.padEnd(exponent, '0')}`);
}

/** Whether the provider speaks of the same amount as we do. What it leaves out contradicts nothing. */
export function isSameAmount(answered: unknown, asked: Amount, unit: AmountUnit): boolean {
  if (typeof answered !== 'object' || answered === null) return true;
  const { value, currency } = answered as { value?: unknown; currency?: unknown };
  if (typeof currency === 'string' && currency !== asked.currency) return false;
  if (typeof value !== 'number') return value === undefined;
  return (unit === 'minor' ? value : toMinorUnits(value, asked.exponent)) === asked.value;
}
