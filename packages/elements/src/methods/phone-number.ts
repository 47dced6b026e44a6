import { directionOf, format, type Messages } from '@florin/locale';
import type * as phone from '@florin/core/phone';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CardErrors } from '../card/card-errors.js';
import { styles } from '../card/card.styles.js';
import { phoneField, type PhoneRules } from '../card/details/contact-fields.js';
import { fieldTemplate } from '../card/field-template.js';
import type { FieldContext, FormField } from '../card/form-field.js';
import { keepInside } from '../card/telling-events.js';
import { tokens } from '../theme/tokens.styles.js';

/** What has been typed, kept for as long as the form: another way to pay may ask for the same. */
export interface PhoneEntry {
  text: string;
}

/** Left to right in every language: an example in a sentence, a code on its own. The element around it goes with its form. */
const isolated = (text: string) => `\u2066${text}\u2069`;

/** Nothing is said of what is typed before the rules are there. */
const awaited: PhoneRules = {
  checkPhone: () => ({ state: 'incomplete', reason: 'empty' }),
  formatPhone: (text) => text,
};

/**
 * @summary The phone number that a payment is confirmed on, or is taken from.
 * @csspart field - Label, input, hint and error; also `field-phone`.
 * @csspart label - The label.
 * @csspart optional - The word that says that a field may be left empty.
 * @csspart control - The box around the input.
 * @csspart input - The input.
 * @csspart notes - The room for hint and error.
 * @csspart brand - What numbers of the country start with.
 * @csspart hint - The line below the input.
 * @csspart error - The same line while there is an error.
 */
export class FlorinPhoneNumber extends LitElement {
  static override styles = [tokens, styles];

  @property({ attribute: false }) messages: Messages | null = null;
  @property() locale = 'en';
  /** `optional`, or any other word: required. */
  @property() need = 'required';
  /** ISO 3166-1 alpha-2: whose numbers may be written without their country's code. */
  @property() country = '';
  /** Numbers of other countries are not taken: an operator has none of them. */
  @property({ type: Boolean }) local = false;
  /** `floating`: the label rests in the empty field. */
  @property({ reflect: true, useDefault: true }) labels = 'above';
  @property({ type: Boolean }) disabled = false;
  @property({ attribute: false }) entry: PhoneEntry = { text: '' };
  /** The rules of phone numbers, once they have been fetched. */
  @property({ attribute: false }) rules: typeof phone | null = null;

  /** It was to be sent before it could be checked. */
  @state() private isHeldBack = false;

  private readonly errors = new CardErrors(this);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepInside(root);
    return root;
  }

  protected override willUpdate(): void {
    if (this.rules) this.isHeldBack = false;
    if (this.hasUpdated) this.errors.recheck([this.field], this.context);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('entry')) return;
    if (this.input) this.input.value = this.entry.text;
    this.errors.forget();
  }

  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  /** Shows what is wrong, or that it cannot be checked yet: what is typed is never left out. */
  validate(): boolean {
    this.keep();
    this.isHeldBack = !this.rules && this.text.trim() !== '';
    const [wrong] = this.errors.showAll([this.field], this.context);
    return !wrong && !this.isHeldBack;
  }

  /** What is wrong with it, in these words. */
  errorIn(words: Messages): string | undefined {
    const { field } = this;
    const shown = this.errors.shown.get(field.id);
    return shown && ('message' in shown ? shown.message : field.errorText(shown.reason, { ...this.context, words }));
  }

  /** The number, E.164; nothing when it may be left out and is. */
  read(): string | undefined {
    const check = this.field.check(this.text, this.context);
    return check.state === 'valid' ? (check.value as string | undefined) : undefined;
  }

  /** Shows what the backend said, until the customer changes it. Of another field there is nothing here to mend. */
  showFieldError(id: string, message: string): void {
    if (id === 'phone') this.errors.set(id, { message });
  }

  private get input(): HTMLInputElement | null {
    return this.shadowRoot?.querySelector('input') ?? null;
  }

  private get text(): string {
    return this.input?.value ?? this.entry.text;
  }

  private get context(): FieldContext {
    const [words, textOf] = [this.messages, () => this.text];
    return {
      words,
      brand: undefined,
      lookup: null,
      brands: [],
      holder: '',
      testMode: false,
      now: () => new Date(),
      textOf,
    };
  }

  private get callingCode(): string | undefined {
    return this.rules?.callingCodeOf(this.country);
  }

  private get field(): FormField {
    const { rules, country, callingCode } = this;
    const field = phoneField(this.need, country || undefined, rules ?? awaited);
    return {
      ...field,
      hint: ({ words }) => {
        if (this.isHeldBack) return words?.['loading.title'];
        const example = rules?.examplePhone(country);
        return example && words ? format(words['address.example'], { example: isolated(example) }) : undefined;
      },
      check: (text, context) => {
        const check = field.check(text, context);
        if (!this.local || !callingCode || check.state !== 'valid') return check;
        return String(check.value).startsWith(callingCode) ? check : { state: 'wrong', reason: 'foreign' };
      },
      errorText: (reason, context) =>
        reason === 'foreign' && callingCode && context.words
          ? format(context.words['mobile_money.number'], { code: isolated(callingCode) })
          : field.errorText(reason, context),
    };
  }

  private keep(): void {
    const { text } = this;
    this.entry.text = text;
    // The code beside the number goes once one has been typed.
    this.requestUpdate();
  }

  private handleInput(event: Event): void {
    // The data of an input event are digits: it stays inside.
    event.stopPropagation();
    this.keep();
    this.errors.edited(this.field, this.context);
  }

  private handleLeft(): void {
    const { input, field } = this;
    if (input) {
      const text = field.settle?.(input.value) ?? input.value;
      if (text !== input.value) input.value = text;
    }
    this.keep();
    this.errors.left(field, this.context);
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('florin-card-submit', { bubbles: true, composed: true, cancelable: true }));
  }

  protected override render() {
    const { locale, field, context, callingCode, errors, messages } = this;
    const error = messages ? this.errorIn(messages) : undefined;
    const isWithCode = /^\s*(\p{Cf})*(\+|＋|00)/u.test(this.text);
    const beside = html`<span part="brand" class="brand" id="phone-beside"
      >${isWithCode || !callingCode ? nothing : isolated(callingCode)}</span
    >`;
    return html`<form
      novalidate
      lang=${locale}
      dir=${directionOf(locale)}
      @input=${this.handleInput}
      @change=${this.handleInput}
      @focusout=${this.handleLeft}
      @submit=${this.handleSubmit}
    >
      ${fieldTemplate(field, { ...context, error, disabled: this.disabled, isLast: true, beside, floats: this.labels === 'floating' })}
      <p class="spoken" aria-live="assertive">${errors.spoken === undefined ? nothing : error}</p>
      <p class="spoken" aria-live="polite">${this.isHeldBack ? messages?.['loading.title'] : nothing}</p>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-phone-number': FlorinPhoneNumber;
  }
}
