import type { Address, Amount, CardInput } from '@florin/contract';
import { digitsOf, likelyBrandOf } from '@florin/core/card';
import { directionOf, loadMessages } from '@florin/locale';
import type { Messages } from '@florin/locale';
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { askForCheckout } from '../arrangement/checkout-context.js';
import { afterPaint } from '../paint/after-paint.js';
import { untilLoaded } from '../loading/until-loaded.js';
import { tokens } from '../theme/tokens.styles.js';
import { CardErrors } from './card-errors.js';
import { CardForm, isCardData, places } from './card-form.js';
import { CardParts } from './card-parts.js';
import { styles } from './card.styles.js';
import { FieldEditing } from './field-edit.js';
import { fieldTemplate } from './field-template.js';
import type { FieldView } from './field-template.js';
import { FormAssociated } from './form-associated.js';
import { FormControl } from './form-control.js';
import type { CardReferenceResult } from './form-control.js';
import { errorOf } from './form-field.js';
import type { FieldError, FormField } from './form-field.js';
import type { LookUp } from './lookup/card-lookups.js';
import { summaryTemplate } from './summary-template.js';
import { keepInside } from './telling-events.js';

/** `detail` of `florin-change`. */
export interface CardChange {
  valid: boolean;
  /** Nothing is missing, though something may be wrong. */
  complete: boolean;
  /** The brand to be paid with, as far as it is known. */
  brand: string | null;
}

const list = { fromAttribute: (value: string | null) => value?.split(/[\s,]+/).filter(Boolean) ?? [] };

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
 * @csspart field - One field; also `field-number`, `field-expiry`, `field-expiry-month`, `field-expiry-year`, `field-cvc`,
 *   `field-holder`, `field-installments`, `field-email`, `field-phone`, `field-billing-country`, `field-billing-line1`,
 *   `field-billing-line2`, `field-billing-district`, `field-billing-city`, `field-billing-region`, `field-billing-postal-code`.
 * @csspart label - A label.
 * @csspart optional - The word that says that a field may be left empty.
 * @csspart control - The box around an input.
 * @csspart input - An input or a list to choose from.
 * @csspart notes - The room for hint and error.
 * @csspart brand - The card's brand: its mark, or those of a co-badged card.
 * @csspart brand-mark - One mark.
 * @csspart card-picture - The drawn card, where the page wants one.
 * @csspart brand-choice - The choice between the brands of a co-badged card.
 * @csspart brand-option - One of them.
 * @csspart hint - The line below an input.
 * @csspart error - The same line while the field has an error.
 * @csspart summary - The list of errors, shown when there is more than one.
 * @csspart summary-title - Its title.
 * @csspart summary-link - A link to a field.
 * @csspart details - What is asked for below the card.
 * @csspart billing - The billing address.
 * @csspart legend - Its title.
 * @csspart choice - A box to tick, with its label.
 * @csspart checkbox - The box.
 * @csspart choice-label - Its words.
 *
 * @cssstate valid - The card can be sent.
 * @cssstate empty - Nothing of a card has been filled in.
 * @cssstate user-invalid - An error is shown.
 */
export class FlorinCard extends FormAssociated {
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
  /** `above` the fields, or `floating`: resting in a field while that is empty. */
  @property({ reflect: true, useDefault: true }) labels: string = 'above';
  /** `spaced`, or `joined` into one box, whose labels float. */
  @property({ reflect: true, useDefault: true }) inputs: string = 'spaced';
  /** Takes past and far expiry dates: providers' test cards answer by them. */
  @property({ type: Boolean, attribute: 'test-mode' }) testMode = false;
  /** A drawn card above the fields, which fills up as they do. */
  @property({ type: Boolean, attribute: 'card-picture' }) cardPicture = false;
  /** In a form of the page's: without a card it is not submitted. */
  @property({ type: Boolean, reflect: true }) required = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Name of the reference in the form's data. */
  @property({ reflect: true }) name: string | null = null;
  /** The clock that expiry dates are held against. */
  @property({ attribute: false }) now: () => Date = () => new Date();
  /** What is paid: installments are offered of it. */
  @property({ attribute: false }) amount: Amount | null = null;
  /** Tells what the first 8 digits say of a card, as `lookUpCard` of the SDK does. Nothing waits for it. */
  @property({ attribute: false }) lookUp: LookUp | null = null;
  /** Exchanges the card for what a form may carry, as `createCardReference` of the SDK does. */
  @property({ attribute: false }) createReference: ((card: CardInput) => Promise<CardReferenceResult>) | null = null;

