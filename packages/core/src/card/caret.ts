import { digitsOf } from './digits.js';

/** The text of an input and where its caret stands, in UTF-16 units as the DOM counts. */
export interface TextWithCaret {
  readonly text: string;
  readonly caret: number;
}

/** What the input held before the edit. */
export interface TextWithSelection extends TextWithCaret {
  /** End of the selection; absent or equal to `caret`: nothing was selected. */
  readonly end?: number;
}

/**
 * Regroups the text of an input after an edit and keeps the caret where the customer put it: behind as many digits as before.
 *
 * Deleting a separator alone deletes the digit beyond it, because the separator would come back at once and the key would seem dead.
 * `before` is needed for that only; autofill and script have none.
 */
export function regroup(
  format: (digits: string) => string,
  after: TextWithCaret,
  before?: TextWithSelection,
): TextWithCaret {
  let digits = digitsOf(after.text);
  let index = digitsOf(after.text.slice(0, after.caret)).length;
  const removed = separatorRemoved(after, before);

  if (removed === 'backward' && index > 0) {
    digits = digits.slice(0, index - 1) + digits.slice(index);
    index--;
  } else if (removed === 'forward') {
    digits = digits.slice(0, index) + digits.slice(index + 1);
  }

  const text = format(digits);
  const deleted = before !== undefined && after.text.length < before.text.length;
  return { text, caret: caretAfter(text, index, deleted) };
}

/** In which direction a delete key (alone, or by word) removed a separator and nothing else, if that is what happened. */
export function separatorRemoved(after: TextWithCaret, before?: TextWithSelection): 'backward' | 'forward' | undefined {
  if (!before || (before.end ?? before.caret) !== before.caret) return undefined;
  if (before.text.length <= after.text.length || digitsOf(before.text) !== digitsOf(after.text)) return undefined;
  return after.caret < before.caret ? 'backward' : 'forward';
}

/** Where the caret stands behind the nth digit: after a separator that follows it, unless something was just deleted there. */
function caretAfter(text: string, digits: number, deleted: boolean): number {
  let caret = 0;
  for (let seen = 0; seen < digits && caret < text.length; caret++) {
    if (isDigit(text, caret)) seen++;
  }
  if (deleted || digits === 0) return caret;
  while (caret < text.length && !isDigit(text, caret)) caret++;
  return caret;
}

function isDigit(text: string, index: number): boolean {
  const character = text.charAt(index);
  return character >= '0' && character <= '9';
}
