import { isAction, type ActionAnswer, type ActionOf, type NextAction } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ActionView } from '../action-view/action-view.js';
import { Countdown } from '../countdown/countdown.js';
import { hasFocus } from '../focus/has-focus.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { ChallengeDialog } from './challenge-dialog.js';
import { stopTemplate, waitsTemplate } from './challenge-templates.js';
import { contentOf, keyOf, PostedFrame } from './posted-frame.js';
import { Repeats } from './repeats.js';
import { threeDSStyles } from './three-ds.styles.js';

type Challenge = ActionOf<'three_ds_challenge'>;
type Ending = Extract<ActionAnswer, { three_ds_challenge: string }>['three_ds_challenge'];

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
 * @csspart body - What stands in its place once the customer has stopped it.
 * @csspart dialog - The window that holds the frame.
 * @csspart bar - The line above the frame.
 * @csspart waiting - That the page waits.
 * @csspart ask - The question before something is stopped.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button; the one that goes on is also `primary`.
 * @csspart spinner - What turns while the page waits.
 */
export class FlorinThreeDS extends ActionView<Challenge> {
  static override styles = [tokens, controls, viewStyles, threeDSStyles];

  @state() private asksToStop = false;
  @state() private isLoading = true;
  /** The page's own policy has kept the bank's page out. */
  @state() private isBlocked = false;
  /** The bank's page has nothing more to ask: it has ended, or its time has. */
  @state() private over: 'done' | 'timeout' | null = null;
  /** The customer stopped and the challenge goes on: its window is out of their way until they go on too. */
  @state() private goesOnAlone = false;

  @query('dialog') private dialog!: HTMLDialogElement | null;

