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
  /** The list of errors. What has been mended stays in it for a while: see `shortenSummary`. */
  summary: readonly (readonly [id: string, error: FieldError])[] = [];
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

  /** After the fields or their rules have changed: what is gone or right now has no error. */
  recheck(fields: readonly FormField[], context: FieldContext): void {
    for (const [id, error] of this.shown) {
      const field = fields.find((each) => each.id === id);
      if (!field) this.forget([id]);
      else if ('reason' in error && !errorOf(field, context)) this.set(id, undefined);
    }
    const summary = this.summary.filter(([id]) => fields.some((field) => field.id === id));
    if (summary.length < this.summary.length) this.summary = summary;
  }

  /**
   * Takes what is mended off the list. Not while a key is pressed, and not when the focus leaves the card: the list stands above
   * the fields, and a button that moves away between press and release gets no click.
   */
  shortenSummary(): void {
    const summary = this.summary.filter(([id]) => this.shown.has(id));
    if (summary.length === this.summary.length) return;
    this.summary = summary;
    this.host.requestUpdate();
  }

  /** Shows what is wrong everywhere; answers the fields concerned, in order. */
  showAll(fields: readonly FormField[], context: FieldContext): string[] {
    for (const field of fields) this.set(field.id, errorOf(field, context));
    const summary = fields.flatMap(({ id }) => {
      const error = this.shown.get(id);
      return error ? [[id, error] as const] : [];
    });
    this.summary = summary.length > 1 ? summary : [];
    this.spoken = undefined;
    this.host.requestUpdate();
    return summary.map(([id]) => id);
  }

  forget(ids: Iterable<string> = [...this.shown.keys(), ...this.completedOnce]): void {
    for (const id of ids) {
      this.completedOnce.delete(id);
      this.set(id, undefined);
    }
    this.summary = this.summary.filter(([id]) => this.shown.has(id));
    if (this.spoken !== undefined && !this.shown.has(this.spoken)) this.spoken = undefined;
  }
}
