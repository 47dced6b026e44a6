import { formatExpiry, formatNumber, parseExpiry, regroup, regroupExpiry } from '@florin/core/card';
import type { TextWithCaret, TextWithSelection } from '@florin/core/card';
import type { CardField } from './card-field.js';

/** The input as it stands before an edit, read in `beforeinput`. */
export function selectionOf(input: HTMLInputElement): TextWithSelection {
  const { value, selectionStart, selectionEnd } = input;
  const caret = selectionStart ?? value.length;
  return { text: value, caret, end: selectionEnd ?? caret };
}

const formatters: Partial<Record<CardField, (after: TextWithCaret, before?: TextWithSelection) => TextWithCaret>> = {
  number: (after, before) => regroup(formatNumber, after, before),
  expiry: regroupExpiry,
  cvc: (after, before) => regroup((digits) => digits, after, before),
};

/** Puts the text of a field in order after an edit. Without `before` the text came from autofill or a script. */
export function tidy(field: CardField, input: HTMLInputElement, before?: TextWithSelection): void {
  const caret = input.selectionStart ?? input.value.length;
  const result = formatters[field]?.({ text: input.value, caret }, before);
  // Writing a value, even the same one, empties the browser's undo list and moves the caret.
  if (!result || result.text === input.value) return;
  input.value = result.text;
  // Safari takes a new selection for a request to focus.
  if (input.matches(':focus')) input.setSelectionRange(result.caret, result.caret);
}

/** Writes an expiry date in full once its field is left: `4 / 42` becomes `04 / 42`. */
export function completeExpiry(input: HTMLInputElement): void {
  const text = formatExpiry(input.value);
  if (text !== input.value && parseExpiry(input.value)) input.value = text;
}
