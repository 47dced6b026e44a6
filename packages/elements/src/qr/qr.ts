import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, nothing, svg, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { copyStyles } from '../copy/copy.styles.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { waitingStyles } from '../waiting-view/waiting-view.styles.js';
import { WaitingView } from '../waiting-view/waiting-view.js';
import { isAppLink } from './app-link.js';
import { drawQr, type QrDrawing } from './qr-drawing.js';
import { qrStyles } from './qr.styles.js';

/**
 * @summary Shows a QR code to scan with a payment app, and waits. A code whose time is up is not shown any more.
 * @event florin-refresh - The time is up: the backend should be asked, and `action` set to what it answers.
 * @event florin-cancel - The customer wants to stop, or another code: that is another attempt.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart heading - The title.
 * @csspart text - What to do.
 * @csspart code - The QR code.
 * @csspart countdown - The time left.
 * @csspart value - The code to copy.
 * @csspart copy - The button that copies it.
 * @csspart waiting - That the page waits.
 * @csspart open - The link to the app.
 * @csspart retry - The button that leads to another code.
 * @csspart cancel - The button that stops.
 * @csspart body - All of it.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button; the one that goes on is also `primary`.
 * @csspart spinner - What turns while the page waits.
 */
export class FlorinQr extends WaitingView<ActionOf<'qr'>> {
  static override styles = [tokens, controls, viewStyles, waitingStyles, copyStyles, qrStyles];

  protected override readonly overKey = 'qr.over';

  /** Address of a picture that could not be fetched. */
  @state() private lostImage: string | undefined;

  private content: string | undefined;
  private drawing: QrDrawing | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.action?.content === this.content) return;
    this.content = this.action?.content;
    this.drawing = this.content ? drawQr(this.content) : null;
  }

  protected override isFor(action: NextAction): action is ActionOf<'qr'> {
    return isAction(action, 'qr');
  }

  protected override renderAction(action: ActionOf<'qr'>, messages: Messages) {
    const { isUp, isOver } = this.expiry;
    return html`<div part="body" class="view centred">
      <h2 part="heading" tabindex="-1">${messages['qr.title']}</h2>
      ${isUp ? html`<div class="code up">${this.renderTime(messages)}</div>` : this.renderOpen(action, messages)}
      ${this.stopping.render(messages)}
      <div part="actions" class="actions">
        ${!isUp && isAppLink(action.app_url) ? html`<a part="button primary open" class="button primary" href=${action.app_url} rel="noopener">${messages['qr.open_app']}</a>` : nothing}
        ${isOver ? this.renderNewCode(messages) : nothing}
        ${this.renderCancel(messages[isOver ? 'action.other_method' : 'action.cancel'])}
      </div>
    </div>`;
  }

  private renderOpen(action: ActionOf<'qr'>, messages: Messages) {
    const code = this.renderCode(action, messages);
    const hasApp = isAppLink(action.app_url);
    // A content that no code can hold may still be copied.
    const text = action.copy_code ?? (code ? undefined : action.content);
    const words = hasApp ? 'qr.text_app' : 'qr.text';
    return html`<p part="text">
        ${code ? messages[words] : this.insteadOfCode(text, hasApp, messages)}
        ${text || hasApp ? nothing : html`<span class="elsewhere">${messages['qr.elsewhere']}</span>`}
      </p>
      ${code ?? nothing} ${this.renderTime(messages)}
      ${text ? this.copies.render({ text, words: messages['qr.copy'], isCode: true }, messages) : nothing}
      ${code || text || hasApp ? this.renderWaiting(messages['qr.waiting']) : nothing}`;
  }

  private insteadOfCode(text: string | undefined, hasApp: boolean, messages: Messages): string {
    const next = text ? messages['qr.paste'] : hasApp ? '' : messages['recovery.other_method'];
    return `${messages['qr.unshown']} ${next}`;
  }

  private renderCode({ image_url }: ActionOf<'qr'>, messages: Messages) {
    const { drawing } = this;
    if (drawing)
      return html`<svg part="code" class="code" role="img" aria-label=${messages['qr.image']} viewBox="0 0 ${drawing.size} ${drawing.size}" shape-rendering="crispEdges">
        ${svg`<path d=${drawing.path} />`}
      </svg>`;
    if (!image_url || image_url === this.lostImage) return null;
    const lose = () => (this.lostImage = image_url);
    return html`<img part="code" class="code" src=${image_url} alt=${messages['qr.image']} @error=${lose} />`;
  }

  /** Another code is another attempt: this one is given up, and the form comes back. */
  private renderNewCode(messages: Messages) {
    return html`<button part="button primary retry" class="primary" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.handleCancel}>
      ${messages['qr.new']}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-qr': FlorinQr;
  }
}
