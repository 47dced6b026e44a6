import type { BrowserInfo, NextAction, ToldFailure } from '@florin/contract';
import type { CheckoutProblem, Phase } from '../payment/state.js';
import { CheckoutError } from './checkout-error.js';
import type { Clock } from './clock.js';
import type { ProviderRooms } from './provider-rooms.js';
import type { SessionStore } from './session-record.js';

export interface CheckoutOptions {
  /** Where the merchant's backend answers the contract, without the trailing `/intents`. */
  endpoint: string;
  /** Id of the intent. */
  intent: string;
  /** Opens this intent alone. Sent in a header, never in a URL. */
  clientSecret: string;
  /** How the payment is followed: `auto` streams and falls back to polling. */
  status?: 'auto' | 'stream' | 'poll';
  /** Rooms of the page's own, for a backend that only relays its provider. They go before those of Florin. */
  providers?: ProviderRooms;
  fetch?: typeof fetch;
  clock?: Clock;
  /** Lets a reload find a payment in progress. `sessionStorage` in a browser; absent: nothing is kept. */
  storage?: SessionStore;
  /** What 3-D Secure asks of the browser; see `browserInfo`. */
  browser?: () => BrowserInfo;
  /** Makes an idempotency key. 128 random bits by default. */
  makeKey?: () => string;
  random?: () => number;
  onEvent?: (event: CheckoutEvent) => void;
}

/** What a page may record about a payment. Holds no card data. */
export type CheckoutEvent =
  | { type: 'phase'; phase: Phase; from: Phase }
  | { type: 'action'; action: NextAction['type'] }
  | { type: 'failure'; failure: ToldFailure }
  | { type: 'problem'; problem: CheckoutProblem };

const required = ['endpoint', 'intent', 'clientSecret'] as const;

export function requireOptions(options: Pick<CheckoutOptions, (typeof required)[number]>): void {
  for (const option of required) {
    if (typeof options[option] !== 'string' || options[option] === '')
      throw new CheckoutError('option_missing', option, `\`${option}\` has to be a string that is not empty.`);
  }
}
