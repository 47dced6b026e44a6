import type { CardInput } from '@florin/contract';
import { digitsOf, likelyBrandOf } from '@florin/core/card';
import type { Brand, BrandId } from '@florin/core/card';
import { directionOf, loadMessages } from '@florin/locale';
import type { Messages } from '@florin/locale';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { tokens } from '../theme/tokens.styles.js';
import { CardErrors, errorOf } from './card-errors.js';
import { cardFields, checkCard, errorText } from './card-field.js';
import type { CardChecks, CardField } from './card-field.js';
import { styles } from './card.styles.js';
import { completeExpiry, FieldEditing } from './field-edit.js';
import { fieldTemplate } from './field-template.js';
import { summaryTemplate } from './summary-template.js';

/** `detail` of `florin-change`. */
export interface CardChange {
  valid: boolean;
  /** Nothing is missing, though something may be wrong. */
  complete: boolean;
  brand: BrandId | null;
}

const list = { fromAttribute: (value: string | null) => value?.split(/[\s,]+/).filter(Boolean) ?? [] };

/**
 * @summary The fields of a card, in one form and one shadow root so that autofill finds them. Card data stays in the
 * inputs: it is in no attribute, event or form value, and leaves through `read()` alone.
 *
 * @event {CustomEvent<CardChange>} florin-change - Validity, completeness or brand has changed. Holds no digit.
 * @event florin-card-submit - Enter was pressed. Unless prevented, the form around the element is submitted.
 *
 * @csspart fields - The grid; its areas are `number`, `expiry`, `cvc` and `holder`.
 * @csspart field - One field; also `field-number`, `field-expiry`, `field-cvc`, `field-holder`.
 * @csspart label - A label.
 * @csspart control - The box around an input.
 * @csspart input - An input.
 * @csspart brand - The name of the card's brand.
 * @csspart hint - The line below an input.
 * @csspart error - The same line while the field has an error.
 * @csspart summary - The list of errors, shown when there is more than one.
 *
 * @cssprop --florin-accent - Focus ring.
 * @cssprop --florin-field - Background of an input.
 * @cssprop --florin-text - Text.
 * @cssprop --florin-muted - Hints.
 * @cssprop --florin-border - Border of an input.
 * @cssprop --florin-danger - Errors.
 * @cssprop --florin-radius - Corner radius.
 * @cssprop --florin-space - Distance between fields.
 * @cssprop --florin-font - Font family.
 * @cssprop --florin-font-size - Font size.
 *
 * @cssstate valid - The card can be sent.
 * @cssstate user-invalid - An error is shown.
 */
