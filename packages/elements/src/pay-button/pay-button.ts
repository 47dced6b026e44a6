import type { Amount } from '@florin/contract';
import { directionOf, format, formatMoney, type Messages } from '@florin/locale';
import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { askForCheckout } from '../arrangement/checkout-context.js';
import { afterPaint } from '../paint/after-paint.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { payButtonStyles } from './pay-button.styles.js';

/**
 * @summary The button that pays. It says the amount (WCAG 2.2, 3.3.4).
 * @event florin-pay - The customer pressed it, and it is neither busy nor disabled.
 * @csspart button - The button itself; also `pay-button`, as the checkout calls it.
 * @csspart spinner - What turns while the payment is made.
 * @csspart pay-label - Its words.
 */
export class FlorinPayButton extends LitElement {
  static override styles = [tokens, controls, payButtonStyles];
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property({ attribute: false }) amount: Amount | null = null;
  /** What it says in place of `amount`; empty while that is not known. */
  @property({ attribute: false }) words: string | null = null;
  @property({ attribute: false }) messages: Messages | null = null;
  @property() locale = 'en';
  /** The payment is being made: the button says so and does nothing. */
  @property({ type: Boolean, reflect: true }) busy = false;
  @property({ type: Boolean, reflect: true }) disabled = false;

  @state() private money = '';

  override connectedCallback(): void {
    super.connectedCallback();
    askForCheckout(this);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // The first currency formatter costs more than the whole form: it is made once that has been painted.
    if (changed.has('amount') || changed.has('locale')) void this.writeAmount();
  }

  private async writeAmount(): Promise<void> {
    await afterPaint();
    this.money = this.amount ? formatMoney(this.amount, this.locale) : '';
  }

  private handleClick(): void {
    if (this.busy || this.disabled) return;
    this.dispatchEvent(new CustomEvent('florin-pay', { bubbles: true, composed: true }));
  }

  private get label(): string {
    const { messages } = this;
    if (!messages) return '';
    if (this.busy) return messages['processing.title'];
    if (this.words !== null) return this.words || messages['pay.action_plain'];
    return this.money ? format(messages['pay.action'], { amount: this.money }) : messages['pay.action_plain'];
  }

  protected override render() {
    // `aria-disabled` and not `disabled`: the focus must not be lost while the payment is made.
    // Other words are others, and not the same ones that have moved: nothing shifts when the amount comes.
    return html`<button
      part="button pay-button"
      class="primary"
      type="button"
      dir=${directionOf(this.locale)}
      aria-disabled=${this.busy || this.disabled ? 'true' : 'false'}
      @click=${this.handleClick}
    >
      <span part="spinner" class="spinner" ?hidden=${!this.busy}></span>
      ${repeat(
        [this.label],
        (label) => label,
        (label) => html`<span part="pay-label">${label}</span>`,
      )}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-pay-button': FlorinPayButton;
  }
}
