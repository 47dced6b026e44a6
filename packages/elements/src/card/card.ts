import type { Address, Amount, CardInput } from '@florin/contract';
import { digitsOf, likelyBrandOf } from '@florin/core/card';
import type { Brand, Expiry } from '@florin/core/card';
import { directionOf, loadMessages } from '@florin/locale';
import type { Messages } from '@florin/locale';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { untilLoaded } from '../loading/until-loaded.js';
import { tokens } from '../theme/tokens.styles.js';
import { CardErrors } from './card-errors.js';
import { fieldsOf } from './card-fields.js';
import { CardParts } from './card-parts.js';
import { styles } from './card.styles.js';
import { expiryFields } from './expiry-fields.js';
import { FieldEditing } from './field-edit.js';
import { fieldTemplate } from './field-template.js';
import { FormControl } from './form-control.js';
import type { CardReferenceResult } from './form-control.js';
import { errorOf } from './form-field.js';
import type { FieldContext, FormField } from './form-field.js';
import type { LookUp } from './lookup/card-lookups.js';
import { summaryTemplate } from './summary-template.js';

/** `detail` of `florin-change`. */
export interface CardChange {
  valid: boolean;
  /** Nothing is missing, though something may be wrong. */
  complete: boolean;
  /** The brand to be paid with, as far as it is known. */
  brand: string | null;
}

const list = { fromAttribute: (value: string | null) => value?.split(/[\s,]+/).filter(Boolean) ?? [] };

/** What may not be kept anywhere, not even by the browser for a step back in history. */
const cardData = ['number', 'expiry', 'expiry-month', 'expiry-year', 'cvc'];

