import { DateTime, isPaid, parse, Reversals, type Reversal } from '@florin/contract';
import { readJson } from '../attributes/read-json.js';
import { warnOnce } from '../attributes/warn-once.js';

const tag = 'florin-receipt';

/** Whether there is anything to give a receipt of. A page that does not know the status vouches for it itself. */
export function isReceipt(status: string | undefined): boolean {
  if (!status || isPaid(status)) return true;
  warnOnce(`<${tag}> shows nothing: a payment with the status "${status}" is not paid.`);
  return false;
}

/** Without an offset it would be another moment on each machine. */
export function dateOf(date: string | undefined): string | null {
  if (!date) return null;
  if (parse(DateTime, date).ok) return date;
  warnOnce(`<${tag}> leaves out the date: it is not ISO 8601 with an offset.`);
  return null;
}

/** What went back, as a tag says it; `null` where it cannot be read. A contract's `null` is nothing that is known of. */
export function reversalsIn(json: string | undefined, attribute: string): readonly Reversal[] | null {
  if (!json || json === 'null') return [];
  return readJson(Reversals, json, { tag, attribute }) ?? null;
}
