import { createHmac } from 'node:crypto';
import type { Clock, Timers } from './clock.js';
import type { NativeJson } from './api/native.js';
import type { Attempt, EventName, Intent } from './payments/model.js';

/** ms to wait before each try: five of them, the first right after the answer that caused it. */
const delays = [20, 1_000, 5_000, 25_000, 120_000];
const TRY_TIMEOUT = 10_000;

export interface WebhookOptions {
  /** The project's endpoint, whose deliveries are signed. */
  endpoint: { url: string; secret: string } | undefined;
  native: NativeJson;
  clock: Clock;
  timers: Timers;
  fetch: typeof fetch;
}

/** Tells the merchant's backend that something changed: at least once, in no promised order. */
export class Webhooks {
  readonly #options: WebhookOptions;
  /** A test may silence them, to prove that a lost webhook loses no payment. */
  muted = false;

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  send(event: EventName, intent: Intent, attempt: Attempt | null): void {
    const { endpoint, clock, native } = this.#options;
    if (this.muted) return;
    const body = JSON.stringify({
      event,
      payment: {
        id: intent.id,
        amount: native.amount(intent.amount),
        status: intent.status,
        metadata: intent.metadata,
      },
      attempt: attempt && {
        id: attempt.id,
        status: attempt.status,
        method_code: attempt.method,
        is_fallback: false,
      },
      customer: { id: intent.customer.id, email: intent.customer.email },
      timestamp: new Date(clock.now()).toISOString(),
    });
    const headers = {
      'Content-Type': 'application/json',
      'X-Payment-Event': event,
      'X-Payment-Id': intent.id,
    };
    if (endpoint)
      this.#deliver(endpoint.url, body, { ...headers, 'x-orqex-signature': signWebhook(body, endpoint.secret) });
    // As documented, the address that stands on a payment itself gets no signature.
    if (intent.webhookUrl && intent.webhookUrl !== endpoint?.url) this.#deliver(intent.webhookUrl, body, headers);
  }

  #deliver(url: string, body: string, headers: Record<string, string>, tries = 0): void {
    const delay = delays[tries];
    if (delay === undefined) return;
    this.#options.timers.later(delay, () => {
      void this.#post(url, body, headers).then((taken) => taken || this.#deliver(url, body, headers, tries + 1));
    });
  }

  async #post(url: string, body: string, headers: Record<string, string>): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(TRY_TIMEOUT);
      const response = await this.#options.fetch(url, { method: 'POST', body, headers, signal });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }
}

/** Hex HMAC-SHA256 of the raw body. */
export function signWebhook(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
