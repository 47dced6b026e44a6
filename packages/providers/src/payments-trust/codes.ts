import { codesOf, type CodeTable } from '../code-table.js';
import { sharedCodes } from '../corefy/codes.js';

/** What PaymentsTrust lists beyond the resolutions that the Corefy brands share. */
const own = {
  // Not said: see the shared table.
  blocked_by_firewall: { reason: 'blocked' },
  card_is_lost_or_stolen: { reason: 'blocked' },
  CREDENTIALS_BLOCKED: { reason: 'blocked' },
  // The page does not say whose address. If it is the customer's, it is a suspicion; the merchant sees the code.
  FORBIDDEN_IP: { reason: 'blocked' },

  // Soft declines.
  AUTH_CVV_REQUIRED: { reason: 'authentication_required' },
  AUTH_LOOKUP_REQUIRED: { reason: 'authentication_required' },
  COMPLETE_AUTH_REQUIRED: { reason: 'authentication_required' },

  INVALID_PIN: { reason: 'authentication_failed' },
  // A lookup code is read off the bank's statement: a code that the customer types.
  INVALID_LOOKUP_CODE: { reason: 'wrong_otp' },

  // The dynamic security code of a virtual card: the one shown now is another.
  dynamic_pvv_expired: { reason: 'check_cvc' },
  fatal_card_expired: { reason: 'card_expired' },
  invalid_account: { reason: 'check_details' },
  INVALID_CREDENTIALS: { reason: 'check_details' },
  INVALID_PAN: { reason: 'check_number' },

  card_is_not_3ds_v2_enrolled: { reason: 'card_not_supported' },
  card_status_is_restricted: { reason: 'card_not_supported' },
  card_status_is_restricted_for_provider: { reason: 'card_not_supported', category: 'MERCHANT_CONFIG_ERROR' },
  card_type_not_supported: { reason: 'card_not_supported' },
  card_usage_frequency_limit_violation: { reason: 'limit_exceeded' },
  // "Insufficient funds or transaction limit was exceeded": either way there is not enough to spend.
  INVALID_AMOUNT: { reason: 'insufficient_funds' },
  // The page says "minimum" of both; by its name this one is above the maximum.
  AMOUNT_IS_GREATER: { reason: 'amount_not_allowed' },
  AMOUNT_IS_LESS: { reason: 'amount_not_allowed' },
  INVALID_METHOD: { reason: 'method_unavailable', category: 'MERCHANT_CONFIG_ERROR' },
  INVALID_TOKEN: { reason: 'method_unavailable', category: 'MERCHANT_CONFIG_ERROR' },
  no_routes_by_conditions: { reason: 'method_unavailable', category: 'MERCHANT_CONFIG_ERROR' },
  no_routes_by_history: { reason: 'method_unavailable', category: 'MERCHANT_CONFIG_ERROR' },

  contact_issuer: { reason: 'contact_issuer' },
  INVALID_CARD_STATUS: { reason: 'contact_issuer' },
  pin_tries_limit_was_reached: { reason: 'contact_issuer' },

  declined: { reason: 'generic_decline' },
  // "Further processing of the operation is meaningless": not with this card.
  GENERAL_FATAL_ERROR: { reason: 'generic_decline', category: 'GATEWAY_ERROR' },
  payment_hard_declined: { reason: 'generic_decline', category: 'GATEWAY_ERROR' },

  OPERATION_EXPIRED: { reason: 'payment_expired' },

  // Somebody's systems.
  connection_error: { reason: 'try_again_later' },
  error: { reason: 'try_again_later' },
  FATAL_ISSUER_UNAVAILABLE: { reason: 'try_again_later' },
  GATEWAY_INTERNAL_ERROR: { reason: 'try_again_later' },
  PROCESSING_ERROR: { reason: 'try_again_later' },
  provider_error: { reason: 'try_again_later' },
  provider_fatal_error: { reason: 'try_again_later' },
  REQUEST_ERROR: { reason: 'try_again_later' },
  timeout: { reason: 'try_again_later' },
  amount_conversion_error: { reason: 'try_again_later', category: 'PLATFORM_ERROR' },
  fatal_timeout: { reason: 'try_again_later', category: 'PLATFORM_ERROR' },
  fee_calculation_error: { reason: 'try_again_later', category: 'PLATFORM_ERROR' },
  INTERNAL_ERROR: { reason: 'try_again_later', category: 'PLATFORM_ERROR' },
  reserve_calculation_error: { reason: 'try_again_later', category: 'PLATFORM_ERROR' },

  // The merchant's account, keys, routes.
  ACCESS_DENIED: { reason: 'merchant_setup' },
  ACCESS_ERROR: { reason: 'merchant_setup' },
  FUNCTIONALITY_IS_NOT_PERMITTED: { reason: 'merchant_setup' },
  GATEWAY_VALIDATION_PARAMS_ERROR: { reason: 'merchant_setup' },
  INVALID_RECIPIENT: { reason: 'merchant_setup' },
  INVALID_REQUEST: { reason: 'merchant_setup' },
  RECIPIENT_NOT_FOUND: { reason: 'merchant_setup' },
  ROUTING_ERROR: { reason: 'merchant_setup' },
  SIGNATURE_ERROR: { reason: 'merchant_setup' },

  // The money may have been taken: nobody is asked to pay again.
  CREATED_FROM_STATEMENT: { reason: 'already_processed' },
  DUPLICATED_ID: { reason: 'already_processed' },
  DUPLICATED_TRANSACTION: { reason: 'already_processed' },
  // Only what was paid can be refunded.
  refund_error: { reason: 'already_processed' },
  // A person at the provider has yet to decide, or the books do not agree.
  PROVIDER_MODERATION_REQUIRED: { reason: 'unknown_outcome' },
  reconcile_required: { reason: 'unknown_outcome' },
  TRANSACTION_NOT_FOUND: { reason: 'unknown_outcome' },
  UNABLE_TO_RECONCILE: { reason: 'unknown_outcome' },
} satisfies CodeTable;

