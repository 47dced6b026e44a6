import { digitsIn, FieldModel, placeIn, type Standing } from './field-model.js';
import type { Seen } from './recorder.js';

const GAP = ' / ';

/** What is to be read in a date that is pasted into the empty field, or over all that stands in it. */
export const pastedDates: Readonly<Record<string, string>> = {
  '04/42': '04 / 42',
  '4/42': '04 / 42',
  '0442': '04 / 42',
  '1/42': '01 / 42',
  '12-42': '12 / 42',
  '04/2042': '04 / 2042',
  '042042': '04 / 2042',
  '2042-04': '04 / 2042',
  'Exp. 04 / 42': '04 / 42',
  '٠٤/٤٢': '04 / 42',
};

/**
 * A month and a year with a gap between them, edited like plain text and written anew after each edit: the third digit begins the
 * year, and a month that can have one digit only gets its zero.
 */
export class ExpiryField extends FieldModel {
  protected override replaced(text: string, { text: shown, start, end }: Seen): Standing {
    const pasted = pastedDates[text];
    if (pasted !== undefined) return standing(pasted, digitsIn(pasted).length);
    const [head, tail] = [shown.slice(0, start), shown.slice(end)];
    // Whatever is no digit ends the month, where it can; else it is nothing.
    const endsMonth = text !== '' && /^\d$/.test(head) && tail === '';
    const added = digitsIn(text) || (endsMonth ? '/' : '');
    return written(head + added + tail, start + added.length);
  }

  protected override removed(key: 'Backspace' | 'Delete', { text, start }: Seen, raw: string | null): Standing {
    const [from, to] = key === 'Backspace' ? [Math.max(0, start - 1), start] : [start, start + 1];
    const left = raw ?? text.slice(0, from) + text.slice(to);
    const caret = key === 'Backspace' ? start - (text.length - left.length) : start;
    if (left === text) return this.now;
    if (digitsIn(left) !== digitsIn(text)) return written(left, caret);
    // The gap alone went: with it goes the digit beyond.
    const [month = '', year = ''] = text.split(GAP);
    if (key === 'Delete') return standing(month + GAP + year.slice(1), month.length);
    const shorter = month.slice(0, -1);
    return standing(year === '' ? shorter : shorter + GAP + year, shorter.length);
  }
}

const standing = (text: string, place: number): Standing => ({ text, from: place, to: place });

function written(text: string, caret: number): Standing {
  const [, first = '', gap = '', behind = ''] = /^ *(\d*)(\D*)(.*)$/.exec(text) ?? [];
  const rest = digitsIn(behind);
  const isApart = gap !== '' && (first !== '' || gap.includes('/')) && first.length <= 2;
  let [month, year] = [first, rest];
  let place = placeIn(text, caret);
  if (!isApart) {
    const digits = first + rest;
    const isShort = /^([2-9]|1[3-9])/.test(digits);
    month = isShort ? `0${digits.slice(0, 1)}` : digits.slice(0, 2);
    year = digits.slice(isShort ? 1 : 2);
    if (isShort) place += 1;
  } else if (/^[1-9]$/.test(month)) {
    // In the middle of the text the month is being typed anew, and waits for its second digit.
    if (caret < text.length && gap.includes('/')) return standing(month + GAP + year, place);
    month = `0${month}`;
    place += 1;
  } else if (month === '0' && caret < text.length && gap.includes('/')) return standing(month + GAP + year, place);
  return standing(month.length === 2 || year !== '' ? month + GAP + year : month, place);
}