  /** It stands in a checkout, which pays with it: it is no control of a form around both. */
  @property({ attribute: false }) inCheckout = false;

  @state() private loaded: Messages | null = null;
  /** The field whose hint is shown where there is one line for all of them. */
  @state() private focused = '';
  private readonly control = new FormControl(this, this.internals, (code) => this.onProblem(code));
  private readonly errors = new CardErrors(this);
  private readonly parts = new CardParts(this, {
    contextOf: () => this.fieldset.context,
    isConnected: () => this.isConnected,
    has: (id) => this.fieldset.inputOf(id) !== null,
    restore: (texts) => this.restore(texts),
    onFields: () => this.onParts(),
  });
  private readonly fieldset = new CardForm(this, this.parts);
  private readonly editing = new FieldEditing(
    (id) => this.fieldset.fieldOf(id),
    (field) => this.onEdit(field),
  );
  /** Texts to be written into their fields once these are there. */
  private readonly restored = new Map<string, string>();
  private reported: CardChange = { valid: false, complete: false, brand: null };
  private isPainted = false;
  /** The card was to be sent while some of its fields were still on their way. */
  private isHeldBack = false;

  constructor() {
    super();
    this.addEventListener('invalid', this.onInvalid);
    this.addEventListener('click', this.onClick);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepInside(root);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    askForCheckout(this);
    // What was on its way when the element was taken out has been let go.
    if (!this.hasUpdated) return;
    if (this.messages === undefined && !this.loaded) void this.load();
    this.parts.updateNeeds();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.parts.followNumber(this.digits);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isNewLanguage = !this.hasUpdated || changed.has('locale') || changed.has('messages');
    if (this.messages === undefined && isNewLanguage) void this.load();
    const needs = ['email', 'phone', 'billing', 'countries', 'shipping', 'saveOffered', 'locale'] as const;
    if (!this.hasUpdated || needs.some((name) => changed.has(name))) this.parts.updateNeeds();
    if (changed.has('amount')) this.parts.followAmount(this.amount);
    // Before it is drawn, so that it is drawn once.
    if (!this.hasUpdated) return;
    this.follow();
    this.errors.recheck(this.fieldset.fields, this.fieldset.context);
  }

  protected override updated(): void {
    this.writeRestored();
    if (this.isPainted || this.form) this.refresh();
    else void this.refreshAfterPaint();
    this.control.setState('user-invalid', this.errors.shown.size > 0);
    this.control.setLabel(this.words?.['card.form']);
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.control.follow(form);
  }

  formResetCallback(): void {
    if (!this.inCheckout) this.reset();
  }

  /** What the browser kept of the form: never anything of the card. */
  formStateRestoreCallback(state: FormData | File | string | null): void {
    if (!(state instanceof FormData)) return;
    const texts = [...state].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    this.restore(new Map(texts));
  }

  /** The texts in use; null while they have not come. */
  get words(): Messages | null {
    return this.messages ?? this.loaded;
  }

  /** The language in use: BCP 47. */
  get language(): string {
    return this.locale || document.documentElement.lang || navigator.language;
  }

  /** In a form: no card is a mistake, or something of one has been filled in. */
  get isAsked(): boolean {
    return !this.inCheckout && (this.required || !this.fieldset.isEmpty);
  }

