import type { Address, CardInput } from '@florin/contract';
import { checkAddressPart, addressForm } from '@florin/core/address';
import type { Messages } from '@florin/locale';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { untilLoaded } from '../../loading/until-loaded.js';
import { isNeeded } from '../form-field.js';
import type { FieldContext, FormField } from '../form-field.js';
import { addressFields, COUNTRY, countryField, idOf } from './billing-fields.js';
import { emailField, phoneField } from './contact-fields.js';
import type { PhoneRules } from './contact-fields.js';

export { detailsStyles } from './details.styles.js';

/** What the intent asks for beside the card. */
export interface DetailNeeds {
  readonly email: string;
  readonly phone: string;
  readonly billing: string;
  /** ISO 3166-1 alpha-2; none: every country. */
  readonly countries: readonly string[];
  /** Where the goods go, when the page has said so: nobody is asked twice. */
  readonly shipping: Address | null;
  readonly saveOffered: boolean;
  readonly locale: string;
}

interface DetailsHost {
  readonly context: FieldContext;
  /** More has to be filled in, or less. */
  onFields(): void;
}

/** What is asked for below the card: how to reach the customer, the billing address, whether the card may be kept. */
export class CardDetails {
  private phoneRules: PhoneRules | null = null;
  private country: string;
  private isSameAsShipping = true;
  private isSaveAgreed = false;
  private fieldsOfCountry: { country: string; locale: string; fields: FormField[] } | null = null;

  constructor(
    private readonly host: DetailsHost,
    private needs: DetailNeeds,
  ) {
    this.country = likelyCountry(needs);
    this.update(needs);
  }

  update(needs: DetailNeeds): void {
    this.needs = needs;
    this.fieldsOfCountry = null;
    if (this.country && !isAllowed(this.country, needs)) this.country = likelyCountry(needs);
    if (needs.phone !== 'hidden' && !this.phoneRules) void this.loadPhoneRules();
  }

  get isComplete(): boolean {
    return this.needs.phone === 'hidden' || this.phoneRules !== null;
  }

  get fields(): FormField[] {
    return [...this.contactFields, ...this.billingFields];
  }

  /** A field has changed. */
  edited({ id }: FormField): void {
    if (id !== COUNTRY) return;
    this.country = this.host.context.textOf(COUNTRY);
    this.host.onFields();
  }

  reset(): void {
    this.country = likelyCountry(this.needs);
    this.isSameAsShipping = true;
    this.isSaveAgreed = false;
    this.host.onFields();
  }

  /** What was filled in, for a card that is sent. */
  read(): Partial<CardInput> {
    const { email, phone, saveOffered } = this.needs;
    const billing = this.readBilling();
    return {
      ...(email !== 'hidden' && this.valueOf('email')),
      ...(phone !== 'hidden' && this.valueOf('phone')),
      ...(billing && { billing }),
      ...(saveOffered && this.isSaveAgreed && { save: true }),
    };
  }

  render(words: Messages | null, disabled: boolean, renderField: (field: FormField) => unknown): TemplateResult {
    const { billing, saveOffered } = this.needs;
    const list = (fields: readonly FormField[]) => repeat(fields, ({ id }) => id, renderField);
    return html`${list(this.contactFields)}
    ${
      billing === 'hidden'
        ? nothing
        : html`<fieldset part="billing" class="details">
            <legend part="legend">${words?.['billing.title']}</legend>
            ${this.offersShipping ? this.renderChoice('same-as-shipping', words?.['billing.same_as_shipping'], this.isSameAsShipping, disabled) : nothing}
            ${list(this.billingFields)}
          </fieldset>`
    }
    ${saveOffered ? this.renderChoice('save', words?.['card.save'], this.isSaveAgreed, disabled) : nothing}`;
  }

  private renderChoice(id: string, text: string | undefined, isChecked: boolean, disabled: boolean): TemplateResult {
    return html`<label part="choice" class="choice"
      ><input type="checkbox" id=${id} .checked=${isChecked} ?disabled=${disabled} @change=${this.onChoice} /><span>${text}</span></label
    >`;
  }

  private readonly onChoice = (event: Event): void => {
    const { id, checked } = event.target as HTMLInputElement;
    if (id === 'save') this.isSaveAgreed = checked;
    else this.isSameAsShipping = checked;
    this.host.onFields();
  };

  private get offersShipping(): boolean {
    const { shipping } = this.needs;
    return shipping !== null && isAllowed(shipping.country, this.needs);
  }

  private get contactFields(): FormField[] {
    const { email, phone, locale } = this.needs;
    return [
      ...(email === 'hidden' ? [] : [emailField(email)]),
      ...(phone === 'hidden' || !this.phoneRules
        ? []
        : [phoneField(phone, this.country || regionOf(locale), this.phoneRules)]),
    ];
  }

  private get billingFields(): FormField[] {
    const { billing, countries, locale } = this.needs;
    if (billing === 'hidden' || (this.offersShipping && this.isSameAsShipping)) return [];
    const { country } = this;
    if (this.fieldsOfCountry?.country !== country || this.fieldsOfCountry.locale !== locale) {
      const fields = [
        countryField(locale, countries, !isNeeded(billing), country),
        ...(country === '' ? [] : addressFields(country)),
      ];
      this.fieldsOfCountry = { country, locale, fields };
    }
    return this.fieldsOfCountry.fields;
  }

  private readBilling(): Address | null {
    const { billing, shipping } = this.needs;
    if (billing === 'hidden') return null;
    if (this.offersShipping && this.isSameAsShipping) return shipping;
    const { country } = this;
    if (country === '') return null;
    const form = addressForm(country);
    const parts = form.parts.map(({ name }) => {
      const check = checkAddressPart(form, name, this.host.context.textOf(idOf(name)));
      return [name, check.state === 'valid' ? check.value : undefined] as const;
    });
    return { country, ...Object.fromEntries(parts.filter(([, value]) => value !== undefined)) };
  }

  private valueOf(id: 'email' | 'phone'): { email?: string; phone?: string } {
    const field = this.contactFields.find((each) => each.id === id);
    const check = field?.check(this.host.context.textOf(id), this.host.context);
    return check?.state === 'valid' && typeof check.value === 'string' ? { [id]: check.value } : {};
  }

  private async loadPhoneRules(): Promise<void> {
    this.phoneRules = await untilLoaded(() => import('@florin/core/phone'));
    this.host.onFields();
  }
}

function isAllowed(country: string, { countries }: DetailNeeds): boolean {
  return countries.length === 0 || countries.includes(country);
}

/** Where the customer most likely lives: where the goods go, else the region of their language, else the only country there is. */
function likelyCountry(needs: DetailNeeds): string {
  // Chosen beforehand, a country would ask for the rest of an address that may be left out.
  if (!isNeeded(needs.billing)) return '';
  const [only, ...others] = needs.countries;
  const likely = needs.shipping?.country ?? regionOf(needs.locale) ?? regionOf(navigator.language);
  if (likely && isAllowed(likely, needs)) return likely;
  return only !== undefined && others.length === 0 ? only : '';
}

function regionOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).region;
  } catch {
    return undefined;
  }
}
