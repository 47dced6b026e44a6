import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import type { MessageKey, Messages } from '@florin/locale';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ActionView } from '../action-view/action-view.js';
import { Countdown, formatTimeLeft } from '../countdown/countdown.js';
import { Expiry } from '../expiry/expiry.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { waitingStyles } from '../waiting-view/waiting-view.styles.js';
import { AnotherCode } from './another-code.js';
import { CodeField } from './code-field.js';
import { CodeMessages } from './code-messages.js';
import { codeIn } from './otp-code.js';
import { faultsOfField, faultWords, triesLeft, whence, type Fault } from './otp-words.js';
import { otpStyles } from './otp.styles.js';
import { PagePaste } from './page-paste.js';

type OtpAction = ActionOf<'otp'>;

/** What was asked for when a code was given, by attempt: where its answer is lost for a while, another element hears of it. */
const given = new Map<string, string>();

/** ms after which a check that still lasts is spoken of again. */
const LONG_CHECK = 8_000;

/**
 * @summary Asks for a one-time code.
 * @event florin-answer - The code, as `{ otp }`.
 * @event florin-resend - The customer wants another code.
 * @event florin-cancel - The customer wants to stop.
 * @event florin-refresh - The code has expired: the backend should be asked, and `action` set to what it answers.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart heading - The title.
 * @csspart input - The field for the code: one, whatever it looks like.
 * @csspart label - Its label.
 * @csspart hint - Where the code was sent, how many tries are left.
 * @csspart dial - The code to dial, which a phone dials when it is pressed.
 * @csspart error - What to do about a code that is not right.
 * @csspart countdown - The time left.
 * @csspart waiting - That the time is up, and the payment read once more.
 * @csspart text - What became of another code or of stopping; that a check takes long; that the time is over.
 * @csspart submit - The button that confirms.
 * @csspart resend - The button that asks for another code.
 * @csspart cancel - The button that stops.
 * @csspart body - All of it.
 * @csspart field - Label, input and error.
 * @csspart control - The box around the input.
 * @csspart box - The box drawn for one character, of a code whose length is known.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button; the one that goes on is also `primary`.
 * @csspart spinner - What turns while the page waits.
 * @cssprop --florin-otp-boxes - 1 (the default) draws a box for each character of a code of known length, 0 one plain field.
 */
export class FlorinOtp extends ActionView<OtpAction> {
  static override styles = [tokens, controls, viewStyles, waitingStyles, otpStyles];

  /** `plain` draws one field, also where the length is known. */
  @property({ reflect: true }) look = '';

  /** A code was given before this element was there, and the same attempt asks again. */
  @property({ attribute: false }) comesBack = false;

  @state() private fault: Fault | null = null;

  private readonly now = () => this.serverNow();
  private readonly sayIt = (key: MessageKey) => this.say(this.texts?.[key] ?? '');
  private readonly field = new CodeField(this, (isWhole) => this.handleChange(isWhole));
  private readonly another = new AnotherCode(this, this.now, { say: this.sayIt, press: () => this.handleResend() });
  private readonly expiry = new Expiry(this, this.now, {
    milestone: this.sayIt,
    ask: () => this.refreshIt(),
    over: () => this.sayIt('otp.expired'),
  });
  private readonly check = new Countdown(
    this,
    this.now,
    (key) => key === 'countdown.over' && this.busy && this.sayIt('processing.text'),
  );
  private readonly messageCodes = new CodeMessages(this, (code) => this.fill(code));
  /** What the customer asked for last: an answer that comes back as the same question means that the code was wrong. */
  private asked: 'confirm' | 'resend' | 'cancel' | null = null;
  /** The code that `asked` is about. */
  private question: string | undefined;
  /** The last wrong code. Filled in again by a machine it waits for the button: each one costs a try. */
  private refused = '';

  constructor() {
    super();
    this.addController(new PagePaste(this, (text, target) => this.handlePaste(text, target)));
  }

  protected override isFor(action: NextAction): action is OtpAction {
    return isAction(action, 'otp');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // While its answer is looked for nothing is asked.
    if (!this.action && this.state?.decision?.kind !== 'confirm') this.forget();
    if (!this.hasUpdated && this.comesBack && !this.busy) this.takeOver();
    if (changed.get('busy') === true && !this.busy) this.handleSettled();
    if (changed.has('action')) this.expiry.read(this.action?.expires_at, this.state?.intent?.server_time);
    this.another.from(this.action?.resend_at);
  }

  protected override updated(): void {
    const { action, busy, expiry, isConnected } = this;
    this.field.measure();
    const { channel = 'sms', dial_code } = action ?? {};
    const mayCome = action !== null && channel === 'sms' && !dial_code;
    this.messageCodes.want(mayCome && isConnected && !busy && !expiry.isUp);
  }

  protected override forget(): void {
    this.fault = this.asked = null;
    this.refused = '';
    this.field.write('');
    this.messageCodes.want(false);
    this.another.reset();
    this.check.runTo(undefined);
  }

  /** From the element that the code was typed into. */
  private takeOver(): void {
    this.question = given.get(this.state?.attempt?.id ?? '');
    if (this.question !== undefined) this.asked = 'confirm';
    this.handleSettled();
  }

