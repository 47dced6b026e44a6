import type { Address } from '@florin/contract';
import { addressForm, checkAddressPart } from '@florin/core/address';
import type { Messages } from '@florin/locale';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isNeeded } from '../form-field.js';
import type { FormField } from '../form-field.js';
import { addressFields, COUNTRY, countryField, idOf } from './billing-fields.js';
import type { DetailNeeds, DetailsHost } from './card-details.js';
import { choiceTemplate } from './choice-template.js';
import { regionOf } from './region.js';

/** The billing address. A file of its own, for the countries' forms are a large one. */
export class BillingAddress {
  /** ISO 3166-1 alpha-2; empty: none is chosen. */
  country: string;
  private isSameAsShipping = true;
  private listed: FormField[] | null = null;
  /** What was typed into fields that are not there now. */
  private kept = new Map<string, string>();

  constructor(
    private readonly host: DetailsHost,
    private needs: DetailNeeds,
  ) {
    this.country = likelyCountry(needs);
  }

  update(needs: DetailNeeds): void {
    this.needs = needs;
    this.listed = null;
    if (this.country !== '' && isAllowed(this.country, needs)) return;
    this.country = likelyCountry(needs);
    this.host.restore(new Map([[COUNTRY, this.country]]));
  }

  get fields(): FormField[] {
    if (this.isShipping) return [];
    const { country, needs } = this;
    this.listed ??= [
      countryField(needs, likelyCountry(needs)),
      ...(country === '' ? [] : addressFields(country, needs.language)),
    ];
    return this.listed;
  }

  /** Takes the country that the list says, whoever chose it there. */
  follow(): void {
    if (this.isShipping || !this.host.has(COUNTRY)) return;
    const country = this.host.contextOf().textOf(COUNTRY);
    if (country !== this.country) this.choose(country);
  }

  reset(): void {
    this.isSameAsShipping = true;
    this.kept.clear();
    this.choose(likelyCountry(this.needs));
  }

  read(): Address | null {
    const { country, needs } = this;
    if (this.isShipping) return needs.shipping;
    if (country === '') return null;
    const form = addressForm(country, needs.language);
    const parts = form.parts.flatMap(({ name }) => {
      const check = checkAddressPart(form, name, this.host.contextOf().textOf(idOf(name)));
      return check.state === 'valid' && check.value !== undefined ? [[name, check.value] as const] : [];
    });
    return { country, ...Object.fromEntries(parts) };
  }

  render(words: Messages | null, disabled: boolean, renderField: (field: FormField) => unknown): TemplateResult {
    return html`<fieldset part="billing" class="details">
      <legend part="legend">${words?.['billing.title']}</legend>
      ${
        this.offersShipping
          ? choiceTemplate({
              id: 'same-as-shipping',
              text: words?.['billing.same_as_shipping'],
              checked: this.isSameAsShipping,
              disabled,
              change: this.handleSameAsShipping,
            })
          : nothing
      }
      ${repeat(this.fields, ({ id, key = id }) => key, renderField)}
    </fieldset>`;
  }

  private readonly handleSameAsShipping = (isSame: boolean): void => {
    // Nobody types an address twice because of a box that was ticked by mistake.
    if (isSame) this.kept = new Map(this.fields.map(({ id }) => [id, this.host.contextOf().textOf(id)]));
    this.isSameAsShipping = isSame;
    this.host.onFields();
    if (!isSame) this.host.restore(this.kept);
  };

  private choose(country: string): void {
    this.country = country;
    this.listed = null;
    this.host.onFields();
  }

  private get offersShipping(): boolean {
    const { shipping } = this.needs;
    return shipping !== null && isAllowed(shipping.country, this.needs);
  }

  private get isShipping(): boolean {
    return this.offersShipping && this.isSameAsShipping;
  }
}

function isAllowed(country: string, { countries }: DetailNeeds): boolean {
  return countries.length === 0 || countries.some((allowed) => allowed.toUpperCase() === country);
}

/** Where the customer most likely lives: where the goods go, else the region of their language, else the only country there is. */
function likelyCountry(needs: DetailNeeds): string {
  // Chosen beforehand, a country would ask for the rest of an address that may be left out.
  if (!isNeeded(needs.billing)) return '';
  const [only, ...others] = needs.countries;
  const likely = needs.shipping?.country ?? regionOf(needs.language) ?? regionOf(navigator.language);
  if (likely && isAllowed(likely, needs)) return likely;
  return only !== undefined && others.length === 0 ? only.toUpperCase() : '';
}
