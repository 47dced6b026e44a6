import type { NextAction } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { ActionView } from '../action-view/action-view.js';
import type { CheckoutEventDetails } from '../checkout/host-events.js';

/** What the views share in which somebody else's page or program does the work: how to stop, and how to say that it cannot start. */
export abstract class OutsideView<Action extends NextAction> extends ActionView<Action> {
  /** The customer wanted to stop, and it goes on. */
  @state() private wasNotStopped = false;
  /** The customer wants to stop, and nobody has answered yet. */
  private isStopping = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.action) this.isStopping = this.wasNotStopped = false;
    if (changed.get('busy') !== true || this.busy || !this.isStopping) return;
    this.isStopping = false;
    this.wasNotStopped = true;
    this.say(this.texts?.['action.not_stopped'] ?? '');
  }

  protected handleCancel(): void {
    if (this.busy) return;
    this.isStopping = true;
    this.wasNotStopped = false;
    this.cancelIt();
  }

  /** Tells the page, through every shadow root, as `<florin-checkout>` does. */
  protected announce(error: CheckoutEventDetails['florin-error']): void {
    this.dispatchEvent(new CustomEvent('florin-error', { detail: error, bubbles: true, composed: true }));
  }

  /** For `aria-disabled`: something that the customer decided is on its way. */
  protected get isLocked(): 'true' | 'false' {
    return this.busy ? 'true' : 'false';
  }

  protected renderNotStopped(messages: Messages): unknown {
    return this.wasNotStopped ? html`<p part="text">${messages['action.not_stopped']}</p>` : nothing;
  }

  protected renderCancel(messages: Messages, handle: () => void = this.handleCancel): unknown {
    return html`<button part="cancel" type="button" aria-disabled=${this.isLocked} @click=${handle}>
      ${messages['action.cancel']}
    </button>`;
  }
}
