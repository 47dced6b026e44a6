import type { CodeTable } from '../code-table.js';

/**
 * The resolutions that both Corefy brands list. A resolution only informs: the payment's status decides (the brands' own
 * "Status list" page).
 */
export const sharedCodes = {
  // Stands beside statuses that are no failure; beside a failed one it explains nothing.
  ok: { reason: 'generic_decline', category: 'GATEWAY_ERROR' },

  // Somebody is protected by not saying it: the cardholder whose card was stolen, or the shop against a fraud that learns.
  antifraud_error: { reason: 'blocked' },
  card_lost: { reason: 'blocked' },
  card_stolen: { reason: 'blocked' },
  customer_blocked: { reason: 'blocked' },

  // Asked for, and not done: a soft decline. The same card again, with that step.
  auth_3ds_required: { reason: 'authentication_required' },
  auth_otp_required: { reason: 'authentication_required' },
  card_3ds_enrolled: { reason: 'authentication_required' },

  // Done, and not passed.
  client_auth_failed: { reason: 'authentication_failed' },
  invalid_3ds_code: { reason: 'authentication_failed' },
  invalid_otp_code: { reason: 'wrong_otp' },

  // What was typed.
  card_expired: { reason: 'card_expired' },
  card_verification_failed: { reason: 'check_details' },
  invalid_card: { reason: 'check_number' },
  invalid_cardholder: { reason: 'check_holder' },
  invalid_cvv: { reason: 'check_cvc' },
  invalid_details: { reason: 'check_details' },
  invalid_expire_date: { reason: 'check_expiry' },

  // This card cannot; another one may.
  card_not_3ds_enrolled: { reason: 'card_not_supported' },
  card_restricted: { reason: 'card_not_supported' },
  card_restricted_by_acquirer: { reason: 'card_not_supported', category: 'MERCHANT_CONFIG_ERROR' },
  // "Its re-using is forbidden": nobody is asked to type it again.
  fatal_invalid_card: { reason: 'card_not_supported' },
  invalid_card_type: { reason: 'card_not_supported' },
  card_usage_limit_violation: { reason: 'limit_exceeded' },
  card_usage_issuer_limit_violation: { reason: 'limit_exceeded' },
  limit_violation: { reason: 'limit_exceeded' },
  insufficient_funds: { reason: 'insufficient_funds' },

  // Only the bank knows, and only to the cardholder will it say.
  card_blocked_by_invalid_pin: { reason: 'contact_issuer' },
  issuer_decline: { reason: 'contact_issuer' },

  auth_fatal_error: { reason: 'generic_decline' },
  fatal_decline: { reason: 'generic_decline' },
  general_decline: { reason: 'generic_decline' },

  transaction_expired: { reason: 'payment_expired' },
  // The amount itself, which the customer did not choose. Not the same as PaymentsTrust's INVALID_AMOUNT.
  invalid_amount: { reason: 'amount_not_allowed', category: 'MERCHANT_CONFIG_ERROR' },

  fatal_error: { reason: 'try_again_later' },
  issuer_unavailable: { reason: 'try_again_later' },
  unable_determine_3ds_enrolment: { reason: 'try_again_later' },
  unknown: { reason: 'try_again_later' },

  // Finished by hand at the provider: the money may well have been taken.
  forced_captured: { reason: 'already_processed' },
} satisfies CodeTable;
