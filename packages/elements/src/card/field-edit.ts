import { formatExpiry, formatNumber, parseExpiry, regroup, regroupExpiry } from '@florin/core/card';
import type { TextWithCaret, TextWithSelection } from '@florin/core/card';
import type { CardField } from './card-field.js';
import { directionOfKey, EditHistory, selectionOf } from './edit-history.js';

const formatters: Partial<Record<CardField, (after: TextWithCaret, before?: TextWithSelection) => TextWithCaret>> = {
  number: (after, before) => regroup(formatNumber, after, before),
  expiry: regroupExpiry,
  cvc: (after, before) => regroup((digits) => digits, after, before),
};

/** Puts the text of a field in order after an edit. Without `before` the text came from autofill or a script. */
function tidy(field: CardField, input: HTMLInputElement, before?: TextWithSelection): void {
  const caret = input.selectionStart ?? input.value.length;
  const result = formatters[field]?.({ text: input.value, caret }, before);
  // Writing a value, even the same one, moves the caret and makes the browser forget that it was filled in.
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

/** Listens to the card's form: keeps the text of each field in order while it is edited, and says that it has changed. */
export class FieldEditing implements EventListenerObject {
  private readonly history = new EditHistory();
  private before: TextWithSelection | undefined;

  constructor(private readonly onEdit: (field: CardField) => void) {}

  handleEvent(event: Event): void {
    // The data of an input event are digits: it stays inside.
    if (event.type !== 'keydown') event.stopPropagation();
    const input = event.target as HTMLInputElement;
    const field = input.id as CardField;
    const direction = directionOf(event);
    // The name is never rewritten: there the browser's own undo is right.
    if (direction && field !== 'holder') {
      event.preventDefault();
      this.history.travel(input, direction);
      this.onEdit(field);
    } else if (event.type === 'beforeinput') {
      this.before = selectionOf(input);
    } else if (event.type !== 'keydown' && !(event as InputEvent).isComposing) {
      if (this.before) this.history.record(this.before);
      tidy(field, input, this.before);
      this.before = undefined;
      this.onEdit(field);
    }
  }

  /** Nothing that was typed outlives the focus. */
  forget(): void {
    this.history.forget();
    this.before = undefined;
  }
}

function directionOf(event: Event): 'undo' | 'redo' | undefined {
  if (event.type === 'keydown') return directionOfKey(event as KeyboardEvent);
  if (event.type !== 'beforeinput') return undefined;
  const { inputType } = event as InputEvent;
  return inputType === 'historyUndo' ? 'undo' : inputType === 'historyRedo' ? 'redo' : undefined;
}
