import { createHash } from 'node:crypto';
import type { Deliveries } from '../deliveries.js';
import type { Invoice } from './model.js';
import type { NativeJson } from './native.js';

/** Where callbacks go that no invoice sends elsewhere, and the secret of the mode that signs all of them. */
export interface CallbackSettings {
  url?: string;
  secret: string;
}

/** Tells the merchant's backend that an invoice has changed. The body is the invoice as the API answers it. */
export class Callbacks {
  constructor(
    private readonly settings: CallbackSettings | undefined,
    private readonly native: NativeJson,
    private readonly deliveries: Deliveries,
  ) {}

  send(invoice: Invoice, isFirst: boolean): void {
    const { settings } = this;
    const url = invoice.callbackUrl ?? settings?.url;
    if (!url || !settings) return;
    const body = JSON.stringify(this.native.invoice(invoice));
    const headers = { 'Content-Type': 'application/vnd.api+json', 'X-Signature': signCallback(body, settings.secret) };
    // 204 and the like are failures to the platform.
    this.deliveries.send({ url, body, headers, takenBy: 200 }, invoice.scenario, isFirst);
  }
}

/** Base64 of the raw SHA-1 of secret, body and secret. */
export function signCallback(body: string, secret: string): string {
  return createHash('sha1').update(`${secret}${body}${secret}`).digest('base64');
}
