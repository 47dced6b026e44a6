import type { Failure } from '@florin/contract';
import { codesOf, type CodeEntry, type CodeTable } from '../code-table.js';
import type { State } from './statuses.js';

interface PartnerEntry extends CodeEntry {
  state: State;
}

/**
 * Alma's status, or what came of asking Alma → the state it has at Purse, and what it means if the payment failed. The table
 * of Purse's page on Alma. A status that is no failure has a reason too, for a payload that contradicts itself: nobody is
 * asked to pay again.
 */
export const partnerStatuses = {
  not_started: { state: 'WAITING', reason: 'unknown_outcome' },
  scored_no: { state: 'ERROR', reason: 'financing_refused' },
  scored_yes: { state: 'WAITING', reason: 'unknown_outcome' },
  scored_maybe: { state: 'WAITING', reason: 'unknown_outcome' },
  // At least one installment has been paid: to the customer that is paid.
  in_progress: { state: 'SUCCESS', reason: 'already_processed' },
  paid: { state: 'SUCCESS', reason: 'already_processed' },
  ABORTED: { state: 'ERROR', reason: 'cancelled' },

  // What the merchant's server sent.
  validation_error_missing_field: { state: 'ERROR', reason: 'merchant_setup' },
  validation_error_invalid_type: { state: 'ERROR', reason: 'merchant_setup' },
  validation_error_invalid_value: { state: 'ERROR', reason: 'merchant_setup' },
  validation_error_too_short: { state: 'ERROR', reason: 'merchant_setup' },
  validation_error_too_long: { state: 'ERROR', reason: 'merchant_setup' },
  validation_error_too_many_request: { state: 'PENDING', reason: 'unknown_outcome', category: 'PLATFORM_ERROR' },
  // What must be unique is there already: so may a payment be.
  validation_error_unique_violated: { state: 'ERROR', reason: 'already_processed' },
  // Purse's page repeats the text of the row above; by its name the merchant's account may not.
  validation_error_merchant_cant_create_payments: { state: 'ERROR', reason: 'merchant_setup' },
  validation_error_incompatible_parameters: { state: 'ERROR', reason: 'merchant_setup' },
  validation_error_unauthorized: { state: 'ERROR', reason: 'merchant_setup' },
  validation_error_generic_error: { state: 'ERROR', reason: 'try_again_later' },
  validation_error_payment_already_captured: { state: 'ERROR', reason: 'already_processed' },
  validation_error: { state: 'ERROR', reason: 'merchant_setup' },

  card_declined: { state: 'ERROR', reason: 'generic_decline' },
  invalid_amount: { state: 'ERROR', reason: 'amount_not_allowed', category: 'MERCHANT_CONFIG_ERROR' },
  // The issuer cannot authenticate this card's holder.
  three_d_s_impossible: { state: 'ERROR', reason: 'authentication_failed' },
  incorrect_cvc: { state: 'ERROR', reason: 'check_cvc' },
  incorrect_expiration_date: { state: 'ERROR', reason: 'check_expiry' },
  incorrect_number: { state: 'ERROR', reason: 'check_number' },
  insufficient_funds: { state: 'ERROR', reason: 'insufficient_funds' },
  expired_card: { state: 'ERROR', reason: 'card_expired' },
  missing_field: { state: 'ERROR', reason: 'merchant_setup' },
  invalid_value: { state: 'ERROR', reason: 'merchant_setup' },
  SESSION_DATA_NOT_OK: { state: 'ERROR', reason: 'merchant_setup' },

  SUCCESS: { state: 'SUCCESS', reason: 'already_processed' },
  ERROR: { state: 'ERROR', reason: 'generic_decline' },
  // Alma has answered, and Purse has not understood what: it may have charged.
  UNKNOWN_PARTNER_ERROR: { state: 'ERROR', reason: 'unknown_outcome' },
  PARTNER_RESPONSE_VALIDATION_FAILED: { state: 'ERROR', reason: 'unknown_outcome' },

  TIMEOUT: { state: 'UNCERTAIN', reason: 'unknown_outcome' },
  PARTNER_SERVER_ERROR: { state: 'UNCERTAIN', reason: 'unknown_outcome' },
  PARTNER_BAD_GATEWAY: { state: 'UNCERTAIN', reason: 'unknown_outcome' },
  PARTNER_UNAVAILABLE: { state: 'UNCERTAIN', reason: 'unknown_outcome' },
  VERIFY_PARTNER_ERROR: { state: 'UNCERTAIN', reason: 'unknown_outcome' },
  VERIFY_TIMEOUT: { state: 'UNCERTAIN', reason: 'unknown_outcome' },
} satisfies Record<string, PartnerEntry>;

/** Purse's own codes, for a payment whose partner's status is not told. */
export const purseCodes = {
  SUCCEEDED: { reason: 'already_processed' },
  WAITING_PARTNER_RESPONSE: { reason: 'unknown_outcome' },
  // Beside a state that is an error; beside UNCERTAIN the state says that nobody knows.
  TECHNICAL_ISSUE_TO_CONTACT_PARTNER: { reason: 'try_again_later' },
  FAILED: { reason: 'generic_decline' },
  REJECTED_BANK: { reason: 'generic_decline' },
  ABORTED_BY_CUSTOMER: { reason: 'cancelled' },
  BAD_REQUEST: { reason: 'merchant_setup' },
  WRONG_CARD_DATA: { reason: 'check_details' },
  INSUFFICIENT_FUNDS: { reason: 'insufficient_funds' },
  CARD_EXPIRED: { reason: 'card_expired' },
  // Ours, for Alma's `expired_at`.
  EXPIRED: { reason: 'payment_expired' },
} satisfies CodeTable;

const partner = codesOf(partnerStatuses);
const purse = codesOf(purseCodes);

export const codes: readonly string[] = [...partner.names, ...purse.names];

/** A status that nobody lists is explained by Purse's code beside it, where there is one. */
export function describeFailure(code: string, beside?: string): Failure {
  if (partner.find(code)) return partner.describe(code);
  if (purse.find(code)) return purse.describe(code);
  const explained = purse.describe(beside ?? code);
  return { ...explained, code: { ...explained.code, value: code }, unlisted: true };
}

/** By its own spelling first: Alma's statuses and Purse's words are written in both cases. */
export function stateOfPartner(native: string): State | undefined {
  const statuses: Readonly<Record<string, PartnerEntry>> = partnerStatuses;
  const name = [native, native.toLowerCase(), native.toUpperCase()].find((name) => Object.hasOwn(statuses, name));
  return name === undefined ? undefined : statuses[name]?.state;
}
