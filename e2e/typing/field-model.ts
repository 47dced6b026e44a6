import type { Seen } from './recorder.js';
import { COPIED } from './recorder.js';
import type { Step } from './steps.js';

/** What stands in a field, and which of its digits are selected, or between which two of them the caret stands. */
export interface Standing {
  text: string;
  from: number;
  to: number;
}

const zeros = ['0', '٠', '۰', '०', '０'].map((zero) => zero.charCodeAt(0));

/** `٤٢-x` → `42`. */
export function digitsIn(text: string): string {
  const values = [...text].map((character) => {
    const zero = zeros.find((each) => character.charCodeAt(0) >= each && character.charCodeAt(0) <= each + 9);
    return zero === undefined ? '' : String(character.charCodeAt(0) - zero);
  });
  return values.join('');
}

/** Where in the digits a place in the text is. */
export const placeIn = (text: string, offset: number) => digitsIn(text.slice(0, offset)).length;

/**
 * Where keys that only move put the selection: as in any text. `head` is the end of it that moves.
 * Null: the key does more than move.
 */
export function moved(
  key: string,
  { text, start, end }: Seen,
  head: 'start' | 'end',
): [number, number, 'start' | 'end'] | null {
  const last = text.length;
  const at = head === 'start' ? start : end;
  const anchor = head === 'start' ? end : start;
  const caret = (offset: number) => [offset, offset, 'end'] as [number, number, 'end'];
  const extended = (to: number): [number, number, 'start' | 'end'] =>
    to < anchor ? [to, anchor, 'start'] : [anchor, to, 'end'];
  switch (key) {
    case 'ArrowLeft':
      return caret(start === end ? Math.max(0, start - 1) : start);
    case 'ArrowRight':
      return caret(start === end ? Math.min(last, end + 1) : end);
    case 'Home':
      return caret(0);
    case 'End':
      return caret(last);
    case 'Shift+ArrowLeft':
      return extended(Math.max(0, at - 1));
    case 'Shift+ArrowRight':
      return extended(Math.min(last, at + 1));
    case 'Shift+Home':
      return extended(0);
    case 'Shift+End':
      return extended(last);
    case 'Control+a':
      return [0, last, 'end'];
    case 'Control+c':
      return [start, end, head];
    default:
      return null;
  }
}

/**
 * A field as simple as it can be said: what stands in it, and what stood there before each edit. What changes nothing is no edit.
 * The text as it was seen is asked for where the arrows lead, and whether a gap alone is selected.
 */
export abstract class FieldModel {
  protected now: Standing = { text: '', from: 0, to: 0 };
  private readonly past: Standing[] = [];
  private future: Standing[] = [];
  private head: 'start' | 'end' = 'end';
  private clipboard = COPIED;

  /** What stands there once a text has taken the place of the selection. */
  protected abstract replaced(text: string, before: Seen): Standing;
  /** What stands there once one digit has been removed beside the caret, or what the browser takes for a word: `raw`. */
  protected abstract removed(key: 'Backspace' | 'Delete', before: Seen, raw: string | null): Standing;
  protected dropped?(text: string, place: number): Standing;

  /** What is to be seen after a step; `raw` is what the browser's own editing made of what was seen before it. */
  expect(step: Step, before: Seen, raw: string | null): Standing {
    if ('insert' in step) this.edit(this.replaced(step.insert, before));
    else if ('paste' in step) this.edit(this.replaced((this.clipboard = step.paste), before));
    else if ('press' in step) this.press(step.press, before, raw);
    else this.drop(step.drop, placeIn(before.text, step.at));
    return this.now;
  }

  private press(key: string, before: Seen, raw: string | null): void {
    const { text, start, end } = before;
    const move = moved(key, before, this.head);
    if (key === 'Control+c' || key === 'Control+x') this.clipboard = text.slice(start, end) || this.clipboard;
    if (move) {
      this.now = { ...this.now, from: placeIn(text, move[0]), to: placeIn(text, move[1]) };
      this.head = move[2];
    } else if (key === 'Control+z') this.travel(this.past, this.future);
    else if (key === 'Control+y' || key === 'Control+Shift+Z') this.travel(this.future, this.past);
    else if (key === 'Control+v') this.edit(this.replaced(this.clipboard, before));
    else if (key.length === 1) this.edit(this.replaced(key, before));
    else if (start !== end) this.edit(this.replaced('', before));
    else if (key === 'Backspace' || key === 'Delete') this.edit(this.removed(key, before, null));
    // How much a word is, browsers and systems do not agree on.
    else if (key === 'Control+Backspace' && raw !== null) this.edit(this.removed('Backspace', before, raw));
    else if (key === 'Control+Delete' && raw !== null) this.edit(this.removed('Delete', before, raw));
  }

  private drop(text: string, place: number): void {
    // The pointer puts the caret there first.
    this.now = { ...this.now, from: place, to: place };
    if (this.dropped) this.edit(this.dropped(text, place));
  }

  private edit(next: Standing): void {
    this.head = 'end';
    if (next.text !== this.now.text) {
      this.past.push(this.now);
      this.future = [];
    }
    this.now = next;
  }

  private travel(from: Standing[], to: Standing[]): void {
    const next = from.pop();
    if (!next) return;
    this.head = 'end';
    to.push(this.now);
    this.now = next;
  }
}
