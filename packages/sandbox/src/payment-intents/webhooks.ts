import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Deliveries } from '../deliveries.js';
import type { NativeJson } from './api/native.js';
import type { Attempt, EventName, Intent } from './payments/model.js';

export interface WebhookOptions {
  /** The project's endpoint, whose deliveries are signed. */
  endpoint: { url: string; secret: string } | undefined;
  native: NativeJson;
  clock: Clock;
  deliveries: Deliveries;
}

/** Tells the merchant's backend that something changed. */
export class Webhooks {
  readonly #options: WebhookOptions;

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  send(event: EventName, intent: Intent, attempt: Attempt | null): void {
    const { endpoint, clock, native, deliveries } = this.#options;
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
    const { scenario } = attempt ?? intent;
    // The payment's own event comes after its attempt's.
    const isFirst = event.startsWith('payment.attempt.');
    if (endpoint) {
      const signed = { ...headers, 'x-orqex-signature': signWebhook(body, endpoint.secret) };
      deliveries.send({ url: endpoint.url, body, headers: signed }, scenario, isFirst);
    }
    // As documented, the address that stands on a payment itself gets no signature.
    if (intent.webhookUrl && intent.webhookUrl !== endpoint?.url)
      deliveries.send({ url: intent.webhookUrl, body, headers }, scenario, isFirst);
  }
}

/** Hex HMAC-SHA256 of the raw body. */
export function signWebhook(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
