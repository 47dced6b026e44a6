import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A box to tick, with its label. */
export function choiceTemplate(choice: {
  id: string;
  text: string | undefined;
  checked: boolean;
  disabled: boolean;
  change(checked: boolean): void;
}): TemplateResult {
  const { id, text, checked, disabled, change } = choice;
  const handleChange = (event: Event) => change((event.target as HTMLInputElement).checked);
  return html`<label part="choice" class="choice"
    ><input part="checkbox" type="checkbox" id=${id} .checked=${checked} ?disabled=${disabled} @change=${handleChange} /><span part="choice-label">${text}</span></label
  >`;
}
