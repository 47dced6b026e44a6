import type { ReactiveControllerHost } from 'lit';
import { cardFields, isSaidWhileTyping } from './card-field.js';
import type { CardChecks, CardField, FieldError, FieldErrors } from './card-field.js';

/**
 * When an error is shown and when it goes: never while a field is first typed; when it is left after it was once complete;
 * all of them on submit; gone as soon as the field is mended.
 */
export class CardErrors {
  shown: FieldErrors = {};
  /** What the list of errors holds. */
  summary: readonly CardField[] = [];
  /** The field whose error is read out, because it came without the focus moving there. */
  spoken: CardField | undefined;

  private readonly completedOnce = new Set<CardField>();

  constructor(private readonly host: ReactiveControllerHost) {}

  set(field: CardField, error: FieldError | undefined): void {
    const { [field]: previous, ...others } = this.shown;
    if (!previous && !error) return;
    this.shown = error ? { ...others, [field]: error } : others;
    this.host.requestUpdate();
  }

  /** After every change of a field's text. */
  edited(field: CardField, checks: CardChecks): void {
    const check = checks[field];
    const shown = this.shown[field];
    if (check.state !== 'incomplete') this.completedOnce.add(field);
    if (check.state === 'wrong' && isSaidWhileTyping(check.reason)) {
      if (shown && 'reason' in shown && shown.reason === check.reason) return;
      this.set(field, { reason: check.reason });
      this.spoken = field;
      return;
    }
    // An error that is being mended stays as it is until it is mended: half a number is not another fault.
    if (shown && (check.state === 'valid' || 'message' in shown || isSaidWhileTyping(shown.reason))) {
      this.set(field, undefined);
    }
  }

  /** After the focus has left a field. */
  left(field: CardField, checks: CardChecks): void {
    const shown = this.shown[field];
    const error = errorOf(checks, field);
    // What the bank said stands until the text changes: our own rules do not know better.
    if (!(shown && 'message' in shown) && (shown || this.completedOnce.has(field))) {
      this.set(field, error);
      if (!shown && error) this.spoken = field;
    }
  }

  /**
   * Takes what is mended off the list. Not while a key is pressed, and not when the focus leaves the card: the list stands above
   * the fields, and a button that moves away between press and release gets no click.
   */
  shortenSummary(): void {
    const summary = this.summary.filter((name) => this.shown[name]);
    if (summary.length === this.summary.length) return;
    this.summary = summary;
    this.host.requestUpdate();
  }

  /** Shows what is wrong everywhere; answers the fields concerned, in order. */
  showAll(checks: CardChecks): CardField[] {
    for (const field of cardFields) this.set(field, errorOf(checks, field));
    const fields = cardFields.filter((field) => this.shown[field]);
    this.summary = fields.length > 1 ? fields : [];
    this.spoken = undefined;
    this.host.requestUpdate();
    return fields;
  }

  forget(...fields: readonly CardField[]): void {
    for (const field of fields) {
      this.completedOnce.delete(field);
      this.set(field, undefined);
    }
    this.summary = this.summary.filter((field) => this.shown[field]);
    this.spoken = undefined;
  }
}

export function errorOf(checks: CardChecks, field: CardField): { reason: string } | undefined {
  const check = checks[field];
  return check.state === 'valid' ? undefined : { reason: check.reason };
}
