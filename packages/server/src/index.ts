export type { Alarm } from './alarm.js';
export type { Capture } from './capture-payment.js';
export { createCheckoutServer, type CheckoutServer, type CheckoutServerOptions } from './checkout-server.js';
export type { CreatedIntent, NewIntent } from './create-intent.js';
export type { CardRange } from './card-ranges.js';
export type { Clock } from './clock.js';
export { InvalidOptionError } from './invalid-option.js';
export type { InstallmentPlan } from './installments.js';
export type { PlansQuery } from './plan-offers.js';
export type { ReferencePayment } from './pay-with-reference.js';
export { ProblemError } from './problem.js';
export type { MerchantSavedCard, NewSavedCard, SavedCards } from './saved-cards.js';
export {
  GatewayError,
  type AttemptRequest,
  type CaptureRequest,
  type ConfirmRequest,
  type ForgetRequest,
  type Gateway,
  type GatewayOutcome,
  type GatewayPayment,
  type KeptCard,
  type OfferRequest,
  type StartRequest,
  type TokenizeRequest,
  type WebhookHint,
  type WriteRequest,
} from './gateway.js';
export type { AttemptRecord, Customer, IntentRecord, OfferedMethod } from './intent-record.js';
export type { Log, LogEntry } from './log.js';
export type { MerchantAttempt, MerchantIntent } from './merchant-intent.js';
export type { BillingContact, Buyer, BuyerAccount, Order, OrderLine, Shipment, TaxLine } from './order.js';
export type { RateLimit } from './rate-limiter.js';
export type {
  CardReferenceRecord,
  CardSaving,
  CardStore,
  HeldCards,
  NewCardRecord,
  SavedCardRecord,
} from './store/card-store.js';
export type { Begin, Begun, ClaimResult, IntentStore, KeyClaim } from './store/intent-store.js';
export { openStore, type StoreOptions } from './store/open-store.js';
export { createPgliteStore, type PgliteStoreOptions } from './store/pglite.js';
export { createPostgresStore, type PostgresStoreOptions } from './store/postgres.js';
export { createAlmaGateway, type AlmaOptions } from './gateways/alma/index.js';
export type { AlmaAccount } from './gateways/alma/client.js';
export type { AlmaPlanQuery } from './gateways/alma/eligibility.js';
export {
  createPaymentIntentsGateway,
  type AmountUnit,
  type PaymentIntentsOptions,
} from './gateways/payment-intents/index.js';
export {
  createPurseGateway,
  type PurseMethod,
  type PurseOptions,
  type PursePaths,
  type SessionNames,
} from './gateways/purse/index.js';
export type { CorefyOptions } from './gateways/corefy/index.js';
export { createMilkyPayGateway } from './gateways/milky-pay.js';
export { createPaymentsTrustGateway } from './gateways/payments-trust.js';
export type { ProviderHttpOptions } from './gateways/provider-http.js';
