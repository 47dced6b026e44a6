import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fieldAttributes } from './field-attributes.js';
import type { FieldContext, FormField } from './form-field.js';

export interface FieldView extends FieldContext {
  error: string | undefined;
  disabled: boolean;
  /** The last field of the form: the keyboard of a phone says "done". */
  isLast: boolean;
  /** Beside the input: the name of the brand, or the choice between two. */
  beside?: unknown;
  /** Its label rests in it while it is empty. */
  floats?: boolean;
  /** In place of the field's own hint. */
  hint?: string | undefined;
}

/**
 * One field: label, input, hint and error, tied together by ids that hold inside the card's one shadow root. What never
 * changes of it is written by one directive, not by twenty bindings: they would be most of the first paint.
 */
export function fieldTemplate(field: FormField, view: FieldView): TemplateResult {
  const { error, isLast, disabled, floats = false } = view;
  if (field.options) return selectTemplate(field, field.options, view);
  return html`<div ${fieldAttributes(field, isLast, floats)}>
    <label part="label">${labelOf(field, view)}</label>
    <div part="control" class="control">
      <input
        part="input"
        type="text"
        aria-invalid=${error ? 'true' : 'false'}
        ?required=${!field.isOptional(view)}
        ?disabled=${disabled}
      />${view.beside}
    </div>
    <div part="notes" class="notes">
      <p part="hint" class="hint">${view.hint ?? field.hint?.(view)}</p>
      <p part="error" class="error">${error}</p>
    </div>
  </div>`;
}

/** The first entry is empty: nothing is chosen for the customer but what `initial` says. */
function selectTemplate(
  field: FormField,
  options: NonNullable<FormField['options']>,
  { error, isLast, disabled, floats = false, ...view }: FieldView,
): TemplateResult {
  return html`<div ${fieldAttributes(field, isLast, floats)}>
    <label part="label">${labelOf(field, view)}</label>
    <div part="control" class="control">
      <select
        part="input"
        aria-invalid=${error ? 'true' : 'false'}
        ?required=${!field.isOptional(view)}
        ?disabled=${disabled}
      >
        <option value=""></option>
        ${options.map(({ value, name }) => html`<option value=${value} ?selected=${value === field.initial}>${name}</option>`)}
      </select>
    </div>
    <div part="notes" class="notes">
      <p part="hint" class="hint"></p>
      <p part="error" class="error">${error}</p>
    </div>
  </div>`;
}

function labelOf(field: FormField, context: FieldContext): unknown {
  const { words } = context;
  if (!words) return nothing;
  if (!field.isOptional(context)) return field.label(words);
  return html`${field.label(words)} <span part="optional">(${words['card.optional']})</span>`;
}
