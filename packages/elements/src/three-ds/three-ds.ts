import type { ActionAnswer, ActionOf } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Countdown } from '../countdown/countdown.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { isChallengeEnd } from './challenge-message.js';
import { challengeWindow } from './challenge-window.js';
import { threeDSStyles } from './three-ds.styles.js';

/** ms that a challenge may take (EMV 3DS 2.2, 5.5: ten minutes). */
const LONGEST_CHALLENGE = 600_000;

/**
 * @summary Shows the issuer's 3-D Secure challenge in a frame and says when it has ended.
 * @event florin-answer - The challenge ended: `{ three_ds_challenge: 'done' | 'abandoned' | 'timeout' }`. A hint, never the result.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart heading - The title.
 * @csspart frame - The issuer's frame.
 * @csspart cancel - The button that stops.
 * @csspart text - What is said when the customer stopped and the bank goes on.
 * @csspart resume - The button that shows the frame again then.
 */
export class FlorinThreeDS extends LitElement {
  static override styles = [tokens, controls, viewStyles, threeDSStyles];

  @property({ attribute: false }) action: ActionOf<'three_ds_challenge'> | null = null;
  @property({ attribute: false }) messages: Messages | null = null;
  /** ms since the epoch on the backend's clock. */
  @property({ attribute: false }) serverNow: () => number = () => Date.now();
  @property({ type: Boolean, reflect: true }) busy = false;

  @state() private asksToStop = false;
  @state() private isLoading = true;
  /** The customer stopped and the challenge goes on: its window is out of their way until they go on too. */
  @state() private goesOnAlone = false;

  @query('dialog') private dialog!: HTMLDialogElement | null;
  @query('iframe') private frame!: HTMLIFrameElement | null;
  @query('form') private form!: HTMLFormElement | null;

