/** Who can mend a failure, in the six words of the payment-intent system. */
export const categories = [
  'CUSTOMER_ERROR',
  'GATEWAY_ERROR',
  'TELCO_ERROR',
  'MERCHANT_CONFIG_ERROR',
  'PLATFORM_ERROR',
  'SECURITY_ERROR',
] as const;
export type Category = (typeof categories)[number];

/** What the customer can do next. */
export type Recovery =
  | 'other_method'
  | 'edit_field'
  | 'authenticate'
  | 'retry_same'
  | 'retry_later'
  | 'contact_issuer'
  | 'contact_merchant'
  | 'verify_outcome';

/** The field to mend when the recovery is `edit_field`. */
export type FailureField = 'number' | 'expiry' | 'cvc' | 'holder' | 'otp';

interface ReasonEntry {
  /** The category that a code with this reason has unless its provider's table says otherwise. */
  category: Category;
  recovery: Recovery;
  field?: FailureField;
  /** False: the customer is shown, word for word, what `generic_decline` shows. */
  disclose: boolean;
}

/**
 * The closed set of reasons: what a customer can be told, and what helps. It is the key of the messages.
 * A provider's code that stands in no table falls back to its category (`reasonOfCategory`).
 */
export const reasons = {
  insufficient_funds: { category: 'CUSTOMER_ERROR', recovery: 'other_method', disclose: true },
  limit_exceeded: { category: 'CUSTOMER_ERROR', recovery: 'other_method', disclose: true },
  card_not_supported: { category: 'CUSTOMER_ERROR', recovery: 'other_method', disclose: true },
  method_unavailable: { category: 'CUSTOMER_ERROR', recovery: 'other_method', disclose: true },
  amount_not_allowed: { category: 'CUSTOMER_ERROR', recovery: 'other_method', disclose: true },
  financing_refused: { category: 'CUSTOMER_ERROR', recovery: 'other_method', disclose: true },
  card_expired: { category: 'CUSTOMER_ERROR', recovery: 'edit_field', field: 'expiry', disclose: true },
  check_expiry: { category: 'CUSTOMER_ERROR', recovery: 'edit_field', field: 'expiry', disclose: true },
  check_number: { category: 'CUSTOMER_ERROR', recovery: 'edit_field', field: 'number', disclose: true },
  check_cvc: { category: 'CUSTOMER_ERROR', recovery: 'edit_field', field: 'cvc', disclose: true },
  check_holder: { category: 'CUSTOMER_ERROR', recovery: 'edit_field', field: 'holder', disclose: true },
  check_details: { category: 'CUSTOMER_ERROR', recovery: 'edit_field', disclose: true },
  authentication_required: { category: 'CUSTOMER_ERROR', recovery: 'authenticate', disclose: true },
  authentication_failed: { category: 'CUSTOMER_ERROR', recovery: 'retry_same', disclose: true },
  wrong_otp: { category: 'CUSTOMER_ERROR', recovery: 'edit_field', field: 'otp', disclose: true },
  payment_expired: { category: 'CUSTOMER_ERROR', recovery: 'retry_same', disclose: true },
  cancelled: { category: 'CUSTOMER_ERROR', recovery: 'retry_same', disclose: true },
  contact_issuer: { category: 'CUSTOMER_ERROR', recovery: 'contact_issuer', disclose: true },
  generic_decline: { category: 'CUSTOMER_ERROR', recovery: 'other_method', disclose: true },
  blocked: { category: 'SECURITY_ERROR', recovery: 'other_method', disclose: false },
  operator_failed: { category: 'TELCO_ERROR', recovery: 'retry_later', disclose: true },
  try_again_later: { category: 'GATEWAY_ERROR', recovery: 'retry_later', disclose: true },
  merchant_setup: { category: 'MERCHANT_CONFIG_ERROR', recovery: 'contact_merchant', disclose: true },
  already_processed: { category: 'PLATFORM_ERROR', recovery: 'verify_outcome', disclose: true },
  unknown_outcome: { category: 'GATEWAY_ERROR', recovery: 'verify_outcome', disclose: true },
} as const satisfies Record<string, ReasonEntry>;

export type Reason = keyof typeof reasons;

const byCategory: Record<Category, Reason> = {
  CUSTOMER_ERROR: 'generic_decline',
  GATEWAY_ERROR: 'try_again_later',
  TELCO_ERROR: 'operator_failed',
  MERCHANT_CONFIG_ERROR: 'merchant_setup',
  PLATFORM_ERROR: 'try_again_later',
  SECURITY_ERROR: 'blocked',
};

export function isReason(value: unknown): value is Reason {
  return typeof value === 'string' && Object.hasOwn(reasons, value);
}

/** The reason of a code that no table lists. An unlisted category explains nothing: a plain decline. */
export function reasonOfCategory(category: string): Reason {
  return Object.hasOwn(byCategory, category) ? byCategory[category as Category] : 'generic_decline';
}

/** A reason that is told under its own name. */
export type ToldReason = Exclude<Reason, 'blocked'>;

/** A failure in the contract's words: what to say, what to offer, and whether it may be told at all. */
export interface Failure {
  code: { value: string; category: string; message: string | null };
  reason: Reason;
  recovery: Recovery;
  field?: FailureField;
  disclose: boolean;
  /** No table lists the code: what it gives away nobody has thought of, so it is the merchant's alone. */
  unlisted?: true;
}

/** A failure that is ready to be shown: whatever must not be told is gone from it. */
export interface ToldFailure extends Failure {
  reason: ToldReason;
}

/**
 * Explains a failure from the wire. An undisclosed reason becomes `generic_decline` here, code included, so
 * that nothing behind this line can tell the customer, or whoever holds their card, the difference.
 */
export function explainFailure(
  report: {
    code: { value: string; category: string; message?: string | null | undefined };
    reason?: string | undefined;
  } | null,
): ToldFailure {
  const told = isReason(report?.reason) ? report.reason : reasonOfCategory(report?.code.category ?? '');
  const plain = told === 'generic_decline' || told === 'blocked';
  const reason: ToldReason = plain ? 'generic_decline' : told;
  const entry: ReasonEntry = reasons[reason];
  return {
    code:
      plain || !report
        ? { value: reason, category: entry.category, message: null }
        : { value: report.code.value, category: report.code.category, message: report.code.message ?? null },
    reason,
    recovery: entry.recovery,
    ...(entry.field && { field: entry.field }),
    disclose: true,
  };
}
