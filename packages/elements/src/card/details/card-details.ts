import type { Address, CardInput } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { untilLoaded } from '../../loading/until-loaded.js';
import type { FieldContext, FormField } from '../form-field.js';
import type { BillingAddress } from './billing-address.js';
import { choiceTemplate } from './choice-template.js';
import { emailField, phoneField } from './contact-fields.js';
import type { PhoneRules } from './contact-fields.js';
import { regionOf } from './region.js';

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

export interface DetailsHost {
  readonly context: FieldContext;
  /** More has to be filled in, or less. */
  onFields(): void;
}

/** What is asked for below the card: how to reach the customer, the billing address, whether the card may be kept. */
export class CardDetails {
  private phoneRules: PhoneRules | null = null;
  private billing: BillingAddress | null = null;
  private isFetching = false;
  private isSaveAgreed = false;

  constructor(
    private readonly host: DetailsHost,
    private needs: DetailNeeds,
  ) {
    this.update(needs);
  }

  update(needs: DetailNeeds): void {
    this.needs = needs;
    this.billing?.update(needs);
    if (!this.isComplete && !this.isFetching) void this.fetch();
  }

  /** Everything that is asked for has its fields. */
  get isComplete(): boolean {
    const { phone, billing } = this.needs;
    return (phone === 'hidden' || this.phoneRules !== null) && (billing === 'hidden' || this.billing !== null);
  }

  get fields(): FormField[] {
    return [...this.contactFields, ...(this.shownBilling?.fields ?? [])];
  }

  /** A field has changed. */
  edited(field: FormField): void {
    this.billing?.edited(field);
  }

  reset(): void {
    this.isSaveAgreed = false;
    this.billing?.reset();
    this.host.onFields();
  }

  /** What was filled in, for a card that is sent. */
  read(): Partial<CardInput> {
    const billing = this.shownBilling?.read();
    const contact = this.contactFields.flatMap(({ id, check }) => {
      const { context } = this.host;
      const result = check(context.textOf(id), context);
      return result.state === 'valid' && result.value !== undefined ? [[id, result.value] as const] : [];
    });
    return {
      ...Object.fromEntries(contact),
      ...(billing && { billing }),
      ...(this.needs.saveOffered && this.isSaveAgreed && { save: true }),
    };
  }

  render(words: Messages | null, disabled: boolean, renderField: (field: FormField) => unknown): TemplateResult {
    return html`${repeat(this.contactFields, ({ id }) => id, renderField)}
    ${this.shownBilling?.render(words, disabled, renderField) ?? nothing}
    ${
      this.needs.saveOffered
        ? choiceTemplate({
            id: 'save',
            text: words?.['card.save'],
            checked: this.isSaveAgreed,
            disabled,
            change: this.handleSave,
          })
        : nothing
    }`;
  }

  private readonly handleSave = (isAgreed: boolean): void => {
    this.isSaveAgreed = isAgreed;
    this.host.onFields();
  };

  private get shownBilling(): BillingAddress | null {
    return this.needs.billing === 'hidden' ? null : this.billing;
  }

  private get contactFields(): FormField[] {
    const { email, phone, locale } = this.needs;
    const country = this.billing?.country || regionOf(locale);
    return [
      ...(email === 'hidden' ? [] : [emailField(email)]),
      ...(phone === 'hidden' || !this.phoneRules ? [] : [phoneField(phone, country, this.phoneRules)]),
    ];
  }

  private async fetch(): Promise<void> {
    this.isFetching = true;
    const { phone, billing } = this.needs;
    const [rules, address] = await Promise.all([
      phone === 'hidden' ? null : untilLoaded(() => import('@florin/core/phone')),
      billing === 'hidden' ? null : untilLoaded(() => import('./billing-address.js')),
    ]);
    this.isFetching = false;
    this.phoneRules ??= rules;
    if (address) this.billing ??= new address.BillingAddress(this.host, this.needs);
    // What is asked for may have become something else meanwhile.
    this.update(this.needs);
    this.host.onFields();
  }
}
