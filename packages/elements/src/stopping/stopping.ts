import type { NextAction } from '@florin/contract';
import type { PaymentState } from '@florin/core';
import type { Messages } from '@florin/locale';
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** A view, as far as it matters here. */
interface Host extends ReactiveControllerHost {
  readonly action: NextAction | null;
  readonly busy: boolean;
  readonly state: PaymentState | null;
}

interface StoppingHandlers {
  /** The customer wanted to stop, and it goes on. */
  refused(): void;
  /** What they wanted to be sent again was, or was not. */
  resent?(): void;
}

/** What the customer decided last in a view, until it is known what came of it: something that cannot be stopped goes on. */
export class Stopping implements ReactiveController {
  private asked: 'cancel' | 'resend' | null = null;
  /** What is on its way. */
  private running: string | null = null;
  private wasRefused = false;
  private action: NextAction | null = null;

  constructor(
    private readonly host: Host,
    private readonly on: StoppingHandlers,
  ) {
    host.addController(this);
  }

  ask(asked: 'cancel' | 'resend'): void {
    this.asked = asked;
    this.wasRefused = false;
    this.host.requestUpdate();
  }

  /** Another payment, or another attempt, is another matter. */
  forget(): void {
    this.asked = this.running = null;
    this.wasRefused = false;
  }

  hostUpdate(): void {
    const { action, busy, state } = this.host;
    const isNews = action !== this.action;
    this.action = action;
    if (!action) this.forget();
    // The payment says itself what is on its way. Without one to follow it can only be what was asked for.
    else if (busy) this.running ??= state?.decision?.kind ?? this.asked;
    else if (this.running) this.settle(this.running);
    // The payment has been read, and nothing was on its way: the wish was not heard.
    else if (isNews) this.asked = null;
  }

  render(messages: Messages): unknown {
    return this.wasRefused ? html`<p part="text">${messages['action.not_stopped']}</p>` : nothing;
  }

  private settle(kind: string): void {
    this.asked = this.running = null;
    if (kind === 'resend') this.on.resent?.();
    if (kind !== 'cancel') return;
    this.wasRefused = true;
    this.on.refused();
  }
}
