import type { ReactiveControllerHost } from 'lit';
import { isSaidWhileTyping } from './card-fields.js';
import { errorOf } from './form-field.js';
import type { FieldContext, FieldError, FormField } from './form-field.js';

/**
 * When an error is shown and when it goes: never while a field is first typed; when it is left after it was once complete;
 * all of them on submit; gone as soon as the field is mended.
 */
export class CardErrors {
  /** By the id of the field. */
  readonly shown = new Map<string, FieldError>();
  /** The fields in the list of errors. */
  summary: readonly string[] = [];
  /** The field whose error is read out, because it came without the focus moving there. */
  spoken: string | undefined;

  private readonly completedOnce = new Set<string>();

  constructor(private readonly host: ReactiveControllerHost) {}

  set(id: string, error: FieldError | undefined): void {
    if (error) this.shown.set(id, error);
    else if (!this.shown.delete(id)) return;
    this.host.requestUpdate();
  }

  /** After every change of a field's text. */
  edited(field: FormField, context: FieldContext): void {
    const { id } = field;
    const check = field.check(context.textOf(id), context);
    const shown = this.shown.get(id);
    if (check.state !== 'incomplete') this.completedOnce.add(id);
    if (check.state === 'wrong' && isSaidWhileTyping(check.reason)) {
      if (shown && 'reason' in shown && shown.reason === check.reason) return;
      this.set(id, { reason: check.reason });
      this.spoken = id;
      return;
    }
    // An error that is being mended stays as it is until it is mended: half a number is not another fault.
    if (shown && (check.state === 'valid' || 'message' in shown || isSaidWhileTyping(shown.reason))) {
      this.set(id, undefined);
    }
  }

  /** After the focus has left a field. */
  left(field: FormField, context: FieldContext): void {
    const { id } = field;
    const shown = this.shown.get(id);
    const error = errorOf(field, context);
    // What the bank said stands until the text changes: our own rules do not know better.
    if (!(shown && 'message' in shown) && (shown || this.completedOnce.has(id))) {
      this.set(id, error);
      if (!shown && error) this.spoken = id;
    }
  }

  /**
   * Takes what is mended off the list. Not while a key is pressed, and not when the focus leaves the card: the list stands above
   * the fields, and a button that moves away between press and release gets no click.
   */
  shortenSummary(): void {
    const summary = this.summary.filter((id) => this.shown.has(id));
    if (summary.length === this.summary.length) return;
    this.summary = summary;
    this.host.requestUpdate();
  }

  /** Shows what is wrong everywhere; answers the fields concerned, in order. */
  showAll(fields: readonly FormField[], context: FieldContext): string[] {
    for (const field of fields) this.set(field.id, errorOf(field, context));
    const ids = fields.map(({ id }) => id).filter((id) => this.shown.has(id));
    this.summary = ids.length > 1 ? ids : [];
    this.spoken = undefined;
    this.host.requestUpdate();
    return ids;
  }

  /** Fields that are gone have no errors. */
  keepOnly(fields: readonly FormField[]): void {
    this.forget([...this.shown.keys()].filter((id) => !fields.some((field) => field.id === id)));
  }

  forget(ids: Iterable<string> = [...this.shown.keys(), ...this.completedOnce]): void {
    for (const id of ids) {
      this.completedOnce.delete(id);
      this.set(id, undefined);
    }
    this.summary = this.summary.filter((id) => this.shown.has(id));
    if (this.spoken !== undefined && !this.shown.has(this.spoken)) this.spoken = undefined;
  }
}
