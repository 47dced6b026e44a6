import { codesOf, type CodeTable } from '../code-table.js';

/** Codes that stand in the provider's published pages. It publishes no full list. */
export const documented = {
  INSUFFICIENT_BALANCE: { reason: 'insufficient_funds' },
  ROUTING_NOT_CONFIGURED: { reason: 'merchant_setup' },
} satisfies CodeTable;

/** Codes of our own sandbox, in the provider's spelling. A real account may send others. */
const sandbox = {
  GENERIC_DECLINE: { reason: 'generic_decline' },
  CARD_EXPIRED: { reason: 'card_expired' },
  INVALID_CVC: { reason: 'check_cvc' },
  INVALID_NUMBER: { reason: 'check_number' },
  INVALID_EXPIRY: { reason: 'check_expiry' },
  LOST_CARD: { reason: 'blocked' },
  STOLEN_CARD: { reason: 'blocked' },
  FRAUD_SUSPECTED: { reason: 'blocked' },
  ISSUER_UNAVAILABLE: { reason: 'try_again_later' },
  AUTHENTICATION_FAILED: { reason: 'authentication_failed' },
  AUTHENTICATION_REQUIRED: { reason: 'authentication_required' },
  INVALID_OTP: { reason: 'wrong_otp' },
  PAYMENT_EXPIRED: { reason: 'payment_expired' },
  CUSTOMER_CANCELLED: { reason: 'cancelled' },
  LIMIT_EXCEEDED: { reason: 'limit_exceeded' },
  CARD_NOT_SUPPORTED: { reason: 'card_not_supported' },
  CONTACT_ISSUER: { reason: 'contact_issuer' },
  ALREADY_PROCESSED: { reason: 'already_processed' },
  UNKNOWN_OUTCOME: { reason: 'unknown_outcome' },
  OPERATOR_FAILED: { reason: 'operator_failed' },
} satisfies CodeTable;

/** Native failure code → reason. A code that is not here is explained by the category that stands beside it. */
export const codes = codesOf({ ...documented, ...sandbox });
