import type { StartRequest } from '../../gateway.js';
import type { ProviderHttpOptions } from '../provider-http.js';

/** `baseUrl` is the private API's: `https://com.paycore.io/api`. What is inferred has a setting: docs/sandbox-corefy.md. */
export interface CorefyOptions extends ProviderHttpOptions {
  /** The commerce account and its key, for HTTP Basic. */
  accountId: string;
  apiKey: string;
  /** Base of the card gateway, which the brand tells each merchant. `POST {cardGatewayUrl}/payment/sale` takes cards. */
  cardGatewayUrl: string;
  /** The account's live or test secret, whichever signs the callbacks. Without it they are not looked at for one. */
  callbackSecret?: string;
  /** Stands on every invoice; the account's own address when left out. */
  callbackUrl?: string;
  /** Code of the service that takes cards, for a currency; `payment_card_eur_hpp` for EUR when left out. */
  service?: string | ((currency: string) => string);
  /** Where it is set, no card is sent to an invoice that says otherwise. */
  testMode?: boolean;
  /** ms that an invoice can be paid. It ends what became of a lost answer or of a challenge that nobody finished. */
  invoiceLifetime?: number;
  /** Where a one-time code goes to, at the card gateway. Not documented. */
  otpPath?: string;
  /** The body it goes in. Not documented. */
  otpBody?: (otp: string) => unknown;
  /** The last word on an invoice's attributes. */
  invoice?: (attributes: Record<string, unknown>, request: StartRequest) => object;
  /** The last word on a sale's attributes. They hold the card. */
  sale?: (attributes: Record<string, unknown>, request: StartRequest) => object;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** A challenge may take ten minutes (EMV 3DS 2.2, 5.5); whoever cannot finish it waits for the rest. */
export const INVOICE_LIFETIME = 12 * 60_000;
export const OTP_PATH = '/payment/otp';
export const otpBody = (otp: string) => ({ data: { type: 'otp-operation', attributes: { otp } } });
export const serviceOf = (currency: string): string => `payment_card_${currency.toLowerCase()}_hpp`;