  /** Whether the card can be sent. Shows every error and leads to it: one takes the focus to its field, several to a list of them. */
  override validate(): boolean {
    this.refresh();
    const [first, second] = this.errors.showAll(this.fieldset.fields, this.fieldset.context);
    this.isHeldBack = this.parts.isAwaited;
    if (first) void this.focusAfterUpdate(second ? '.summary' : `#${first}`);
    return !first && !this.parts.isAwaited;
  }

  /** The card, to be sent at once and then forgotten; null while it cannot be sent. Shows nothing. */
  read(): CardInput | null {
    this.follow();
    const card = this.parts.isAwaited ? null : this.fieldset.read();
    return card && { ...card, ...this.parts.read() };
  }

  /** Focuses the first field that has an error, else the first that is not filled in, else the first. */
  override focus(options?: FocusOptions): void {
    const { fields, context } = this.fieldset;
    const field =
      fields.find(({ id }) => this.errors.shown.has(id)) ?? fields.find((each) => errorOf(each, context)) ?? fields[0];
    this.fieldset.inputOf(field?.id ?? '')?.focus(options);
  }

  /** Empties every field and forgets every error. */
  reset(): void {
    for (const { id, initial } of this.fieldset.fields) this.fieldset.write(id, initial ?? '');
    this.restored.clear();
    this.parts.reset();
    this.editing.forget();
    this.errors.forget();
    this.control.forgetReference();
    this.control.keep(new FormData());
    this.isHeldBack = false;
    this.refresh();
  }

  /** Empties the security code: it must not outlive the attempt that it was sent with (PCI DSS, 3.3.1). */
  clearSecurityCode(): void {
    this.fieldset.write('cvc', '');
    this.editing.forget();
    this.errors.forget(['cvc']);
    this.control.forgetReference();
    this.refresh();
  }

  /** Shows what the bank said about a field, until the customer changes it. Does not move the focus: `focus()` does. */
  showFieldError(id: string, message: string): void {
    const field = this.fieldset.fields.find((each) => each.id === id || each.id.startsWith(`${id}-`));
    if (field) this.errors.set(field.id, { message });
  }

  private get digits(): string {
    return digitsOf(this.fieldset.textOf('number'));
  }

  /** Not `:disabled`, which the attribute follows one update late. */
  private get isDisabled(): boolean {
    return this.disabled || this.control.isExchanging || this.closest('fieldset:disabled') !== null;
  }

  private get isJoined(): boolean {
    return this.inputs === 'joined';
  }

  private async load(): Promise<void> {
    const { language } = this;
    const messages = await untilLoaded(
      () => loadMessages(language),
      () => this.isConnected && this.language === language,
    );
    if (messages) this.loaded = messages;
  }

  private async focusAfterUpdate(selector: string): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  private restore(texts: ReadonlyMap<string, string>): void {
    for (const [id, text] of texts) this.restored.set(id, text);
    this.requestUpdate();
  }

  private writeRestored(): void {
    for (const [id, text] of this.restored) {
      const input = this.fieldset.inputOf(id);
      const field = input && this.fieldset.fieldOf(id);
      if (!field) continue;
      this.restored.delete(id);
      input.value = text;
      this.onEdit(field);
      // What is chosen from a list decides over the fields that come after it: they are written once they are there.
      if (field.options) return this.requestUpdate();
    }
  }

  private onEdit(field: FormField): void {
    this.control.forgetReference();
    this.isHeldBack = false;
    if (field.id === 'number') this.parts.retryLookup();
    this.refresh();
    this.errors.edited(field, this.fieldset.context);
    if (!isCardData(field)) this.control.keep(this.fieldset.keepable);
  }

