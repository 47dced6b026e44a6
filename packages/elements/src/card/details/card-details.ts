import type { Address, CardInput } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { untilLoaded } from '../../loading/until-loaded.js';
import type { FieldContext, FormField } from '../form-field.js';
import type { BillingAddress } from './billing-address.js';
import { choiceTemplate } from './choice-template.js';
import { isNeeded } from '../form-field.js';
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
  /** BCP 47 tag, never empty. */
  readonly language: string;
}

export interface DetailsHost {
  contextOf(): FieldContext;
  isConnected(): boolean;
  /** The field is in the page. */
  has(id: string): boolean;
  /** Writes texts into their fields as soon as these are there. */
  restore(texts: ReadonlyMap<string, string>): void;
  /** More has to be filled in, or less. */
  onFields(): void;
}

/** What is asked for below the card: how to reach the customer, the billing address, whether the card may be kept. */
export class CardDetails {
  private phoneRules: PhoneRules | null = null;
  private billing: BillingAddress | null = null;
  private readonly fetching = new Set<'phone' | 'billing'>();
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
    if (needs.phone !== 'hidden' && !this.phoneRules) void this.fetchPhoneRules();
    if (needs.billing !== 'hidden' && !this.billing) void this.fetchBilling();
  }

  /** Everything that is needed has its fields. What may be left out is not waited for. */
  get isComplete(): boolean {
    const { phone, billing } = this.needs;
    return !(isNeeded(phone) && !this.phoneRules) && !(isNeeded(billing) && !this.billing);
  }

  get fields(): FormField[] {
    return [...this.contactFields, ...(this.shownBilling?.fields ?? [])];
  }

  /** What stands in the fields may have changed, with an event or without. */
  follow(): void {
    this.billing?.follow();
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
      const context = this.host.contextOf();
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
    const { email, phone, language } = this.needs;
    const country = this.billing?.country || regionOf(language);
    return [
      ...(email === 'hidden' ? [] : [emailField(email)]),
      ...(phone === 'hidden' || !this.phoneRules ? [] : [phoneField(phone, country, this.phoneRules)]),
    ];
  }

  private async fetchPhoneRules(): Promise<void> {
    this.phoneRules ??= await this.fetch('phone', () => import('@florin/core/phone'));
    this.host.onFields();
  }

  private async fetchBilling(): Promise<void> {
    const part = await this.fetch('billing', () => import('./billing-address.js'));
    if (part) this.billing ??= new part.BillingAddress(this.host, this.needs);
    this.host.onFields();
  }

  private async fetch<Part>(name: 'phone' | 'billing', load: () => Promise<Part>): Promise<Part | null> {
    if (this.fetching.has(name)) return null;
    this.fetching.add(name);
    const part = await untilLoaded(load, () => this.host.isConnected() && this.needs[name] !== 'hidden');
    this.fetching.delete(name);
    return part;
  }
}
