import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** The list of errors, whose links lead to their fields. */
export function summaryTemplate(
  title: string,
  errors: readonly (readonly [id: string, text: string])[],
  goTo: (id: string) => void,
): TemplateResult {
  return html`<div part="summary" class="summary" role="group" tabindex="-1" aria-labelledby="summary">
    <p part="summary-title" id="summary">${title}</p>
    <ul>
      ${errors.map(
        ([id, text]) =>
          html`<li><a part="summary-link" href="#${id}" @click=${(event: Event) => (event.preventDefault(), goTo(id))}>${text}</a></li>`,
      )}
    </ul>
  </div>`;
}
