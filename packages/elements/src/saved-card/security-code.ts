import { brandById, checkCvc, digitsOf } from '@florin/core/card';
import { directionOf, format, type Messages } from '@florin/locale';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { styles } from '../card/card.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { securityCodeStyles } from './security-code.styles.js';

/**
 * @summary The security code of a saved card, which nobody may keep. It stays in the input, and leaves through `read()` alone.
 * @csspart field - Label, input, hint and error.
 * @csspart label - The label.
 * @csspart optional - The word that says that a field may be left empty.
 * @csspart control - The box around the input.
 * @csspart input - The input.
 * @csspart notes - The room for hint and error.
 * @csspart hint - The line below the input.
 * @csspart error - The same line while there is an error.
 */
export class FlorinSecurityCode extends LitElement {
  static override styles = [tokens, styles, securityCodeStyles];

  @property({ attribute: false }) messages: Messages | null = null;
  @property() locale = 'en';
  /** The card's brand: it says how many digits there are, and on which side. */
  @property() brand = '';
  /** `optional`, or any other word: required. */
  @property() need = 'required';
  /** `floating`: the label rests in the empty field. */
  @property({ reflect: true, useDefault: true }) labels = 'above';
  @property({ type: Boolean }) disabled = false;

  /** The error shown: our own, which follows the language, or what the bank said. */
  @state() private error: { message?: string } | null = null;

  @query('input') private input!: HTMLInputElement | null;

  private wasComplete = false;

  /** The caret goes to where it was: delegating the focus would select what is there, and the next key would replace it. */
  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  /** Shows what is wrong, and leads to it. */
  validate(): boolean {
    if (this.isRight) return true;
    this.error = {};
    this.focus();
    return false;
  }

  /** The digits, to be sent at once and then forgotten; nothing when they may be left out and are. */
  read(): string | undefined {
    const check = this.check();
    return check.state === 'valid' ? check.value : undefined;
  }

  reset(): void {
    this.clearSecurityCode();
  }

  /** Empties it: it must not outlive the attempt that it was sent with (PCI DSS, 3.3.1). */
  clearSecurityCode(): void {
    if (this.input) this.input.value = '';
    this.error = null;
    this.wasComplete = false;
  }

  /** Shows what the bank said, until the customer changes it. Of another field there is nothing here to mend. */
  showFieldError(field: string, message: string): void {
    if (field === 'cvc') this.error = { message };
  }

  private check(): ReturnType<typeof checkCvc> {
    return checkCvc(this.input?.value ?? '', brandById(this.brand));
  }

  private get isRight(): boolean {
    const check = this.check();
    return check.state === 'valid' || (this.need === 'optional' && check.reason === 'empty');
  }

  private get hint(): string {
    return this.sided('card.cvc.hint');
  }

  private sided(stem: 'card.cvc.hint' | 'error.cvc'): string {
    const cvc = brandById(this.brand)?.cvc;
    return this.messages
      ? format(this.messages[`${stem}.${cvc?.side ?? 'unknown'}`], { count: cvc?.length ?? '' })
      : '';
  }

  private handleInput(event: InputEvent): void {
    // The data of an input event are digits: it stays inside.
    event.stopPropagation();
    const { input } = this;
    if (!input || event.isComposing) return;
    const digits = digitsOf(input.value);
    if (digits !== input.value) input.value = digits;
    if (this.check().state !== 'incomplete') this.wasComplete = true;
    if (this.error?.message || this.isRight) this.error = null;
  }

  private handleBlur(): void {
    if (this.error?.message) return;
    this.error = !this.isRight && (this.wasComplete || this.error) ? {} : null;
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    this.dispatchEvent(new CustomEvent('florin-card-submit', { bubbles: true, composed: true, cancelable: true }));
  }

  protected override render() {
    const { messages, need, error } = this;
    const message = error && (error.message ?? this.sided('error.cvc'));
    return html`<div part="field" class="field" lang=${this.locale} dir=${directionOf(this.locale)}>
      <label part="label" for="code"
        >${messages?.['card.cvc.label']}${need === 'optional' ? html` <span part="optional">(${messages?.['card.optional']})</span>` : nothing}</label
      >
      <div part="control" class="control">
      <input
        part="input"
        id="code"
        name="cc-csc"
        type="text"
        autocomplete="cc-csc"
        inputmode="numeric"
        dir="ltr"
        autocapitalize="off"
        autocorrect="off"
        spellcheck="false"
        enterkeyhint="done"
        placeholder=${this.labels === 'floating' ? ' ' : nothing}
        aria-describedby="hint error"
        aria-invalid=${error ? 'true' : 'false'}
        ?required=${need !== 'optional'}
        ?disabled=${this.disabled}
        @input=${this.handleInput}
        @blur=${this.handleBlur}
        @keydown=${this.handleKey}
      /></div>
      <div part="notes" class="notes">
        <p part="hint" class="hint" id="hint">${this.hint}</p>
        <p part="error" class="error" id="error" aria-live="assertive">${message}</p>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-security-code': FlorinSecurityCode;
  }
}
