import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
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
  const { id } = field;
  const { words, error } = view;
  const isOptional = field.isOptional(view);
  return html`<div part="field field-${id}" class="field ${id} ${field.isHalf ? 'half' : ''}">
    <label part="label" for=${id}
      >${words && field.label(words)}${isOptional && words ? html` <span>(${words['card.optional']})</span>` : nothing}</label
    >
    <div part="control" class="control">
      ${field.options ? selectTemplate(field, view, isOptional) : inputTemplate(field, view, isOptional)}${view.beside}
    </div>
    <div class="notes">
      <p part="hint" class="hint" id="${id}-hint" ?hidden=${Boolean(error)}>${view.hint ?? field.hint?.(view)}</p>
      <p part="error" class="error" id="${id}-error">${error}</p>
    </div>
  </div>`;
}

function inputTemplate(field: FormField, { error, disabled, isLast }: FieldView, isOptional: boolean): TemplateResult {
  const { id, autocomplete, keypad, isLeftToRight, capitals } = field;
  return html`<input
    part="input"
    id=${id}
    name=${autocomplete}
    type="text"
    autocomplete=${autocomplete}
    inputmode=${keypad}
    dir=${isLeftToRight ? 'ltr' : nothing}
    autocapitalize=${capitals ?? 'off'}
    autocorrect="off"
    spellcheck="false"
    enterkeyhint=${isLast ? 'done' : 'next'}
    aria-describedby="${id}-beside ${id}-hint ${id}-error"
    aria-invalid=${error ? 'true' : 'false'}
    ?required=${!isOptional}
    ?disabled=${disabled}
  />`;
}

function selectTemplate(field: FormField, { error, disabled }: FieldView, isOptional: boolean): TemplateResult {
  const { id, autocomplete, options, initial } = field;
  return html`<select
    part="input"
    id=${id}
    name=${autocomplete}
    autocomplete=${autocomplete}
    aria-describedby="${id}-hint ${id}-error"
    aria-invalid=${error ? 'true' : 'false'}
    ?required=${!isOptional}
    ?disabled=${disabled}
  >
    <option value=""></option>
    ${options?.map(({ value, name }) => html`<option value=${value} ?selected=${value === initial}>${name}</option>`)}
  </select>`;
}
