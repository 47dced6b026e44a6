import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CardField } from './card-field.js';

/** The list of errors, whose links lead to their fields. */
export function summaryTemplate(
  title: string,
  errors: readonly (readonly [field: CardField, text: string])[],
  goTo: (field: CardField) => void,
): TemplateResult {
  return html`<div part="summary" class="summary" role="group" tabindex="-1" aria-labelledby="summary">
    <p id="summary">${title}</p>
    <ul>
      ${errors.map(
        ([field, text]) =>
          html`<li><a href="#${field}" @click=${(event: Event) => (event.preventDefault(), goTo(field))}>${text}</a></li>`,
      )}
    </ul>
  </div>`;
}
