/** Purse's page on Alma, "Status": PSP status, state, code. Written down apart from the simulator's own table. */
export const publishedStatuses = `
not_started WAITING WAITING_PARTNER_RESPONSE
scored_no ERROR FAILED
scored_yes WAITING WAITING_PARTNER_RESPONSE
scored_maybe WAITING WAITING_PARTNER_RESPONSE
in_progress SUCCESS SUCCEEDED
paid SUCCESS SUCCEEDED
ABORTED ERROR ABORTED_BY_CUSTOMER
validation_error_missing_field ERROR BAD_REQUEST
validation_error_invalid_type ERROR BAD_REQUEST
validation_error_invalid_value ERROR BAD_REQUEST
validation_error_too_short ERROR BAD_REQUEST
validation_error_too_long ERROR BAD_REQUEST
validation_error_too_many_request PENDING TECHNICAL_ISSUE_TO_CONTACT_PARTNER
validation_error_unique_violated ERROR BAD_REQUEST
validation_error_merchant_cant_create_payments ERROR FAILED
validation_error_incompatible_parameters ERROR BAD_REQUEST
validation_error_unauthorized ERROR FAILED
validation_error_generic_error ERROR FAILED
validation_error_payment_already_captured ERROR BAD_REQUEST
validation_error ERROR BAD_REQUEST
card_declined ERROR REJECTED_BANK
invalid_amount ERROR BAD_REQUEST
three_d_s_impossible ERROR TECHNICAL_ISSUE_TO_CONTACT_PARTNER
incorrect_cvc ERROR WRONG_CARD_DATA
incorrect_expiration_date ERROR WRONG_CARD_DATA
incorrect_number ERROR WRONG_CARD_DATA
insufficient_funds ERROR INSUFFICIENT_FUNDS
expired_card ERROR CARD_EXPIRED
missing_field ERROR BAD_REQUEST
invalid_value ERROR BAD_REQUEST
SESSION_DATA_NOT_OK ERROR BAD_REQUEST
SUCCESS SUCCESS SUCCEEDED
ERROR ERROR FAILED
UNKNOWN_PARTNER_ERROR ERROR FAILED
PARTNER_RESPONSE_VALIDATION_FAILED ERROR FAILED
TIMEOUT UNCERTAIN TECHNICAL_ISSUE_TO_CONTACT_PARTNER
PARTNER_SERVER_ERROR UNCERTAIN TECHNICAL_ISSUE_TO_CONTACT_PARTNER
PARTNER_BAD_GATEWAY UNCERTAIN TECHNICAL_ISSUE_TO_CONTACT_PARTNER
PARTNER_UNAVAILABLE UNCERTAIN TECHNICAL_ISSUE_TO_CONTACT_PARTNER
VERIFY_PARTNER_ERROR UNCERTAIN TECHNICAL_ISSUE_TO_CONTACT_PARTNER
VERIFY_TIMEOUT UNCERTAIN TECHNICAL_ISSUE_TO_CONTACT_PARTNER
`
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [psp: string, state: string, code: string]);
