import { fromAppearance } from './appearance-file.js';
import { fromCss } from './css-file.js';
import { fromDtcg } from './dtcg-file.js';
import { isRecord } from './dtcg-value.js';
import type { Accepts, Reading } from './reading.js';

/** Reads what the studio writes, whichever of the three it is. A text that is none of them is said to be so. */
export function readFile(text: string, accepts: Accepts): Reading {
  if (!/^\s*\{/.test(text)) {
    if (/--florin-|florin-checkout/.test(text)) return fromCss(text, accepts);
    throw new Error('This is neither CSS with --florin- tokens, nor JSON.');
  }
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new Error(`This begins as JSON and is not: ${(error as Error).message}`, { cause: error });
  }
  if (!isRecord(file)) throw new Error('An object was expected.');
  return isDtcg(file) ? fromDtcg(file, accepts) : fromAppearance(file, accepts);
}

function isDtcg(node: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(node).some(([name, inner]) => name.startsWith('$') || (isRecord(inner) && isDtcg(inner)));
}