  /** Other fields, or held against other rules. */
  private onParts(): void {
    // What a lookup says while the card is being exchanged is of the same card.
    if (!this.control.isExchanging) this.control.forgetReference();
    this.requestUpdate();
    // Fields that have come have to be in the page before they can be held against anything.
    void this.updateComplete.then(() => {
      const number = this.fieldset.fieldOf('number');
      if (number && this.digits !== '') this.errors.edited(number, this.fieldset.context);
      // They were asked for before they were there. The focus stays where the customer has gone meanwhile.
      if (this.isHeldBack && !this.parts.isAwaited) {
        this.isHeldBack = false;
        this.errors.showAll(this.fieldset.fields, this.fieldset.context);
      }
    });
  }

  /** What stands in the inputs may have changed without any event: password managers do that. */
  private follow(): void {
    const { parts, fieldset } = this;
    parts.followNumber(this.digits);
    parts.details?.follow();
    const { brand } = fieldset;
    fieldset.brand = parts.scheme ?? likelyBrandOf(this.digits);
    if (fieldset.brand !== brand) this.requestUpdate();
  }

  /** A card without a form has nobody to tell how it stands before it is painted. */
  private async refreshAfterPaint(): Promise<void> {
    this.isPainted = true;
    await afterPaint();
    this.refresh();
  }

  private onProblem(code: string): void {
    this.dispatchEvent(new CustomEvent('florin-error', { detail: { code }, bubbles: true, composed: true }));
    void this.focusAfterUpdate('.summary');
  }

  /** Tells the form and the page how things stand. */
  private refresh(): void {
    this.follow();
    const { parts, fieldset, words, isAsked } = this;
    this.errors.recheck(fieldset.fields, fieldset.context);
    const { wrong, complete } = fieldset.standing;
    if (isAsked && wrong) {
      const message = wrong.field.errorText(wrong.reason, fieldset.context);
      this.control.say(
        wrong.reason === 'empty' ? 'valueMissing' : 'customError',
        message,
        fieldset.inputOf(wrong.field.id),
      );
    } else if (isAsked && parts.isAwaited) this.control.say('customError', words?.['loading.title'] ?? 'loading', null);
    else this.control.say(null);

    const valid = !wrong && !parts.isAwaited;
    this.control.setState('valid', valid);
    this.control.setState('empty', fieldset.isEmpty);
    const now: CardChange = { valid, complete, brand: parts.chosenBrand ?? fieldset.brand?.id ?? null };
    const { reported } = this;
    if (now.valid === reported.valid && now.complete === reported.complete && now.brand === reported.brand) return;
    this.reported = now;
    this.dispatchEvent(new CustomEvent('florin-change', { detail: now, bubbles: true, composed: true }));
  }

  private readonly onInvalid = (event: Event): void => {
    if (this.isAsking) return;
    // The browser's bubble would say the same once more, beside our own words.
    event.preventDefault();
    const first = this.form?.querySelector<HTMLElement>(':invalid:not(fieldset)') ?? this;
    if (first === this) this.validate();
    else {
      this.refresh();
      this.errors.showAll(this.fieldset.fields, this.fieldset.context);
    }
  };

