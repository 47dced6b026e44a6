import type { ActionOf } from '@florin/contract';
import { digitsOf } from '@florin/core/card';
import { format, formatPlural, type Messages } from '@florin/locale';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Countdown, formatTimeLeft } from '../countdown/countdown.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { otpStyles } from './otp.styles.js';

/**
 * @summary Asks for a one-time code.
 * @event florin-answer - The code, as `{ otp }`.
 * @event florin-resend - The customer wants another code.
 * @event florin-cancel - The customer wants to stop.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart heading - The title.
 * @csspart input - The field for the code: one, whatever it looks like.
 * @csspart label - Its label.
 * @csspart hint - Where the code was sent, how many tries are left.
 * @csspart error - What to do about a code that is not right.
 * @csspart submit - The button that confirms.
 * @csspart resend - The button that asks for another code.
 * @csspart cancel - The button that stops.
 */
export class FlorinOtp extends LitElement {
  static override styles = [tokens, controls, viewStyles, otpStyles];

  @property({ attribute: false }) action: ActionOf<'otp'> | null = null;
  @property({ attribute: false }) messages: Messages | null = null;
  @property() locale = 'en';
  /** ms since the epoch on the backend's clock. */
  @property({ attribute: false }) serverNow: () => number = () => Date.now();
  /** An answer is on its way. */
  @property({ type: Boolean, reflect: true }) busy = false;
  /** Code of the problem that kept the last answer from being taken, when one did. */
  @property({ attribute: false }) problem: string | null = null;

  @state() private error = '';
  @state() private resent = false;

  @query('input') private input!: HTMLInputElement;

  private readonly expiry = new Countdown(
    this,
    () => this.serverNow(),
    (key) => this.say(this.messages?.[key] ?? ''),
  );
  private readonly resend = new Countdown(this, () => this.serverNow());
  /** What the customer asked for last: an answer that comes back as the same question means that the code was wrong. */
  private asked: 'confirm' | 'resend' | null = null;

  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('action')) {
      this.expiry.runTo(this.action?.expires_at);
      this.resend.runTo(this.action?.resend_at);
    }
    if (changed.get('busy') === true && !this.busy) this.handleSettled();
  }

  private handleSettled(): void {
    const { asked, messages, problem } = this;
    this.asked = null;
    if (!asked || !messages) return;
    if (problem && problem !== 'validation_failed') {
      // It was not looked at: neither the code nor the customer is wrong.
      this.error = messages['recovery.retry_later'];
    } else if (asked === 'resend') {
      this.resent = true;
      this.say(messages['otp.resent']);
    } else {
      this.error = messages['otp.wrong'];
      void this.emptyInput();
    }
  }

  /** The customer is told first, and then finds the field empty and ready. */
  private async emptyInput(): Promise<void> {
    await this.updateComplete;
    this.input.value = '';
    this.input.focus();
  }

  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('florin-say', { detail: text }));
  }

  private get code(): string {
    const { value } = this.input;
    return this.isNumeric ? digitsOf(value) : value.replace(/[\s-]/g, '');
  }

  private get isNumeric(): boolean {
    return this.action?.alphabet !== 'alphanumeric';
  }

  private handleSubmit(event?: Event): void {
    event?.preventDefault();
    const { messages, action, code } = this;
    if (!messages || this.busy) return;
    const length = action?.length;
    if (!code) this.error = messages['otp.empty'];
    else if (length && code.length < length) this.error = formatPlural(messages, this.locale, 'otp.too_short', length);
    else {
      this.error = '';
      this.resent = false;
      this.asked = 'confirm';
      this.dispatchEvent(new CustomEvent('florin-answer', { detail: { otp: code } }));
      return;
    }
    this.input.focus();
  }

  /** A code of the known length that came in one go (pasted, or filled by the phone) needs no button. */
  private handleInput(event: InputEvent): void {
    if (this.error) this.error = '';
    const { inputType, data } = event;
    // A keyboard's suggestion comes as typed text, but more than one character at a time.
    const inOneGo = !inputType || /Paste|Replacement/.test(inputType) || (data?.length ?? 0) > 1;
    if (inOneGo && this.action?.length !== undefined && this.code.length === this.action.length) this.handleSubmit();
  }

  private handleResend(): void {
    if (this.busy || this.resend.left) return;
    this.asked = 'resend';
    this.dispatchEvent(new CustomEvent('florin-resend'));
  }

  private handleCancel(): void {
    if (!this.busy) this.dispatchEvent(new CustomEvent('florin-cancel'));
  }

  private get hint(): string {
    const { action, messages, locale } = this;
    if (!action || !messages) return '';
    const sent = action.sent_to
      ? format(messages['otp.sent_to'], { sent_to: `\u2066${action.sent_to}\u2069` })
      : messages['otp.sent'];
    const words = action.dial_code ? format(messages['otp.dial'], { dial_code: action.dial_code }) : sent;
    if (action.attempts_left === undefined) return words;
    return `${words} ${formatPlural(messages, locale, 'otp.attempts_left', action.attempts_left)}`;
  }

  protected override render() {
    const { messages, action } = this;
    if (!messages || !action) return nothing;
    const resendIn = Math.ceil((this.resend.left ?? 0) / 1000);
    return html`<form class="view" novalidate @submit=${this.handleSubmit}>
      <h2 part="heading" tabindex="-1">${messages['otp.title']}</h2>
      <p part="hint" id="hint">${this.hint}</p>
      <div class="field">
        <label part="label" for="code">${messages['otp.label']}</label>
        <input
          part="input"
          id="code"
          name="otp"
          dir="ltr"
          type="text"
          inputmode=${this.isNumeric ? 'numeric' : 'text'}
          autocomplete="one-time-code"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          maxlength="64"
          aria-describedby="error hint"
          aria-invalid=${this.error ? 'true' : 'false'}
          ?readonly=${this.busy}
          @input=${this.handleInput}
        />
        <p part="error" class="error" id="error" role="alert">${this.error}</p>
      </div>
      ${this.expiry.left === null ? nothing : html`<p class="countdown">${formatTimeLeft(this.expiry.left, messages, this.locale)}</p>`}
      <div class="actions">
        <button part="submit" class="primary" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
          ${this.busy && this.asked !== 'resend' ? messages['confirming.title'] : messages['otp.submit']}
        </button>
        <button part="resend" type="button" aria-disabled=${this.busy || resendIn > 0 ? 'true' : 'false'} @click=${this.handleResend}>
          ${messages['otp.resend']}
        </button>
        <button part="cancel" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.handleCancel}>
          ${messages['action.cancel']}
        </button>
      </div>
      ${resendIn > 0 ? html`<p class="countdown">${formatPlural(messages, this.locale, 'otp.resend_in', resendIn)}</p>` : nothing}
      ${this.resent ? html`<p>${messages['otp.resent']}</p>` : nothing}
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-otp': FlorinOtp;
  }
}
