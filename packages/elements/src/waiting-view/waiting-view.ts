import type { NextAction } from '@florin/contract';
import type { MessageKey, Messages } from '@florin/locale';
import { html, nothing, type PropertyValues } from 'lit';
import { ActionView } from '../action-view/action-view.js';
import { CopyButtons } from '../copy/copy-buttons.js';
import { formatTimeLeft } from '../countdown/countdown.js';
import { Expiry } from '../expiry/expiry.js';
import { Stopping } from '../stopping/stopping.js';

/** What the views share that wait while the customer pays somewhere else: until when, and how to stop. */
export abstract class WaitingView<Action extends NextAction> extends ActionView<Action> {
  protected readonly copies = new CopyButtons(this, (text) => this.say(text));
  protected readonly expiry = new Expiry(this, () => this.serverNow(), {
    milestone: (key) => this.showsTimeLeft && this.sayIt(key),
    ask: () => this.refreshIt(),
    over: () => this.sayIt(this.overKey),
  });
  protected readonly stopping = new Stopping(this, {
    refused: () => this.sayIt('action.not_stopped'),
    resent: () => this.handleResent(this.problem),
  });

  /** What is said once the time is over and nothing was paid. */
  protected abstract readonly overKey: MessageKey;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('action')) return;
    const { action, state } = this;
    const end = action && 'expires_at' in action ? (action.expires_at as string | undefined) : undefined;
    this.expiry.read(end, state?.intent?.server_time);
  }

  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // What had the focus may have gone with the time.
    if (focused && !focused.isConnected) this.focus();
  }

  /** Time that is shown is spoken of too. */
  protected get showsTimeLeft(): boolean {
    return true;
  }

  /** Something was sent again, or with a problem was not. */
  protected handleResent(_problem: string | null): void {}

  protected sayIt(key: MessageKey): void {
    const { texts } = this;
    if (texts) this.say(texts[key] ?? '');
  }

  /** Busy, or the last reading of what has run out of time is on its way: it may have been paid. */
  protected get isLocked(): boolean {
    return this.busy || (this.expiry.isUp && !this.expiry.isOver);
  }

  protected handleCancel(): void {
    if (this.isLocked) return;
    this.stopping.ask('cancel');
    this.cancelIt();
  }

  protected override forget(): void {
    super.forget();
    this.stopping.forget();
  }

  /** The time left while there is some, then that the backend is asked, then that it is over. */
  protected renderTime(messages: Messages) {
    const { expiry } = this;
    if (expiry.isOver) return html`<p part="text" class="over">${messages[this.overKey]}</p>`;
    if (expiry.isUp) return this.renderWaiting(messages['verifying.title']);
    if (expiry.left === null || !this.showsTimeLeft) return nothing;
    return html`<p part="countdown" class="countdown">${formatTimeLeft(expiry.left, messages, this.language)}</p>`;
  }

  protected renderWaiting(text: string) {
    return html`<p part="waiting" class="waiting"><span part="spinner" class="spinner" aria-hidden="true"></span> ${text}</p>`;
  }

  protected renderCancel(text: string, handle: () => void = this.handleCancel) {
    return html`<button part="button cancel" type="button" aria-disabled=${this.isLocked ? 'true' : 'false'} @click=${handle}>${text}</button>`;
  }
}