  private answered = false;
  private wasStopped = false;
  private opened: string | null = null;
  private readonly deadline = new Countdown(
    this,
    () => this.serverNow(),
    (milestone) => milestone === 'countdown.over' && this.handleTimeout(),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.handleMessage);
    // A frame that was taken out has lost its page.
    this.opened = null;
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.handleMessage);
  }

  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = this.action?.nonce !== this.opened;
    if (isOther) this.isLoading = true;
    // The answer was not taken, or the bank has not finished: the customer can still stop.
    if (changed.get('busy') && !this.busy) {
      this.answered = false;
      this.goesOnAlone ||= this.wasStopped;
      this.wasStopped = false;
    }
    if (isOther) this.goesOnAlone = false;
  }

  protected override updated(): void {
    const { action } = this;
    if (!action || !this.messages || !this.form || !this.dialog) return;
    if (this.goesOnAlone && this.dialog.open) this.leave(this.dialog, this.messages);
    if (this.opened === action.nonce) return;
    // The same challenge is posted once, however often the intent is read while it runs.
    this.opened = action.nonce;
    this.answered = false;
    this.wasStopped = false;
    this.openWindow(this.dialog, action);
    // Taken from the prototype: a param may be called `submit`.
    if (!isScript(action.url)) HTMLFormElement.prototype.submit.call(this.form);
    this.say(this.messages['three_ds.opened']);
    const longest = this.serverNow() + LONGEST_CHALLENGE;
    const end = Math.min(action.expires_at ? Date.parse(action.expires_at) : longest, longest);
    this.deadline.runTo(new Date(end).toISOString());
    if (this.deadline.left === 0) this.handleTimeout();
  }

  private openWindow(dialog: HTMLDialogElement, { window_size: asked }: ActionOf<'three_ds_challenge'>): void {
    if (dialog.open) dialog.close();
    const size = challengeWindow(asked, { width: innerWidth, height: innerHeight });
    const [width, height] = size === 'full' ? ['', ''] : [`${size.width}px`, `${size.height}px`];
    // Set through the object model: a style attribute would need `unsafe-inline`.
    dialog.style.setProperty('--_width', width);
    dialog.style.setProperty('--_height', height);
    const isSmallScreen = innerWidth < 500 || innerHeight < 600;
    if (isSmallScreen) dialog.showModal();
    // Not `show()`, which takes the focus from wherever the customer is.
    else dialog.open = true;
  }

  /** Out of sight the bank's page stays as it is. */
  private leave(dialog: HTMLDialogElement, messages: Messages): void {
    const takesFocus = dialog.matches(':modal') || this.matches(':focus-within');
    dialog.close();
    if (takesFocus) this.focus();
    this.say(`${messages['three_ds.waits.title']} ${messages['three_ds.waits.text']}`);
  }

  private answer(three_ds_challenge: 'done' | 'abandoned' | 'timeout'): void {
    if (this.answered) return;
    this.answered = true;
    this.asksToStop = false;
    const detail: ActionAnswer = { three_ds_challenge };
    this.dispatchEvent(new CustomEvent('florin-answer', { detail }));
  }

  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('florin-say', { detail: text }));
  }

  private handleMessage = (event: MessageEvent): void => {
    const { action, frame } = this;
    if (!action || !frame) return;
    const expected = { source: frame.contentWindow, origin: action.notification_origin, nonce: action.nonce };
    if (isChallengeEnd(event, expected)) this.answer('done');
  };

  private handleTimeout(): void {
    this.say(this.messages?.['three_ds.timeout'] ?? '');
    this.answer('timeout');
  }

  private handleLoad(): void {
    if (this.opened) this.isLoading = false;
  }

  /** Escape, on a small screen, and the button: stopping is asked about once, because the bank may be in the middle of it. */
  private handleStop(event: Event): void {
    event.preventDefault();
    if (this.busy) return;
    this.asksToStop = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.ask button')?.focus());
  }

  /** A phone's way back closes a dialog at its second time, whatever is said at the first. */
  private handleClose(event: Event): void {
    if (!this.dialog?.isConnected || this.dialog.open || this.goesOnAlone) return;
    this.dialog.showModal();
    this.handleStop(event);
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleStop(event);
  }

  private handleStay(): void {
    this.asksToStop = false;
    void this.updateComplete.then(() => this.focus());
  }

  private handleAbandon(): void {
    // The button is about to go.
    this.focus();
    this.wasStopped = !this.answered;
    this.answer('abandoned');
  }

  private async handleResume(): Promise<void> {
    this.goesOnAlone = false;
    await this.updateComplete;
    if (!this.dialog || !this.action || this.dialog.open) return;
    this.openWindow(this.dialog, this.action);
    this.focus();
    this.say(this.messages?.['three_ds.opened'] ?? '');
  }

  protected override render() {
    const { messages, action } = this;
    if (!messages || !action) return nothing;
    const name = `florin-challenge-${action.nonce}`;
    return html`
      ${this.goesOnAlone ? this.renderWaits(messages) : nothing}
      <form class="post" method="post" action=${action.url} target=${name} hidden>
        ${Object.entries(action.params).map(([key, value]) => html`<input type="hidden" name=${key} .value=${value} />`)}
      </form>
      <dialog aria-labelledby="heading" @cancel=${this.handleStop} @close=${this.handleClose} @keydown=${this.handleKeydown}>
        <div class="bar">
          <h2 part="heading" id="heading" tabindex="-1">${messages['three_ds.title']}</h2>
          <button part="cancel" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.handleStop}>
            ${messages['action.cancel']}
          </button>
        </div>
        ${this.asksToStop ? this.renderAsk(messages) : nothing}
        <div class="frame">
          ${
            this.isLoading || this.busy
              ? html`<p class="preparing"><span class="spinner" aria-hidden="true"></span> ${messages[this.busy ? 'confirming.title' : 'three_ds.preparing']}</p>`
              : nothing
          }
          <iframe
            part="frame"
            name=${name}
            title=${messages['three_ds.frame']}
            allow="payment *; publickey-credentials-get *"
            referrerpolicy="origin"
            @load=${this.handleLoad}
          ></iframe>
        </div>
      </dialog>
    `;
  }

  private renderWaits(messages: Messages) {
    return html`<div class="view">
      <h2 part="heading" tabindex="-1">${messages['three_ds.waits.title']}</h2>
      <p part="text">${messages['three_ds.waits.text']}</p>
      <button part="resume" type="button" @click=${this.handleResume}>${messages['three_ds.cancel.stay']}</button>
    </div>`;
  }

  private renderAsk(messages: Messages) {
    return html`<div class="ask" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-text">
      <strong id="ask-title">${messages['three_ds.cancel.title']}</strong>
      <p id="ask-text">${messages['three_ds.cancel.text']}</p>
      <div class="actions">
        <button type="button" class="primary" @click=${this.handleStay}>${messages['three_ds.cancel.stay']}</button>
        <button type="button" @click=${this.handleAbandon}>${messages['three_ds.cancel.stop']}</button>
      </div>
    </div>`;
  }
}

/** A script in the place of an address would run as the page's own. */
function isScript(url: string): boolean {
  return Object.assign(document.createElement('a'), { href: url }).protocol === 'javascript:';
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-three-ds': FlorinThreeDS;
  }
}