  private frame: PostedFrame | null = null;
  private opened: string | null = null;
  private content: string | null = null;
  /** The answer that is on its way. */
  private sent: Ending | null = null;
  /** What has been told of how it is over. */
  private told: Ending | null = null;
  private latestEnd = 0;
  private readonly pane = new ChallengeDialog(this, () => this.dialog);
  private readonly askHandlers = { stay: () => this.handleStay(), stop: () => this.handleAbandon() };
  private readonly repeats = new Repeats(this, () => this.over && this.give(this.over));
  private readonly deadline = new Countdown(
    this,
    () => this.serverNow(),
    (milestone) => milestone === 'countdown.over' && this.handleOver('timeout'),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.handleMessage);
    document.addEventListener('securitypolicyviolation', this.handleViolation);
    // A frame that was taken out has lost its page.
    this.opened = null;
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.handleMessage);
    document.removeEventListener('securitypolicyviolation', this.handleViolation);
    this.frame?.close();
  }

  protected override isFor(action: NextAction): action is Challenge {
    return isAction(action, 'three_ds_challenge');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { action } = this;
    const hasSettled = changed.get('busy') === true && !this.busy;
    if (!action) this.forget();
    else if (keyOf(action) !== this.opened || this.isAnother(action, hasSettled)) this.prepare(action);
    else if (hasSettled) this.handleSettled(action);
  }

  /** One attempt can be asked twice, under one name: once the end of the first was told and taken, other params are news. */
  private isAnother(action: Challenge, hasSettled: boolean): boolean {
    const { over, told, sent, busy, problem } = this;
    const isTaken = over !== null && told === over && !busy && problem === null && (sent === null || hasSettled);
    return isTaken && contentOf(action) !== this.content;
  }

  protected override updated(): void {
    const { action, frame, dialog, texts } = this;
    if (!action || !frame || !dialog || !texts) return;
    if (this.goesOnAlone && dialog.open) this.leave(texts);
    const isNews = this.opened === null;
    if (isNews) {
      // The same challenge is posted once, however often the intent is read while it runs.
      this.opened = keyOf(action);
      this.content = contentOf(action);
      this.latestEnd = this.serverNow() + LONGEST_CHALLENGE;
      this.pane.open(action.window_size);
    }
    if (frame.open()) frame.element.addEventListener('load', () => (this.isLoading = false));
    if (isNews) this.say(texts['three_ds.opened']);
    this.deadline.runTo(new Date(this.endOf(action)).toISOString());
    if (this.deadline.left === 0) this.handleOver('timeout');
  }

  private prepare(action: Challenge): void {
    this.forget();
    this.frame = new PostedFrame(action, 'challenge', () => this.handleAnother());
    this.isLoading = true;
  }

  private handleAnother(): void {
    this.isLoading = true;
    this.requestUpdate();
  }

  protected override forget(): void {
    super.forget();
    // Closed before it goes: the focus is back where it was.
    this.pane.close();
    this.frame?.close();
    this.frame = null;
    this.isBlocked = false;
    this.opened = null;
    this.sent = null;
    this.told = null;
    this.over = null;
    this.asksToStop = false;
    this.goesOnAlone = false;
    this.repeats.reset();
    this.deadline.runTo(undefined);
  }

  /** The answer has been dealt with, and the same challenge is still asked for. */
  private handleSettled(action: Challenge): void {
    const { sent, over } = this;
    this.sent = null;
    // The page's clock had jumped ahead, and the backend has set it right: the bank's page is good still.
    if (over === 'timeout' && this.endOf(action) > this.serverNow()) this.over = this.told = null;
    else if (!over) this.goesOnAlone ||= sent === 'abandoned';
    else if (this.told !== over) this.give(over);
    else if (sent === over && this.problem !== null) this.repeats.later();
  }

  private endOf({ expires_at }: Challenge): number {
    return Math.min(Date.parse(expires_at ?? '') || this.latestEnd, this.latestEnd);
  }

  /** Out of sight the bank's page stays as it is. */
  private leave(messages: Messages): void {
    const takesFocus = this.pane.isModal || hasFocus(this);
    this.pane.close();
    if (takesFocus) this.focus();
    this.say(`${messages['three_ds.waits.title']} ${messages['three_ds.waits.text']}`);
  }

  private give(three_ds_challenge: Ending): void {
    this.sent = three_ds_challenge;
    if (three_ds_challenge !== 'abandoned') this.told = three_ds_challenge;
    this.answer({ three_ds_challenge });
  }

  private handleMessage = (event: MessageEvent): void => {
    if (this.opened !== null && this.frame?.hearsEnd(event)) this.handleOver('done');
  };

  private handleViolation = (event: SecurityPolicyViolationEvent): void => {
    if (!this.frame?.isBlocked(event) || this.over || this.isBlocked) return;
    this.isBlocked = true;
    this.say(this.texts?.['three_ds.blocked'] ?? '');
  };

  private handleOver(over: 'done' | 'timeout'): void {
    if (this.over === 'done' || this.over === over) return;
    this.over = over;
    this.asksToStop = false;
    this.say((this.texts && this.waitingWords(this.texts)) ?? '');
    this.repeats.reset();
    // What is on its way comes first; if it settles nothing, this follows.
    if (!this.sent) this.give(over);
  }

  /** Escape, and the button: stopping is asked about once, because the bank may be in the middle of it. Escape again says no. */
  private handleStop(event: Event): void {
    event.preventDefault();
    if (this.busy) return;
    this.asksToStop = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.ask button')?.focus());
  }

  /** A phone's way back closes a dialog at its second time, whatever is said at the first. */
  private handleClose(event: Event): void {
    if (!this.dialog?.isConnected || this.dialog.open || this.goesOnAlone) return;
    this.pane.show();
    this.handleStop(event);
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    if (!this.asksToStop) return this.handleStop(event);
    event.preventDefault();
    this.handleStay();
  }

  private handleStay(): void {
    this.asksToStop = false;
    void this.updateComplete.then(() => this.focus());
  }

  private handleAbandon(): void {
    if (!this.asksToStop || this.busy) return;
    // The button is about to go.
    this.focus();
    this.asksToStop = false;
    this.repeats.stop();
    this.give('abandoned');
  }

  private async handleResume(): Promise<void> {
    this.goesOnAlone = false;
    await this.updateComplete;
    if (!this.dialog || !this.action || this.dialog.open) return;
    this.pane.open(this.action.window_size);
    this.focus();
    this.say(this.texts?.['three_ds.opened'] ?? '');
  }

  protected override renderAction(_action: Challenge, messages: Messages): unknown {
    const { frame } = this;
    if (!frame) return nothing;
    frame.element.setAttribute('part', 'frame');
    frame.element.title = messages['three_ds.frame'];
    const words = this.waitingWords(messages);
    return html`
      ${this.goesOnAlone ? this.renderWaits(messages) : nothing}
      <dialog part="dialog" aria-labelledby="heading" @cancel=${this.handleStop} @close=${this.handleClose} @keydown=${this.handleKeydown}>
        <div part="bar" class="bar">
          <h2 part="heading" id="heading" tabindex="-1">${messages['three_ds.title']}</h2>
          <button part="button cancel" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.handleStop}>
            ${messages['action.cancel']}
          </button>
        </div>
        ${this.asksToStop ? stopTemplate(messages, this.askHandlers) : nothing}
        <div class="frame">
          ${words ? html`<p part="waiting" class="preparing">${this.isUnshown ? nothing : html`<span part="spinner" class="spinner" aria-hidden="true"></span>`} ${words}</p>` : nothing}
          ${frame.element}
        </div>
      </dialog>
    `;
  }

  private get isUnshown(): boolean {
    return this.isBlocked && !this.over && !this.busy;
  }

  /** What lies over the bank's page while there is nothing to do in it. */
  private waitingWords(messages: Messages): string | null {
    if (this.over === 'timeout') return messages['three_ds.timeout'];
    if (this.over || this.busy) return messages['confirming.title'];
    if (this.isUnshown) return messages['three_ds.blocked'];
    return this.isLoading ? messages['three_ds.preparing'] : null;
  }

  private renderWaits(messages: Messages) {
    // Its end is heard out of sight too.
    return this.over
      ? html`<div part="body" class="view"><h2 part="heading" tabindex="-1">${this.waitingWords(messages)}</h2></div>`
      : waitsTemplate(messages, () => void this.handleResume());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-three-ds': FlorinThreeDS;
  }
}
