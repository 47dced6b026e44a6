export { browserInfo, type BrowserSource } from './client/browser-info.js';
export type { CardReferenceResult } from './client/card-reference.js';
export { CheckoutError } from './client/checkout-error.js';
export type { Clock } from './client/clock.js';
export { createCheckout, type Checkout } from './client/create-checkout.js';
export type { CheckoutEvent, CheckoutOptions } from './client/options.js';
export type { SessionStore } from './client/session-record.js';
export type { CheckoutProblem, PaymentState, Phase } from './payment/index.js';
