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
  /** In place of the field's own hint. */
  hint?: string | undefined;
}

/** One field: label, input, hint and error, tied together by ids that hold inside the card's one shadow root. */
export function fieldTemplate(field: FormField, view: FieldView): TemplateResult {
  const { words, error, isLast, disabled } = view;
  const isOptional = field.isOptional(view);
  const label = words && field.label(words);
  const optional = isOptional && words ? html` <span>(${words['card.optional']})</span>` : nothing;
  const hint = view.hint ?? field.hint?.(view);
  const isInvalid = error ? 'true' : 'false';
  // What never changes of a field is written by one directive, not by twenty bindings: they would be most of the first paint.
  return field.options
    ? html`<div ${fieldAttributes(field, isLast)}>
        <label part="label">${label}${optional}</label>
        <div part="control" class="control">
          <select part="input" aria-invalid=${isInvalid} ?required=${!isOptional} ?disabled=${disabled}>
            <option value=""></option>
            ${field.options.map(({ value, name }) => html`<option value=${value} ?selected=${value === field.initial}>${name}</option>`)}
          </select>
        </div>
        <div class="notes">
          <p part="hint" class="hint">${hint}</p>
          <p part="error" class="error">${error}</p>
        </div>
      </div>`
    : html`<div ${fieldAttributes(field, isLast)}>
        <label part="label">${label}${optional}</label>
        <div part="control" class="control">
          <input part="input" type="text" aria-invalid=${isInvalid} ?required=${!isOptional} ?disabled=${disabled} />${view.beside}
        </div>
        <div class="notes">
          <p part="hint" class="hint">${hint}</p>
          <p part="error" class="error">${error}</p>
        </div>
      </div>`;
}
