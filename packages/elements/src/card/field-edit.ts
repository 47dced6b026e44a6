import type { TextWithSelection } from '@florin/core/card';
import { directionOfKey, EditHistory, selectionOf } from './edit-history.js';
import type { FormField } from './form-field.js';

/** Puts the text of a field in order after an edit. Without `before` the text came from autofill or a script. */
function tidy(field: FormField, input: HTMLInputElement, before?: TextWithSelection): void {
  const { text, caret, end = caret } = selectionOf(input);
  const result = field.regroup?.({ text, caret: end }, before);
  // Writing a value, even the same one, moves the caret and makes the browser forget that it was filled in.
  if (!result || result.text === text) return;
  // What was dropped is selected.
  const start = caret === end ? result : field.regroup?.({ text, caret }, before);
  input.value = result.text;
  // Safari takes a new selection for a request to focus.
  if (input.matches(':focus')) input.setSelectionRange(start?.caret ?? result.caret, result.caret);
}

/** Listens to the card's form: keeps the text of each field in order while it is edited, and says that it has changed. */
export class FieldEditing implements EventListenerObject {
  private readonly history = new EditHistory();
  private before: TextWithSelection | undefined;

  constructor(
    private readonly fieldOf: (id: string) => FormField | undefined,
    private readonly onEdit: (field: FormField) => void,
  ) {}

  handleEvent(event: Event): void {
    // The data of an input event are digits: it stays inside.
    if (event.type !== 'keydown') event.stopPropagation();
    const input = event.target as HTMLInputElement;
    const field = this.fieldOf(input.id);
    if (!field) return;
    // A text that is never rewritten has the browser's own undo, and that is right.
    if (!field.regroup) {
      if (event.type === 'input' || event.type === 'change') this.onEdit(field);
      return;
    }
    const direction = directionOf(event);
    if (direction) {
      event.preventDefault();
      this.history.travel(input, direction);
      this.onEdit(field);
    } else if (event.type === 'beforeinput') {
      // What is composed is one edit, from its first key on.
      if (!((event as InputEvent).isComposing && this.before)) this.before = selectionOf(input);
    } else if (event.type !== 'keydown' && !(event as InputEvent).isComposing) {
      // A `change` that brings something new comes from a script: autofill, a password manager.
      const before = event.type === 'change' ? undefined : this.before;
      tidy(field, input, before);
      // What has changed nothing, as a letter among digits, would make undo a dead key.
      if (before && before.text !== input.value) this.history.record(before);
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
