import type { CardRange } from './card-ranges.js';
import { mistakeIn } from './installments.js';
import { InvalidOptionError } from './invalid-option.js';

export function refuseMistake({ from, to = from, installments = [] }: CardRange): void {
  const mistake = installments.map(mistakeIn).find((what) => what !== null);
  if (!/^\d{1,8}$/.test(from) || to.length !== from.length || mistake)
    throw new InvalidOptionError(
      'cardRanges',
      mistake ?? 'from and to are 1 to 8 digits, both the same number of them',
    );
}

/** Where a browser reaches the server, and the path of it. */
export function readPublicUrl(text: string): { publicUrl: string; pathname: string } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new InvalidOptionError('publicUrl', 'wants a web address');
  const pathname = url.pathname.replace(/\/+$/, '');
  return { publicUrl: `${url.origin}${pathname}`, pathname };
}

export function readOrigin(text: string): string {
  if (!URL.canParse(text) || new URL(text).origin !== text)
    throw new InvalidOptionError('origins', 'wants origins as a browser says them: https://shop.example');
  return text;
}
