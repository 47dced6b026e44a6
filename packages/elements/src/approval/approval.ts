import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import { format, formatPlural, type Messages } from '@florin/locale';
import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { copyStyles } from '../copy/copy.styles.js';
import { Countdown } from '../countdown/countdown.js';
import { withDialCode } from '../dial/dial-link.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { waitingStyles } from '../waiting-view/waiting-view.styles.js';
import { WaitingView } from '../waiting-view/waiting-view.js';
import { approvalStyles } from './approval.styles.js';

/**
 * @summary Says what to confirm on the phone, and waits: in an app, by dialling a code, or in a message of the bank's.
 * @event florin-resend - The customer wants the message to be sent again.
 * @event florin-refresh - The time is up: the backend should be asked, and `action` set to what it answers.
 * @event florin-cancel - The customer wants to stop.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart heading - The title.
 * @csspart text - What to do on the phone.
 * @csspart value - The code to dial.
 * @csspart copy - The button that copies it.
 * @csspart dial - The link that dials it.
 * @csspart countdown - The time left.
 * @csspart waiting - That the page waits.
 * @csspart hint - What to do when nothing arrives.
 * @csspart resend - The button that has it sent again.
 * @csspart retry - The button that leads to another try.
 * @csspart cancel - The button that leads to another way to pay.
 * @csspart body - All of it.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button; the one that goes on is also `primary`.
 * @csspart spinner - What turns while the page waits.
 */
export class FlorinApproval extends WaitingView<ActionOf<'approval'>> {
  static override styles = [tokens, controls, viewStyles, waitingStyles, copyStyles, approvalStyles];

  protected override readonly overKey = 'approval.over';

  /** What became of the wish to have it sent again. */
  @state() private sentAgain: 'approval.resent' | 'recovery.retry_later' | null = null;

  private readonly resend = new Countdown(this, () => this.serverNow());

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('action')) this.resend.runTo(this.action?.resend_at);
  }

  protected override isFor(action: NextAction): action is ActionOf<'approval'> {
    return isAction(action, 'approval');
  }

  protected override handleResent(problem: string | null): void {
    this.sentAgain = problem ? 'recovery.retry_later' : 'approval.resent';
    this.sayIt(this.sentAgain);
  }

  protected override forget(): void {
    super.forget();
    this.sentAgain = null;
  }

  private handleResend(): void {
    if (this.busy || this.resend.left) return;
    this.sentAgain = null;
    this.stopping.ask('resend');
    this.resendIt();
  }

  protected override renderAction(action: ActionOf<'approval'>, messages: Messages) {
    const { isUp, isOver } = this.expiry;
    return html`<div part="body" class="view">
      <h2 part="heading" tabindex="-1">${messages['waiting.title']}</h2>
      ${isUp ? nothing : this.renderWhatToDo(action, messages)} ${this.renderTime(messages)}
      ${isUp ? nothing : html`${this.renderWaiting(messages['approval.waiting'])} ${this.renderNothingCame(action, messages)}`}
      ${this.stopping.render(messages)}
      <div part="actions" class="actions">
        ${!isUp && action.resend_at ? this.renderResend(messages) : nothing}
        ${isOver ? this.renderRetry(messages) : nothing} ${this.renderCancel(messages['action.other_method'])}
      </div>
    </div>`;
  }

  private renderWhatToDo({ app_name, dial_code }: ActionOf<'approval'>, messages: Messages) {
    const app = app_name && format(messages['approval.app'], { app_name: `\u2068${app_name}\u2069` });
    return html`${app ? html`<p part="text">${app}</p>` : nothing}
      ${dial_code ? this.renderDial(dial_code, messages) : nothing}
      ${app || dial_code ? nothing : html`<p part="text">${messages['approval.phone']}</p>`}`;
  }

  private renderDial(text: string, messages: Messages) {
    const copyable = { text, shown: withDialCode('{dial_code}', text), words: messages['qr.copy'], isCode: true };
    return html`<p part="text">${messages['approval.dial']}</p>
      <div class="dial">${this.copies.render(copyable, messages)}</div>`;
  }

  private renderNothingCame({ dial_code, resend_at }: ActionOf<'approval'>, messages: Messages) {
    const seconds = resend_at ? Math.ceil((this.resend.left ?? 0) / 1000) : 0;
    // Who dials waits for nothing to arrive.
    return html`${dial_code ? nothing : html`<p part="hint">${messages['approval.nothing']}</p>`}
      ${this.sentAgain ? html`<p part="hint">${messages[this.sentAgain]}</p>` : nothing}
      ${seconds > 0 ? html`<p part="countdown" class="countdown">${formatPlural(messages, this.language, 'approval.resend_in', seconds)}</p>` : nothing}`;
  }

  private renderResend(messages: Messages) {
    const isDisabled = this.busy || Boolean(this.resend.left);
    return html`<button part="button resend" type="button" aria-disabled=${isDisabled ? 'true' : 'false'} @click=${this.handleResend}>
      ${messages['approval.resend']}
    </button>`;
  }

  /** Another try is another attempt: this one is given up, and the form comes back. */
  private renderRetry(messages: Messages) {
    return html`<button part="button primary retry" class="primary" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.handleCancel}>
      ${messages['action.retry']}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-approval': FlorinApproval;
  }
}
