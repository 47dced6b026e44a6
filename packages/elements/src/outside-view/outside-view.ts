import type { NextAction } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html } from 'lit';
import { ActionView } from '../action-view/action-view.js';
import type { CheckoutEventDetails } from '../checkout/host-events.js';
import { Stopping } from '../stopping/stopping.js';

/** What the views share in which somebody else's page or program does the work: how to stop, and how to say that it cannot start. */
export abstract class OutsideView<Action extends NextAction> extends ActionView<Action> {
  private readonly stopping = new Stopping(this, { refused: () => this.say(this.texts?.['action.not_stopped'] ?? '') });

  protected handleCancel(): void {
    if (this.busy) return;
    this.stopping.ask('cancel');
    this.cancelIt();
  }

  protected override forget(): void {
    super.forget();
    this.stopping.forget();
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
    return this.stopping.render(messages);
  }

  protected renderCheck(messages: Messages): unknown {
    return html`<button part="button retry" type="button" @click=${this.refreshIt}>${messages['action.check']}</button>`;
  }

  protected renderCancel(messages: Messages, handle: () => void = this.handleCancel): unknown {
    return html`<button part="button cancel" type="button" aria-disabled=${this.isLocked} @click=${handle}>
      ${messages['action.cancel']}
    </button>`;
  }
}
