import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { fieldAttributes } from '../field-attributes.js';
import { labelTemplate } from '../field-template.js';
import type { FieldView } from '../field-template.js';
import type { FormField } from '../form-field.js';

/** A field to choose from a list. Its first entry is empty: nothing is chosen for the customer but what `initial` says. */
export function selectTemplate(field: FormField, view: FieldView): TemplateResult {
  const { error, isLast, disabled } = view;
  const isRequired = !field.isOptional(view);
  return html`<div ${fieldAttributes(field, isLast)}>
    <label part="label">${labelTemplate(field, view)}</label>
    <div part="control" class="control">
      <select part="input" aria-invalid=${error ? 'true' : 'false'} ?required=${isRequired} ?disabled=${disabled}>
        <option value=""></option>
        ${field.options?.map(({ value, name }) => html`<option value=${value} ?selected=${value === field.initial}>${name}</option>`)}
      </select>
    </div>
    <div class="notes">
      <p part="hint" class="hint"></p>
      <p part="error" class="error">${error}</p>
    </div>
  </div>`;
}
