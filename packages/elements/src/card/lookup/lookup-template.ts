import type { Amount, CardLookup } from '@florin/contract';
import { brandById, brandName } from '@florin/core/card';
import { format, formatMoney } from '@florin/locale';
import type { Messages } from '@florin/locale';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

interface BrandChoice {
  words: Messages | null;
  brands: readonly string[];
  chosen: string | null;
  disabled: boolean;
  choose(brand: string): void;
}

/** Which of a co-badged card's brands to pay with: the customer may say so, and need not (Regulation (EU) 2015/751, article 8). */
export function brandChoiceTemplate({ words, brands, chosen, disabled, choose }: BrandChoice): TemplateResult {
  return html`<div
    part="brand-choice"
    class="brand-choice"
    id="number-beside"
    role="radiogroup"
    aria-label=${words?.['card.brand_choice'] ?? nothing}
  >
    ${brands.map(
      (brand) =>
        html`<label part="brand-option"
          ><input
            type="radio"
            name="brand"
            .value=${brand}
            autocomplete="off"
            .checked=${brand === chosen}
            ?disabled=${disabled}
            @change=${() => choose(brand)}
          /><florin-brand-mark part="brand-mark" brand=${brand} aria-hidden="true"></florin-brand-mark
          ><span>${brandName(brand)}</span></label
        >`,
    )}
  </div>`;
}

interface InstallmentsChoice {
  words: Messages | null;
  locale: string;
  amount: Amount;
  offers: NonNullable<CardLookup['installments']>;
  chosen: number;
  disabled: boolean;
  choose(count: number): void;
}

/** At once, or in as many parts as the issuer offers. */
export function installmentsTemplate(view: InstallmentsChoice): TemplateResult {
  const { words, locale, amount, offers, chosen, disabled, choose } = view;
  const money = (value: number) => formatMoney({ ...amount, value }, locale);
  const handleChange = (event: Event) => choose(Number((event.target as HTMLSelectElement).value));
  return html`<div part="field field-installments" class="field installments">
    <label part="label" for="installments">${words?.['card.installments.label']}</label>
    <div part="control" class="control">
      <select part="input" id="installments" name="installments" autocomplete="off" ?disabled=${disabled} @change=${handleChange}>
        <option value="1" .selected=${chosen === 1}>
          ${words && format(words['card.installments.once'], { amount: money(amount.value) })}
        </option>
        ${offers.map(
          ({ count, amount: each, total }) =>
            html`<option value=${count} .selected=${chosen === count}>
              ${words && format(words['card.installments.offer'], { count, amount: money(each), total: money(total) })}
            </option>`,
        )}
      </select>
    </div>
    <div part="notes" class="notes"></div>
  </div>`;
}

/** The brands of a card that the shop takes, as the choice lists them. */
export function choosableBrands({ brands }: CardLookup, accepted: readonly string[]): string[] {
  return accepted.length === 0 ? brands : brands.filter((brand) => accepted.includes(brand));
}

/** The scheme whose rules the card follows: of the brands that a lookup gave, the one that numbers tell. */
export function schemeOf({ brands }: CardLookup, chosen: string | null) {
  return brandById(chosen ?? '') ?? brands.map(brandById).find((brand) => brand !== undefined);
}

/** "Issued in France". The engine's own names of countries; nothing where it knows none. */
export function issuerText({ country }: CardLookup, words: Messages | null, locale: string): string | undefined {
  if (!country || !words) return undefined;
  try {
    const name = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(country);
    return name && format(words['card.number.issuer'], { country: name });
  } catch {
    // Not a country, or not a language: it is worth no word.
    return undefined;
  }
}
