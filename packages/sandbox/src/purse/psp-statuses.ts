/**
 * Alma's status, or what came of asking Alma → the state and the code of the payment at Purse: the table of Purse's page on
 * Alma, as the simulated Purse keeps it.
 */
export const pspStatuses = {
  not_started: ['WAITING', 'WAITING_PARTNER_RESPONSE'],
  scored_no: ['ERROR', 'FAILED'],
  scored_yes: ['WAITING', 'WAITING_PARTNER_RESPONSE'],
  scored_maybe: ['WAITING', 'WAITING_PARTNER_RESPONSE'],
  in_progress: ['SUCCESS', 'SUCCEEDED'],
  paid: ['SUCCESS', 'SUCCEEDED'],
  ABORTED: ['ERROR', 'ABORTED_BY_CUSTOMER'],
  validation_error_missing_field: ['ERROR', 'BAD_REQUEST'],
  validation_error_invalid_type: ['ERROR', 'BAD_REQUEST'],
  validation_error_invalid_value: ['ERROR', 'BAD_REQUEST'],
  validation_error_too_short: ['ERROR', 'BAD_REQUEST'],
  validation_error_too_long: ['ERROR', 'BAD_REQUEST'],
  validation_error_too_many_request: ['PENDING', 'TECHNICAL_ISSUE_TO_CONTACT_PARTNER'],
  validation_error_unique_violated: ['ERROR', 'BAD_REQUEST'],
  validation_error_merchant_cant_create_payments: ['ERROR', 'FAILED'],
  validation_error_incompatible_parameters: ['ERROR', 'BAD_REQUEST'],
  validation_error_unauthorized: ['ERROR', 'FAILED'],
  validation_error_generic_error: ['ERROR', 'FAILED'],
  validation_error_payment_already_captured: ['ERROR', 'BAD_REQUEST'],
  validation_error: ['ERROR', 'BAD_REQUEST'],
  card_declined: ['ERROR', 'REJECTED_BANK'],
  invalid_amount: ['ERROR', 'BAD_REQUEST'],
  three_d_s_impossible: ['ERROR', 'TECHNICAL_ISSUE_TO_CONTACT_PARTNER'],
  incorrect_cvc: ['ERROR', 'WRONG_CARD_DATA'],
  incorrect_expiration_date: ['ERROR', 'WRONG_CARD_DATA'],
  incorrect_number: ['ERROR', 'WRONG_CARD_DATA'],
  insufficient_funds: ['ERROR', 'INSUFFICIENT_FUNDS'],
  expired_card: ['ERROR', 'CARD_EXPIRED'],
  missing_field: ['ERROR', 'BAD_REQUEST'],
  invalid_value: ['ERROR', 'BAD_REQUEST'],
  SESSION_DATA_NOT_OK: ['ERROR', 'BAD_REQUEST'],
  SUCCESS: ['SUCCESS', 'SUCCEEDED'],
  ERROR: ['ERROR', 'FAILED'],
  UNKNOWN_PARTNER_ERROR: ['ERROR', 'FAILED'],
  PARTNER_RESPONSE_VALIDATION_FAILED: ['ERROR', 'FAILED'],
  TIMEOUT: ['UNCERTAIN', 'TECHNICAL_ISSUE_TO_CONTACT_PARTNER'],
  PARTNER_SERVER_ERROR: ['UNCERTAIN', 'TECHNICAL_ISSUE_TO_CONTACT_PARTNER'],
  PARTNER_BAD_GATEWAY: ['UNCERTAIN', 'TECHNICAL_ISSUE_TO_CONTACT_PARTNER'],
  PARTNER_UNAVAILABLE: ['UNCERTAIN', 'TECHNICAL_ISSUE_TO_CONTACT_PARTNER'],
  VERIFY_PARTNER_ERROR: ['UNCERTAIN', 'TECHNICAL_ISSUE_TO_CONTACT_PARTNER'],
  VERIFY_TIMEOUT: ['UNCERTAIN', 'TECHNICAL_ISSUE_TO_CONTACT_PARTNER'],
} as const satisfies Record<string, readonly [state: string, code: string]>;

export type PspStatus = keyof typeof pspStatuses;

/** What a state is when nothing more is said of it. */
const usual: Readonly<Record<string, PspStatus>> = {
  WAITING: 'scored_maybe',
  PENDING: 'validation_error_too_many_request',
  SUCCESS: 'in_progress',
  ERROR: 'ERROR',
  UNCERTAIN: 'TIMEOUT',
};

/** A payment's state in Purse's three words. What is not listed has no word of the partner. */
export interface Standing {
  state: string;
  code: string | null;
  psp: string | null;
}

export function standingOf(psp: PspStatus): Standing {
  const [state, code] = pspStatuses[psp];
  return { state, code, psp };
}

/** By the partner's word, which may be one that no table lists: that is an error unless `state` says otherwise. */
export function standingWith(psp: string, { state, code }: { state?: string; code?: string } = {}): Standing {
  const listed: readonly [state: string, code: string] = isPspStatus(psp) ? pspStatuses[psp] : ['ERROR', 'FAILED'];
  return { state: state ?? listed[0], code: code ?? listed[1], psp };
}

export function standingIn(state: string): Standing {
  const psp = usual[state];
  return psp ? standingOf(psp) : { state, code: null, psp: null };
}

function isPspStatus(psp: string): psp is PspStatus {
  return Object.hasOwn(pspStatuses, psp);
}
