export { createCheckoutServer, type CheckoutServer, type CheckoutServerOptions } from './checkout-server.js';
export { InvalidOptionError, type CreatedIntent, type NewIntent } from './create-intent.js';
export type { CardRange } from './card-ranges.js';
export type { Clock } from './clock.js';
export {
  GatewayError,
  type AttemptRequest,
  type ConfirmRequest,
  type Gateway,
  type GatewayOutcome,
  type GatewayPayment,
  type StartRequest,
  type WriteRequest,
} from './gateway.js';
export type { AttemptRecord, Customer, IntentRecord, OfferedMethod } from './intent-record.js';
export type { Log, LogEntry } from './log.js';
export type { MerchantAttempt, MerchantIntent } from './merchant-intent.js';
export type { RateLimit } from './rate-limiter.js';
export type { Begun, ClaimResult, IntentStore, KeyClaim } from './store/intent-store.js';
export { openStore, type StoreOptions } from './store/open-store.js';
export { createPgliteStore, type PgliteStoreOptions } from './store/pglite.js';
export { createPostgresStore, type PostgresStoreOptions } from './store/postgres.js';
export {
  createPaymentIntentsGateway,
  type AmountUnit,
  type PaymentIntentsOptions,
} from './gateways/payment-intents/index.js';