export class FlorinCard extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokens, styles];

  /** The texts. `null`: whoever owns the element brings them later. Left out: the element loads those of `locale`. */
  @property({ attribute: false }) messages: Messages | null | undefined = undefined;
  /** BCP 47 tag. Left out: the page's language. */
  @property() locale = '';
  /** Ids of the brands that the shop takes; none: all. As an attribute separated by spaces. */
  @property({ converter: list }) brands: readonly string[] = [];
  /** `required`, `optional` or `hidden`; any other word means `required`. */
  @property() holder: string = 'required';
  /** Takes past and far expiry dates: providers' test cards answer by them. */
  @property({ type: Boolean, attribute: 'test-mode' }) testMode = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The clock that expiry dates are held against. */
  @property({ attribute: false }) now: () => Date = () => new Date();

  @state() private loaded: Messages | null = null;
  @state() private brand: Brand | undefined = undefined;

  private readonly internals = this.attachInternals();
  private readonly errors = new CardErrors(this);
  private readonly editing = new FieldEditing((field) => this.errors.edited(field, this.refresh()));
  private reported: CardChange = { valid: false, complete: false, brand: null };
  private isAsking = false;

  constructor() {
    super();
    this.internals.role = 'group';
    this.addEventListener('invalid', this.onInvalid);
    this.addEventListener('click', this.onClick);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.messages === undefined && (!this.hasUpdated || changed.has('locale'))) void this.load();
  }

  protected override updated(changed: PropertyValues): void {
    if (['messages', 'loaded', 'brands', 'holder', 'testMode', 'now'].some((name) => changed.has(name))) this.refresh();
    setState(this.internals, 'user-invalid', Object.keys(this.errors.shown).length > 0);
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.reset();
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the card can be sent. Shows nothing. */
  checkValidity(): boolean {
    this.isAsking = true;
    const isValid = this.internals.checkValidity();
    this.isAsking = false;
    return isValid;
  }

  reportValidity(): boolean {
    return this.validate();
  }

  /** Shows every error and leads to it: one takes the focus to its field, several to a list of them. */
  validate(): boolean {
    const [first, second] = this.errors.showAll(this.check());
    if (first) void this.focusAfterUpdate(second ? '.summary' : `#${first}`);
    return !first;
  }

  /** The card, to be sent at once and then forgotten; null while it cannot be sent. Shows nothing. */
  read(): CardInput | null {
    const { number, expiry, cvc, holder } = this.check();
    if (number.state !== 'valid' || expiry.state !== 'valid' || cvc.state !== 'valid' || holder.state !== 'valid')
      return null;
    return {
      type: 'card',
      number: number.value,
      exp_month: expiry.value.month,
      exp_year: expiry.value.year,
      cvc: cvc.value,
      ...(holder.value !== undefined && { holder: holder.value }),
    };
  }

  /** Focuses the first field that has an error, else the first that is not filled in, else the first. */
  override focus(options?: FocusOptions): void {
    const checks = this.check();
    const field =
      cardFields.find((name) => this.errors.shown[name]) ??
      cardFields.find((name) => checks[name].state !== 'valid') ??
      'number';
    this.inputOf(field)?.focus(options);
  }

  /** Empties every field and forgets every error. */
  reset(): void {
    for (const field of cardFields) this.write(field, '');
    this.editing.forget();
    this.errors.forget(...cardFields);
    this.refresh();
  }

  /** Empties the security code: it must not outlive the attempt that it was sent with (PCI DSS, 3.3.1). */
  clearSecurityCode(): void {
    this.write('cvc', '');
    this.editing.forget();
    this.errors.forget('cvc');
    this.refresh();
  }

  /** Shows what the bank said about a field, until the customer changes it. Does not move the focus: `focus()` does. */
  showFieldError(field: CardField, message: string): void {
    this.errors.set(field, { message });
  }

  private get words(): Messages | null {
    return this.messages ?? this.loaded;
  }

  private async load(): Promise<void> {
    const locale = this.locale || document.documentElement.lang || navigator.language;
    const messages = await loadMessages(locale).catch(() => null);
    if (messages) this.loaded = messages;
  }

  private async focusAfterUpdate(selector: string): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  private inputOf(field: CardField): HTMLInputElement | null {
    return this.shadowRoot?.querySelector<HTMLInputElement>(`#${field}`) ?? null;
  }

  private write(field: CardField, text: string): void {
    const input = this.inputOf(field);
    if (input) input.value = text;
  }

  private check(): CardChecks {
    const { brands, holder, testMode, brand } = this;
    return checkCard((field) => this.inputOf(field)?.value ?? '', { brands, holder, testMode, brand, now: this.now() });
  }

  /** Tells the form and the page how things stand. */
  private refresh(): CardChecks {
    this.brand = likelyBrandOf(digitsOf(this.inputOf('number')?.value ?? ''));
    const checks = this.check();
    const missing = cardFields.find((field) => checks[field].state !== 'valid');
    const error = missing && errorOf(checks, missing);
    if (missing && error) {
      const message = this.textOf(missing, error) ?? error.reason;
      const flag = error.reason === 'empty' ? 'valueMissing' : 'customError';
      this.internals.setValidity({ [flag]: true }, message, this.inputOf(missing) ?? undefined);
    } else this.internals.setValidity({});
    this.internals.ariaLabel = this.internals.labels.length > 0 ? null : (this.words?.['card.form'] ?? null);
    setState(this.internals, 'valid', !missing);

    const complete = cardFields.every((field) => checks[field].state !== 'incomplete');
    const now: CardChange = { valid: !missing, complete, brand: this.brand?.id ?? null };
    const { reported } = this;
    if (now.valid === reported.valid && now.complete === reported.complete && now.brand === reported.brand)
      return checks;
    this.reported = now;
    this.dispatchEvent(new CustomEvent('florin-change', { detail: now, bubbles: true, composed: true }));
    return checks;
  }

  private readonly onInvalid = (event: Event): void => {
    if (this.isAsking) return;
    // The browser's bubble would say the same once more, in its own language.
    event.preventDefault();
    const first = this.form?.querySelector<HTMLElement>(':invalid:not(fieldset)') ?? this;
    if (first === this) this.validate();
    else this.errors.showAll(this.check());
  };

  /** A label of the page's clicks the element itself. */
  private readonly onClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus();
  };

  private onFocusOut(event: FocusEvent): void {
    const { id } = event.target as HTMLElement;
    const field = cardFields.find((name) => name === id);
    if (!field) return;
    const input = event.target as HTMLInputElement;
    this.editing.forget();
    if (field === 'expiry') completeExpiry(input);
    this.errors.left(field, this.check());
    if (this.shadowRoot?.contains(event.relatedTarget as Node | null)) this.errors.shortenSummary();
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const submit = new CustomEvent('florin-card-submit', { bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(submit)) this.form?.requestSubmit();
  }

  private textOf(field: CardField, error = this.errors.shown[field]): string | undefined {
    return error && this.words ? errorText(field, error, this.words, this.brand) : undefined;
  }

  protected override render(): unknown {
    const { locale } = this;
    const { summary, spoken } = this.errors;
    return html`<form
      novalidate
      lang=${locale || nothing}
      dir=${locale ? directionOf(locale) : nothing}
      @beforeinput=${this.editing}
      @input=${this.editing}
      @keydown=${this.editing}
      @compositionend=${this.editing}
      @focusout=${this.onFocusOut}
      @submit=${this.onSubmit}
    >
      ${summary.length > 0 ? this.renderSummary() : nothing}
      <div part="fields" class="fields">
        ${cardFields.map((field) => (field === 'holder' && this.holder === 'hidden' ? nothing : this.renderField(field)))}
      </div>
      <p class="spoken" aria-live="assertive">${spoken && this.textOf(spoken)}</p>
      <button type="submit" hidden></button>
    </form>`;
  }

  private renderField(field: CardField): unknown {
    const { words, brand, holder } = this;
    const error = this.textOf(field);
    // Not `:disabled`, which the attribute follows one update late.
    const disabled = this.disabled || this.closest('fieldset:disabled') !== null;
    return fieldTemplate(field, { words, brand, holder, error, disabled });
  }

  private renderSummary(): unknown {
    return summaryTemplate(
      this.words?.['error.summary.title'] ?? '',
      this.errors.summary.map((field) => [field, this.textOf(field) ?? ''] as const).filter(([, text]) => text),
      (field) => this.inputOf(field)?.focus(),
    );
  }
}

function setState({ states }: ElementInternals, name: string, on: boolean): void {
  if (on) states.add(name);
  else states.delete(name);
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-card': FlorinCard;
  }
}
