import { initialState, type PaymentState } from '@florin/core/payment';
import { format, formatMoney, type MessageKey, type Messages } from '@florin/locale';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { askForCheckout } from '../arrangement/checkout-context.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { statusIcon } from './status-icon.js';
import { statusStyles } from './status.styles.js';

/**
 * @summary Says where a payment stands: in progress, being checked, paid, failed, or not to be had here.
 * @event florin-refresh - The customer wants the backend to be asked again.
 * @event florin-cancel - The customer wants to stop what only lasts.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart view - What stands in the place of the form, where a page has placed this element for it.
 * @csspart icon - The sign beside the words.
 * @csspart heading - What happened.
 * @csspart text - What it means and what can be done.
 * @csspart reference - What to tell the shop.
 * @csspart retry - The button that asks again.
 * @csspart cancel - The button that stops.
 * @csspart body - All of it.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button.
 */
export class FlorinStatus extends LitElement {
  static override styles = [tokens, controls, viewStyles, statusStyles];

  @property({ attribute: false }) state: PaymentState = initialState;
  /** The attribute of the checkout that is missing or wrong, when one is. */
  @property({ attribute: false }) attribute: string | null = null;
  @property({ attribute: false }) messages: Messages | null = null;
  @property() locale = 'en';

  /** In an arrangement of the page's: what stands in the place of the form, this or another view. */
  @property({ attribute: false }) view: HTMLElement | null = null;

  private said = '';
  /** The attempt that the customer wanted to stop, and that goes on. */
  private unstopped: string | undefined = '';

  override connectedCallback(): void {
    super.connectedCallback();
    askForCheckout(this);
  }

  /** Focuses the heading, so that whoever listens hears what happened. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const decided = changed.get('state')?.decision;
    if (decided?.kind === 'cancel' && !this.state.decision) this.unstopped = this.state.attempt?.id;
  }

  protected override updated(): void {
    const { messages } = this;
    if (!messages) return;
    const { title, texts } = this.outcome;
    const words = [title, ...texts].map((key) => this.write(key, messages)).join(' ');
    // Each outcome is said once, however often it is drawn.
    if (words === this.said) return;
    this.said = words;
    this.dispatchEvent(new CustomEvent('florin-say', { detail: words }));
  }

  private get outcome(): Outcome {
    const { state, unstopped } = this;
    const outcome = outcomeOf(state, this.attribute);
    const goesOn = unstopped === state.attempt?.id;
    return goesOn && outcome.mayStop ? { ...outcome, texts: [...outcome.texts, 'action.not_stopped'] } : outcome;
  }

  private write(key: MessageKey, messages: Messages): string {
    const { intent } = this.state;
    return format(messages[key], {
      amount: intent ? formatMoney(intent.amount, this.locale) : '',
      merchant: intent?.merchant.name ?? '',
      name: this.attribute ?? '',
    });
  }

  private handleRetry(): void {
    this.dispatchEvent(new CustomEvent('florin-refresh'));
  }

  private handleCancel(): void {
    // The button is about to go.
    this.focus();
    this.dispatchEvent(new CustomEvent('florin-cancel'));
  }

  protected override render() {
    const { messages, view } = this;
    if (view) return html`<div part="view">${view}</div>`;
    if (!messages) return nothing;
    const { outcome } = this;
    const reference = this.state.attempt?.id ?? this.state.intent?.id;
    return html`<div part="body" class="view centred ${outcome.sign}">
      ${statusIcon(outcome.sign)}
      <h2 part="heading" tabindex="-1">${this.write(outcome.title, messages)}</h2>
      ${outcome.texts.map((key) => html`<p part="text">${this.write(key, messages)}</p>`)}
      ${
        outcome.showsReference && reference
          ? html`<p part="reference"><bdi>${format(messages['reference'], { reference })}</bdi></p>`
          : nothing
      }
      ${
        outcome.retry || outcome.mayStop
          ? html`<div part="actions" class="actions">
            ${outcome.retry ? html`<button part="button retry" type="button" class="secondary" @click=${this.handleRetry}>${messages[outcome.retry]}</button>` : nothing}
            ${outcome.mayStop ? html`<button part="button cancel" type="button" @click=${this.handleCancel}>${messages['action.cancel']}</button>` : nothing}
          </div>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-status': FlorinStatus;
  }
}