  /** A label of the page's clicks the element itself. */
  private readonly onClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus();
  };

  private onFocusIn({ target }: FocusEvent): void {
    if (this.isJoined) this.focused = (target as HTMLElement).id;
  }

  private onFocusOut(event: FocusEvent): void {
    const input = event.target as HTMLInputElement;
    const field = this.fieldset.fieldOf(input.id);
    if (!field) return;
    this.editing.forget();
    const text = field.settle?.(input.value) ?? input.value;
    if (text !== input.value) input.value = text;
    this.parts.retryLookup();
    this.refresh();
    this.errors.left(field, this.fieldset.context);
    if (this.shadowRoot?.contains(event.relatedTarget as Node | null)) this.errors.shortenSummary();
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const submit = new CustomEvent('florin-card-submit', { bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(submit)) this.submitForm();
  }

  private textOf(id: string, error: FieldError | undefined): string | undefined {
    if (!error || 'message' in error) return error?.message;
    if (!this.words) return undefined;
    return this.fieldset.fieldOf(id)?.errorText(error.reason, this.fieldset.context);
  }

  /** What is read out without the focus moving there. */
  private get spoken(): string | undefined {
    const { spoken, shown } = this.errors;
    if (this.isHeldBack) return this.words?.['loading.title'];
    return spoken === undefined ? undefined : this.textOf(spoken, shown.get(spoken));
  }

  protected override render(): unknown {
    const { locale, parts, isDisabled } = this;
    const { cardFields } = this.fieldset;
    return html`<form
      novalidate
      lang=${locale || nothing}
      dir=${locale ? directionOf(locale) : nothing}
      @beforeinput=${this.editing}
      @input=${this.editing}
      @change=${this.editing}
      @keydown=${this.editing}
      @compositionend=${this.editing}
      @focusin=${this.onFocusIn}
      @focusout=${this.onFocusOut}
      @submit=${this.onSubmit}
    >
      ${this.errors.summary.length > 0 || this.control.problem || this.isHeldBack ? this.renderSummary() : nothing}
      ${parts.renderPicture(this.fieldset.brand)}
      <div part="fields" class="fields">
        ${places.map((field) => (cardFields.includes(field) ? this.renderField(field) : nothing))}
        ${parts.renderInstallments(isDisabled)}
      </div>
      ${this.isJoined ? this.renderNotes() : nothing}
      ${parts.details ? html`<div part="details" class="details">${parts.renderDetails(isDisabled, (field) => this.renderField(field))}</div>` : nothing}
      <p class="spoken" aria-live="assertive">${this.spoken}</p>
      <p class="spoken" aria-live="polite">${parts.spoken}</p>
      <button type="submit" hidden></button>
    </form>`;
  }

  /** What stands below one box is said of all its fields: each of them says its own to whoever does not see it. */
  private renderNotes(): unknown {
    const { cardFields, context } = this.fieldset;
    const errors = cardFields.flatMap(({ id }) => this.textOf(id, this.errors.shown.get(id)) ?? []);
    const focused = cardFields.find(({ id }) => id === this.focused);
    return html`<div part="notes" class="notes" aria-hidden="true">
      ${
        errors.length > 0
          ? errors.map((text) => html`<p part="error" class="error">${text}</p>`)
          : html`<p part="hint" class="hint">${focused?.hint?.(context)}</p>`
      }
    </div>`;
  }

  private renderField(field: FormField): unknown {
    if (field.id !== 'number') return fieldTemplate(field, this.viewOf(field));
    const beside = this.parts.renderBrand(this.fieldset.brand, this.isDisabled);
    return fieldTemplate(field, { ...this.viewOf(field), beside, hint: this.parts.issuerHint });
  }

  private viewOf(field: FormField): FieldView {
    const { id } = field;
    return {
      ...this.fieldset.context,
      error: this.textOf(id, this.errors.shown.get(id)),
      disabled: this.isDisabled,
      isLast: this.fieldset.fields.at(-1)?.id === id,
      floats: this.labels === 'floating' || this.isJoined,
    };
  }

  private renderSummary(): unknown {
    const { words, control } = this;
    const only = (text = '') => summaryTemplate(text, [], () => {});
    if (control.problem) {
      const isUnreachable = ['network', 'timeout'].includes(control.problem);
      return only(words?.[isUnreachable ? 'unreachable.title' : 'reason.try_again_later']);
    }
    if (this.isHeldBack && this.errors.summary.length === 0) return only(words?.['loading.title']);
    return summaryTemplate(
      words?.['error.summary.title'] ?? '',
      this.errors.summary.map(([id, error]) => [id, this.textOf(id, error) ?? ''] as const),
      (id) => this.fieldset.inputOf(id)?.focus(),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-card': FlorinCard;
  }
}
