import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { askForCheckout } from './checkout-context.js';

/** A part that a page places in its checkout, which draws in it: rules for that are the checkout's, and adopted from it. */
export class PlacedPart extends LitElement {
  @property({ attribute: false }) content: unknown = nothing;
  /** BCP 47. */
  @property({ attribute: false }) language = '';
  @property({ attribute: false }) direction: 'ltr' | 'rtl' = 'ltr';

  override connectedCallback(): void {
    super.connectedCallback();
    askForCheckout(this);
  }

  protected override render() {
    return html`<div class="root" dir=${this.direction} lang=${this.language || nothing}>
      <div class="form">${this.content}</div>
    </div>`;
  }
}