type Known = keyof typeof sharedCodes | keyof typeof own;

/** Second names of the same thing: what the page calls deprecated, and old spellings. */
const aliases = {
  ANTIFRAUD_ERROR: { sameAs: 'antifraud_error' },
  AUTH_3DS_REQUIRED: { sameAs: 'auth_3ds_required' },
  AUTH_FATAL_ERROR: { sameAs: 'auth_fatal_error' },
  AUTH_OTP_REQUIRED: { sameAs: 'auth_otp_required' },
  CARD_EXPIRED: { sameAs: 'card_expired' },
  CARD_IS_3DS_ENROLLED: { sameAs: 'card_3ds_enrolled' },
  CARD_IS_NOT_3DS_ENROLLED: { sameAs: 'card_not_3ds_enrolled' },
  card_is_blocked_by_invalid_pin: { sameAs: 'card_blocked_by_invalid_pin' },
  card_is_lost: { sameAs: 'card_lost' },
  card_is_stolen: { sameAs: 'card_stolen' },
  customer_is_blocked: { sameAs: 'customer_blocked' },
  DECLINED_ERROR: { sameAs: 'declined' },
  expired: { sameAs: 'transaction_expired' },
  INSUFFICIENT_FUNDS: { sameAs: 'insufficient_funds' },
  INVALID_3DS_CODE: { sameAs: 'invalid_3ds_code' },
  INVALID_CARD: { sameAs: 'invalid_card' },
  INVALID_CVV: { sameAs: 'invalid_cvv' },
  INVALID_DETAILS: { sameAs: 'invalid_details' },
  INVALID_OTP: { sameAs: 'invalid_otp_code' },
  LIMIT_VIOLATION: { sameAs: 'limit_violation' },
  LOST_OR_STOLEN_CARD: { sameAs: 'card_is_lost_or_stolen' },
  OK: { sameAs: 'ok' },
  UNABLE_TO_DETERMINE_3DS_ENROLMENT: { sameAs: 'unable_determine_3ds_enrolment' },
  UNKNOWN: { sameAs: 'unknown' },
} satisfies Record<string, { sameAs: Known }>;

/** Every resolution that PaymentsTrust lists. Compared without regard to case, but `INVALID_AMOUNT` is not `invalid_amount`. */
export const codes = codesOf({ ...sharedCodes, ...own, ...aliases });
