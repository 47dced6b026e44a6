import { formatPlural, type MessageKey, type Messages } from '@florin/locale';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { Countdown } from '../countdown/countdown.js';

/** ms before a code may be asked for again, where the backend does not say when. */
const PAUSE = 30_000;

interface ResendContext {
  messages: Messages;
  language: string;
  isBusy: boolean;
}

/** The button that asks for another code, when it may be pressed, and what became of it. */
export class AnotherCode {
  private readonly rest: Countdown;
  private wasSent = false;
  /** ms since the epoch, on the backend's clock. */
  private pausedUntil = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly now: () => number,
    private readonly on: { say: (key: MessageKey) => void; press: () => void },
  ) {
    this.rest = new Countdown(host, now, (key) => key === 'countdown.over' && on.say('otp.resend_now'));
  }

  /** It may be asked for from then on. */
  from(resendAt: string | undefined): void {
    const from = Math.max(this.pausedUntil, Date.parse(resendAt ?? '') || 0);
    this.rest.runTo(from ? new Date(from).toISOString() : undefined);
  }

  /** The backend was asked. `problem`: it may have sent none. */
  settle(problem: string | null): void {
    // Whoever presses many times gets many codes, and a bank that sends no more.
    if (!problem || problem === 'rate_limited') this.pausedUntil = this.now() + PAUSE;
    this.wasSent = !problem;
    if (this.wasSent) this.on.say('otp.resent');
  }

  /** Another matter is at hand. */
  forgetOutcome(): void {
    this.wasSent = false;
    this.host.requestUpdate();
  }

  reset(): void {
    this.wasSent = false;
    this.pausedUntil = 0;
  }

  renderButton({ messages, isBusy }: ResendContext): TemplateResult {
    return html`<button
      part="button resend"
      type="button"
      aria-disabled=${isBusy || this.rest.left ? 'true' : 'false'}
      aria-describedby="rest"
      @click=${this.handlePress}
    >
      ${messages['otp.resend']}
    </button>`;
  }

  renderWords({ messages, language }: ResendContext): TemplateResult {
    const seconds = Math.ceil((this.rest.left ?? 0) / 1000);
    return html`${this.wasSent ? html`<p part="text">${messages['otp.resent']}</p>` : nothing}
      <p part="countdown" class="countdown" id="rest" ?hidden=${seconds === 0}>
        ${seconds ? formatPlural(messages, language, 'otp.resend_in', seconds) : nothing}
      </p>`;
  }

  private handlePress = (): void => {
    if (!this.rest.left) this.on.press();
  };
}