/**
 * @summary The fields of a card, in one form and one shadow root so that autofill finds them. Card data stays in the
 * inputs: it is in no attribute, event or form value, and leaves through `read()` alone.
 *
 * In a form of the page's it is a control like any other: with a `name` and `createReference`, the form carries a
 * reference that is good once.
 *
 * @event {CustomEvent<CardChange>} florin-change - Validity, completeness or brand has changed. Holds no digit.
 * @event florin-card-submit - Enter was pressed. Unless prevented, the form around the element is submitted.
 * @event {CustomEvent<{ code: string }>} florin-error - The card could not be exchanged for a reference; the form was not submitted.
 *
 * @csspart fields - The grid; its areas are `number`, `expiry`, `cvc` and `holder`.
 * @csspart field - One field; also `field-number`, `field-expiry`, `field-cvc`, `field-holder`, `field-email`, …
 * @csspart label - A label.
 * @csspart control - The box around an input.
 * @csspart input - An input or a list to choose from.
 * @csspart brand - The name of the card's brand.
 * @csspart brand-choice - The choice between the brands of a co-badged card.
 * @csspart brand-option - One of them.
 * @csspart hint - The line below an input.
 * @csspart error - The same line while the field has an error.
 * @csspart summary - The list of errors, shown when there is more than one.
 * @csspart details - What is asked for below the card.
 * @csspart billing - The billing address.
 * @csspart legend - Its title.
 * @csspart choice - A box to tick, with its label.
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
  /** The customer chooses between the brands of a co-badged card. */
  @property({ type: Boolean, attribute: 'brand-choice' }) brandChoice = false;
  /** The first of these that a co-badged card has is chosen beforehand; none: the customer's is the first choice. */
  @property({ converter: list, attribute: 'preferred-brands' }) preferredBrands: readonly string[] = [];
  /** `required`, `optional` or `hidden`; any other word means `required`. So for `email`, `phone` and `billing`. */
  @property() holder: string = 'required';
  @property() email: string = 'hidden';
  @property() phone: string = 'hidden';
  /** The billing address. */
  @property() billing: string = 'hidden';
  /** ISO 3166-1 alpha-2: the countries that a billing address may be in; none: all. */
  @property({ converter: list }) countries: readonly string[] = [];
  /** Where the goods go. The billing address is then the same unless the customer says otherwise. */
  @property({ attribute: false }) shipping: Address | null = null;
  /** Asks whether the card may be kept for the next time. */
  @property({ type: Boolean, attribute: 'save-offered' }) saveOffered = false;
  /** `one` field for the expiry date, or `split` into month and year. */
  @property() expiry: string = 'one';
  /** Takes past and far expiry dates: providers' test cards answer by them. */
  @property({ type: Boolean, attribute: 'test-mode' }) testMode = false;
  /** In a form of the page's: without a card it is not submitted. */
  @property({ type: Boolean, reflect: true }) required = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Name of the reference in the form's data. */
  @property({ reflect: true }) name = '';
  /** The clock that expiry dates are held against. */
  @property({ attribute: false }) now: () => Date = () => new Date();
  /** What is paid: installments are offered of it. */
  @property({ attribute: false }) amount: Amount | null = null;
  /** Tells what the first 8 digits say of a card, as `lookUpCard` of the SDK does. Nothing waits for it. */
  @property({ attribute: false }) lookUp: LookUp | null = null;
  /** Exchanges the card for what a form may carry, as `createCardReference` of the SDK does. */
  @property({ attribute: false }) createReference: ((card: CardInput) => Promise<CardReferenceResult>) | null = null;

  @state() private loaded: Messages | null = null;
  @state() private brand: Brand | undefined = undefined;
  /** The card could not be exchanged for a reference. */
  @state() private isNotSent = false;

  private readonly internals = this.attachInternals();
  private readonly control = new FormControl(this, this.internals, (code) => this.onProblem(code));
  private readonly errors = new CardErrors(this);
  private readonly parts = new CardParts(
    this,
    () => this.context,
    () => this.onParts(),
  );
  private readonly editing = new FieldEditing(
    (id) => this.fields.find((field) => field.id === id),
    (field) => this.onEdit(field),
  );
  /** Texts that the browser has brought back, until their fields are there. */
  private readonly restored = new Map<string, string>();
  private reported: CardChange = { valid: false, complete: false, brand: null };
  private isAsking = false;
  /** The card was to be sent while some of its fields were still on their way. */
  private isHeldBack = false;

  constructor() {
    super();
    this.internals.role = 'group';
    this.addEventListener('invalid', this.onInvalid);
    this.addEventListener('click', this.onClick);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.messages === undefined && (!this.hasUpdated || changed.has('locale'))) void this.load();
    const needs = ['email', 'phone', 'billing', 'countries', 'shipping', 'saveOffered', 'locale'] as const;
    if (!this.hasUpdated || needs.some((name) => changed.has(name))) this.parts.updateNeeds();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('lookUp') && this.hasUpdated) this.parts.followNumber(digitsOf(this.textOf('number')));
    this.writeRestored();
    if (rules.some((name) => changed.has(name))) this.refresh();
    setState(this.internals, 'user-invalid', this.errors.shown.size > 0);
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.control.follow(form);
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.reset();
  }

  /** What the browser kept of the form: never anything of the card. */
  formStateRestoreCallback(state: FormData | File | string | null): void {
    if (!(state instanceof FormData)) return;
    for (const [id, text] of state) if (typeof text === 'string') this.restored.set(id, text);
    this.requestUpdate();
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

  /** The texts in use; null while they have not come. */
  get words(): Messages | null {
    return this.messages ?? this.loaded;
  }

  /** Whether the form around the card may be submitted. Shows nothing. */
  checkValidity(): boolean {
    this.isAsking = true;
    const isValid = this.internals.checkValidity();
    this.isAsking = false;
    return isValid;
  }

  reportValidity(): boolean {
    return this.checkValidity() || this.validate();
  }

  /** Whether the card can be sent. Shows every error and leads to it: one takes the focus to its field, several to a list of them. */
  validate(): boolean {
    const [first, second] = this.errors.showAll(this.fields, this.context);
    this.isHeldBack = this.parts.isAwaited;
    if (first) void this.focusAfterUpdate(second ? '.summary' : `#${first}`);
    return !first && !this.parts.isAwaited;
  }

  /** The card, to be sent at once and then forgotten; null while it cannot be sent. Shows nothing. */
  read(): CardInput | null {
    const { fields, context } = this;
    if (this.parts.isAwaited) return null;
    const values = new Map<string, unknown>();
    for (const { id, check } of fields) {
      const result = check(context.textOf(id), context);
      if (result.state !== 'valid') return null;
      values.set(id, result.value);
    }
    const date = dateOf(values);
    const text = (id: string) => values.get(id) as string | undefined;
    const cvc = text('cvc');
    const holder = text('holder');
    return {
      type: 'card',
      number: text('number') as string,
      ...(date && { exp_month: date.month, exp_year: date.year }),
      ...(cvc !== undefined && { cvc }),
      ...(holder !== undefined && { holder }),
      ...this.parts.read(),
    };
  }

  /** Focuses the first field that has an error, else the first that is not filled in, else the first. */
  override focus(options?: FocusOptions): void {
    const { fields, context } = this;
    const field =
      fields.find(({ id }) => this.errors.shown.has(id)) ?? fields.find((each) => errorOf(each, context)) ?? fields[0];
    this.inputOf(field?.id ?? '')?.focus(options);
  }

  /** Empties every field and forgets every error. */
  reset(): void {
    for (const { id, initial } of this.fields) this.write(id, initial ?? '');
    this.restored.clear();
    this.parts.reset();
    this.editing.forget();
    this.errors.forget();
    this.isNotSent = false;
    this.isHeldBack = false;
    this.refresh();
  }

  /** Empties the security code: it must not outlive the attempt that it was sent with (PCI DSS, 3.3.1). */
  clearSecurityCode(): void {
    this.write('cvc', '');
    this.editing.forget();
    this.errors.forget(['cvc']);
    this.refresh();
  }

  /** Shows what the bank said about a field, until the customer changes it. Does not move the focus: `focus()` does. */
  showFieldError(id: string, message: string): void {
    const field = this.fields.find((each) => each.id === id || each.id.startsWith(`${id}-`));
    if (field) this.errors.set(field.id, { message });
  }

  private get context(): FieldContext {
    const { words, brand, brands, holder, testMode, now } = this;
    const { lookup } = this.parts;
    return { words, brand, lookup, brands, holder, testMode, now, textOf: (id) => this.textOf(id) };
  }

  private get cardFields(): readonly FormField[] {
    return fieldsOf(this.context, expiryFields[this.expiry === 'split' ? 'split' : 'one']);
  }

  private get fields(): readonly FormField[] {
    const { cardFields } = this;
    const { details } = this.parts;
    return details ? [...cardFields, ...details.fields] : cardFields;
  }

  /** Not `:disabled`, which the attribute follows one update late. */
  private get isDisabled(): boolean {
    return this.disabled || this.control.isExchanging || this.closest('fieldset:disabled') !== null;
  }

  private async load(): Promise<void> {
    const { locale } = this;
    const wanted = locale || document.documentElement.lang || navigator.language;
    const messages = await untilLoaded(
      () => loadMessages(wanted),
      () => this.isConnected && this.locale === locale,
    );
    if (messages) this.loaded = messages;
  }

  private async focusAfterUpdate(selector: string): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  private inputOf(id: string): HTMLInputElement | HTMLSelectElement | null {
    return this.shadowRoot?.querySelector(`#${CSS.escape(id)}`) ?? null;
  }

  private textOf(id: string): string {
    return this.inputOf(id)?.value ?? '';
  }

  private write(id: string, text: string): void {
    const input = this.inputOf(id);
    if (input) input.value = text;
  }

  private writeRestored(): void {
    for (const [id, text] of this.restored) {
      const input = this.inputOf(id);
      const field = input && this.fields.find((each) => each.id === id);
      if (!field) continue;
      this.restored.delete(id);
      input.value = text;
      this.onEdit(field);
    }
  }

  private onEdit(field: FormField): void {
    this.control.forgetReference();
    this.isNotSent = false;
    if (field.id === 'number') this.parts.followNumber(digitsOf(this.textOf('number')));
    this.parts.details?.edited(field);
    this.refresh();
    this.errors.edited(field, this.context);
    if (!cardData.includes(field.id)) this.control.keep(this.keepable());
  }

  private onParts(): void {
    this.control.forgetReference();
    this.requestUpdate();
    // Fields that have come have to be in the page before they can be held against anything.
    void this.updateComplete.then(() => {
      this.refresh();
      const number = this.fields[0];
      if (number && this.textOf(number.id) !== '') this.errors.edited(number, this.context);
      // They were asked for before they were there.
      if (this.isHeldBack) this.validate();
    });
  }

  private onProblem(code: string): void {
    this.isNotSent = true;
    this.dispatchEvent(new CustomEvent('florin-error', { detail: { code }, bubbles: true, composed: true }));
    void this.focusAfterUpdate('.summary');
  }

  /** What the browser may keep of the form. */
  private keepable(): FormData {
    const texts = new FormData();
    for (const { id } of this.fields) if (!cardData.includes(id)) texts.set(id, this.textOf(id));
    return texts;
  }

  /** Tells the form and the page how things stand. */
  private refresh(): void {
    const { parts, internals, words } = this;
    this.brand = parts.scheme ?? likelyBrandOf(digitsOf(this.textOf('number')));
    const { fields, context } = this;
    const missing = fields.find((field) => errorOf(field, context));
    const error = missing && errorOf(missing, context);
    const isAsked = this.required || fields.some(({ id }) => cardData.includes(id) && context.textOf(id) !== '');
    if (!isAsked) internals.setValidity({});
    else if (missing && error) {
      const flag = error.reason === 'empty' ? 'valueMissing' : 'customError';
      internals.setValidity(
        { [flag]: true },
        missing.errorText(error.reason, context),
        this.inputOf(missing.id) ?? undefined,
      );
    } else if (parts.isAwaited) internals.setValidity({ customError: true }, words?.['loading.title'] ?? 'loading');
    else internals.setValidity({});
    internals.ariaLabel = internals.labels.length > 0 ? null : (words?.['card.form'] ?? null);
    const valid = !missing && !parts.isAwaited;
    setState(internals, 'valid', valid);

    const complete = fields.every((field) => field.check(context.textOf(field.id), context).state !== 'incomplete');
    const now: CardChange = { valid, complete, brand: parts.chosenBrand ?? this.brand?.id ?? null };
    const { reported } = this;
    if (now.valid === reported.valid && now.complete === reported.complete && now.brand === reported.brand) return;
    this.reported = now;
    this.dispatchEvent(new CustomEvent('florin-change', { detail: now, bubbles: true, composed: true }));
  }

  private readonly onInvalid = (event: Event): void => {
    if (this.isAsking) return;
    // The browser's bubble would say the same once more, in its own language.
    event.preventDefault();
    const first = this.form?.querySelector<HTMLElement>(':invalid:not(fieldset)') ?? this;
    if (first === this) this.validate();
    else this.errors.showAll(this.fields, this.context);
  };

  /** A label of the page's clicks the element itself. */
  private readonly onClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus();
  };

  private onFocusOut(event: FocusEvent): void {
    const input = event.target as HTMLInputElement;
    const field = this.fields.find(({ id }) => id === input.id);
    if (!field) return;
    this.editing.forget();
    const text = field.settle?.(input.value) ?? input.value;
    if (text !== input.value) input.value = text;
    this.errors.left(field, this.context);
    if (this.shadowRoot?.contains(event.relatedTarget as Node | null)) this.errors.shortenSummary();
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const submit = new CustomEvent('florin-card-submit', { bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(submit)) this.form?.requestSubmit();
  }

  private textOfError(id: string): string | undefined {
    const error = this.errors.shown.get(id);
    if (!error || 'message' in error) return error?.message;
    if (!this.words) return undefined;
    return this.fields.find((field) => field.id === id)?.errorText(error.reason, this.context);
  }

  protected override render(): unknown {
    const { locale, parts, isDisabled } = this;
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
      ${summary.length > 0 || this.isNotSent ? this.renderSummary() : nothing}
      <div part="fields" class="fields">
        ${this.cardFields.map((field) => this.renderField(field))} ${parts.renderInstallments(isDisabled)}
      </div>
      ${parts.details ? html`<div part="details" class="details">${parts.renderDetails(isDisabled, this.renderField)}</div>` : nothing}
      <p class="spoken" aria-live="assertive">${spoken && this.textOfError(spoken)}</p>
      <button type="submit" hidden></button>
    </form>`;
  }

  private readonly renderField = (field: FormField): unknown => {
    const { id } = field;
    const isNumber = id === 'number';
    return fieldTemplate(field, {
      ...this.context,
      error: this.textOfError(id),
      disabled: this.isDisabled,
      isLast: this.fields.at(-1)?.id === id,
      beside: isNumber ? this.parts.renderBrand(this.brand, this.isDisabled) : nothing,
      hint: isNumber ? this.parts.issuerHint : undefined,
    });
  };

  private renderSummary(): unknown {
    const { words, isNotSent } = this;
    return summaryTemplate(
      words?.[isNotSent ? 'unreachable.title' : 'error.summary.title'] ?? '',
      isNotSent
        ? []
        : this.errors.summary.flatMap((id) => {
            const text = this.textOfError(id);
            return text ? [[id, text] as const] : [];
          }),
      (id) => this.inputOf(id)?.focus(),
    );
  }
}

/** What the fields are held against: when one of these changes, the form and the page are told how things stand. */
const rules = [
  'messages',
  'loaded',
  'brands',
  'holder',
  'expiry',
  'testMode',
  'now',
  'required',
  'email',
  'phone',
  'billing',
];

function dateOf(values: ReadonlyMap<string, unknown>): Expiry | undefined {
  const [month, year] = [values.get('expiry-month'), values.get('expiry-year')];
  if (typeof month === 'number' && typeof year === 'number') return { month, year };
  return values.get('expiry') as Expiry | undefined;
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
