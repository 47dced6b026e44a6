import type { TextWithSelection } from '@florin/core/card';

/** The text of an input with its selection. */
export function selectionOf(input: HTMLInputElement): TextWithSelection {
  const { value, selectionStart, selectionEnd } = input;
  const caret = selectionStart ?? value.length;
  return { text: value, caret, end: selectionEnd ?? caret };
}

/**
 * Undo and redo. A text that is regrouped by script leaves the browser's own list of edits with offsets that no longer fit: its redo
 * would insert digits that nobody typed. Holds card data, hence only while its field has the focus.
 */
export class EditHistory {
  private past: TextWithSelection[] = [];
  private future: TextWithSelection[] = [];

  record(before: TextWithSelection): void {
    this.past.push(before);
    this.future = [];
  }

  /** Puts the text before the last edit back, or the one after it again. */
  travel(input: HTMLInputElement, direction: 'undo' | 'redo'): void {
    const [from, to] = direction === 'undo' ? [this.past, this.future] : [this.future, this.past];
    const target = from.pop();
    if (!target) return;
    to.push(selectionOf(input));
    input.value = target.text;
    input.setSelectionRange(target.caret, target.end ?? target.caret);
  }

  forget(): void {
    this.past = [];
    this.future = [];
  }
}

/** Which way a key press travels, on any system: Ctrl or Command with Z, Shift+Z or Y. */
export function directionOfKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (altKey || !(ctrlKey || metaKey)) return undefined;
  if (/^y$/i.test(key)) return 'redo';
  if (!/^z$/i.test(key)) return undefined;
  return shiftKey ? 'redo' : 'undo';
}
