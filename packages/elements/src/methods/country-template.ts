import type { Messages } from '@florin/locale';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ELSEWHERE, type CountryChoice } from './country-choice.js';

interface CountryView {
  messages: Messages;
  locale: string;
  isBusy: boolean;
  /** Why another one has to be chosen. */
  error: string | undefined;
  choose: (code: string) => void;
}

export function countryName(code: string, { messages, locale }: Pick<CountryView, 'messages' | 'locale'>): string {
  if (code === ELSEWHERE) return messages['country.another'];
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

/** The choice of a country, above the ways to pay that are to be had there. The likeliest stands first, not A. */
export function renderCountryChoice({ codes, chosen }: CountryChoice, view: CountryView): TemplateResult {
  const { messages, isBusy, error } = view;
  const handleChange = ({ target }: Event) => view.choose((target as HTMLSelectElement).value);
  return html`<div class="field" part="country">
    <label part="label" for="country">${messages['country.label']}</label>
    <div class="control" part="control">
    <select
    part="input"
      id="country"
      autocomplete="country"
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby="country-error"
      ?disabled=${isBusy}
      @change=${handleChange}
    >
      ${repeat(
        codes,
        (code) => code,
        (code) => html`<option value=${code} .selected=${code === chosen}>${countryName(code, view)}</option>`,
      )}
    </select></div>
    <p class="error" part="error" id="country-error">${error}</p>
  </div>`;
}