  private handleSettled(): void {
    const { asked, problem, action } = this;
    given.delete(this.state?.attempt?.id ?? '');
    this.asked = null;
    this.check.runTo(undefined);
    if (asked === 'cancel') this.tell('not_stopped');
    else if (asked === 'resend') {
      this.another.settle(problem);
      if (problem) this.tell('not_resent');
    } else if (asked && problem && problem !== 'validation_failed') this.tell('unchecked');
    else if (asked && action) {
      // Asked for another one, the code before was right.
      const isAnother = this.question !== questionOf(action);
      this.fault = isAnother ? null : 'wrong';
      this.refused = isAnother ? '' : this.field.code;
      if (isAnother) this.sayIt('otp.title');
      void this.emptyField();
    }
  }

  /** To the ear too: what is no fault of the field's is in no alert. */
  private tell(fault: Fault): void {
    const { action, texts, language } = this;
    this.fault = fault;
    if (action && texts) this.say(faultWords(fault, action, texts, language));
  }

  /** The customer is told first, and then finds the field empty and ready. */
  private async emptyField(): Promise<void> {
    await this.updateComplete;
    this.field.write('');
    this.focusField();
  }

  /** Never takes the focus from the page. */
  private focusField(): void {
    const { activeElement } = document;
    const isFree = !activeElement || activeElement === document.body;
    if (isFree || this.matches(':focus-within')) this.field.input?.focus();
  }

  private begin(asked: 'confirm' | 'resend' | 'cancel'): void {
    this.asked = asked;
    this.fault = null;
    this.another.forgetOutcome();
  }

  private submit(): void {
    const { action, field } = this;
    if (!action || this.busy) return;
    const { code } = field;
    // One press too many must not take the reason away.
    if (!code && this.fault === 'wrong') this.tell('wrong');
    else this.fault = !code ? 'empty' : action.length && !field.isFull ? 'length' : null;
    if (this.fault) return field.input?.focus();
    this.begin('confirm');
    this.question = questionOf(action);
    if (this.state?.attempt) given.set(this.state.attempt.id, this.question);
    this.check.runTo(new Date(this.now() + LONG_CHECK).toISOString());
    this.sayIt('confirming.title');
    this.answer({ otp: code });
  }

  /** A code that nobody typed: from a message, or pasted somewhere on the page. */
  private fill(code: string): void {
    if (!this.action || this.busy) return;
    this.field.write(code);
    this.handleChange(this.field.isFull);
    if (!this.asked) this.focusField();
  }

  private handlePaste(text: string, target: EventTarget | undefined): boolean {
    const { action } = this;
    const code = action && !this.busy ? codeIn(text, action) : null;
    // What may be a part of a code goes to where the caret is.
    if (!code || (target === this.field.input && !action?.length)) return false;
    this.fill(code);
    return true;
  }

  private handleChange(isWhole: boolean): void {
    this.fault = null;
    this.requestUpdate();
    if (isWhole && this.field.code !== this.refused) this.submit();
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    this.submit();
  }

  private handleResend(): void {
    if (this.busy) return;
    this.begin('resend');
    this.resendIt();
  }

  private handleCancel(): void {
    if (this.busy) return;
    this.begin('cancel');
    this.cancelIt();
  }

  protected override renderAction(action: OtpAction, messages: Messages) {
    const { busy: isBusy, language, field, another, fault } = this;
    const isOfField = faultsOfField.includes(fault);
    const words = fault && faultWords(fault, action, messages, language);
    const resend = { messages, language, isBusy };
    return html`<form part="body" class="view" novalidate @submit=${this.handleSubmit}>
      <h2 part="heading" tabindex="-1">${messages['otp.title']}</h2>
      <p part="hint" id="hint">
        ${whence(action, messages)} ${fault === 'wrong' ? nothing : triesLeft(action, messages, language)}
      </p>
      <div part="field" class="field">
        <label part="label" for="code">${messages['otp.label']}</label>
        ${field.render(action, { isBusy, isFaulty: isOfField, isPlain: this.look === 'plain' })}
        <p part="error" class="error" id="error" role="alert">${isOfField ? words : nothing}</p>
      </div>
      ${this.renderTime(messages)}
      <div part="actions" class="actions">
        ${this.renderSubmit(messages)} ${another.renderButton(resend)}
        <button part="button cancel" type="button" aria-disabled=${isBusy ? 'true' : 'false'} @click=${this.handleCancel}>
          ${messages['action.cancel']}
        </button>
      </div>
      ${words && !isOfField ? html`<p part="text">${words}</p>` : nothing}
      ${isBusy && this.check.left === 0 ? html`<p part="text">${messages['processing.text']}</p>` : nothing}
      ${another.renderWords(resend)}
    </form>`;
  }

  private renderTime(messages: Messages) {
    const { left, isUp, isOver } = this.expiry;
    if (isOver) return html`<p part="text" class="over">${messages['otp.expired']}</p>`;
    if (left === null) return nothing;
    return isUp
      ? html`<p part="waiting" class="waiting">
          <span part="spinner" class="spinner" aria-hidden="true"></span> ${messages['verifying.title']}
        </p>`
      : html`<p part="countdown" class="countdown">${formatTimeLeft(left, messages, this.language)}</p>`;
  }

  private renderSubmit(messages: Messages) {
    const isChecking = this.busy && this.asked !== 'resend' && this.asked !== 'cancel';
    return html`<button part="button primary submit" class="primary" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
      ${isChecking ? html`<span part="spinner" class="spinner" aria-hidden="true"></span>` : nothing}
      ${messages[isChecking ? 'confirming.title' : 'otp.submit']}
    </button>`;
  }
}

/** Which code it is. */
function questionOf({ channel, sent_to, length }: OtpAction): string {
  return JSON.stringify([channel, sent_to, length]);
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-otp': FlorinOtp;
  }
}
