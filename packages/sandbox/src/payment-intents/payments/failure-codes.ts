import type { Category } from '@florin/contract';

interface FailureCode {
  category: Category;
  /** Written for the merchant. */
  message: string;
}

/** The provider's failure codes, in its own spelling. */
const failureCodes: Record<string, FailureCode> = {
  INSUFFICIENT_BALANCE: { category: 'CUSTOMER_ERROR', message: 'The account does not hold enough money.' },
  GENERIC_DECLINE: { category: 'CUSTOMER_ERROR', message: 'The issuer declined without saying why.' },
  CARD_EXPIRED: { category: 'CUSTOMER_ERROR', message: 'The card is expired.' },
  INVALID_CVC: { category: 'CUSTOMER_ERROR', message: 'The security code is wrong.' },
  INVALID_NUMBER: { category: 'CUSTOMER_ERROR', message: 'The card number is wrong.' },
  INVALID_EXPIRY: { category: 'CUSTOMER_ERROR', message: 'The expiry date is wrong.' },
  INVALID_OTP: { category: 'CUSTOMER_ERROR', message: 'No right one-time code was given.' },
  LIMIT_EXCEEDED: { category: 'CUSTOMER_ERROR', message: 'The amount is over a limit of the card.' },
  CARD_NOT_SUPPORTED: { category: 'CUSTOMER_ERROR', message: 'This kind of card is not taken.' },
  CONTACT_ISSUER: { category: 'CUSTOMER_ERROR', message: 'The issuer asks the customer to call.' },
  AUTHENTICATION_REQUIRED: { category: 'CUSTOMER_ERROR', message: 'The issuer wants 3-D Secure (soft decline).' },
  AUTHENTICATION_FAILED: { category: 'CUSTOMER_ERROR', message: 'The customer was not authenticated.' },
  PAYMENT_EXPIRED: { category: 'CUSTOMER_ERROR', message: 'The customer did not act in time.' },
  CUSTOMER_CANCELLED: { category: 'CUSTOMER_ERROR', message: 'The customer refused the payment.' },
  LOST_CARD: { category: 'SECURITY_ERROR', message: 'The card is reported lost.' },
  STOLEN_CARD: { category: 'SECURITY_ERROR', message: 'The card is reported stolen.' },
  FRAUD_SUSPECTED: { category: 'SECURITY_ERROR', message: 'The payment looks fraudulent.' },
  ISSUER_UNAVAILABLE: { category: 'GATEWAY_ERROR', message: 'The issuer does not answer.' },
  UNKNOWN_OUTCOME: { category: 'GATEWAY_ERROR', message: 'The outcome is not known yet.' },
  ROUTING_NOT_CONFIGURED: { category: 'MERCHANT_CONFIG_ERROR', message: 'No route takes this payment.' },
  ALREADY_PROCESSED: { category: 'PLATFORM_ERROR', message: 'This payment was already processed.' },
  OPERATOR_FAILED: { category: 'TELCO_ERROR', message: 'The operator failed.' },
};

export interface Failure {
  value: string;
  category: string;
  message: string | null;
}

/** A code that is not listed is a customer's error without a message: the sandbox sends such a code on purpose. */
export function failureOf(code: string, category?: string): Failure {
  const listed = Object.hasOwn(failureCodes, code) ? failureCodes[code] : undefined;
  const { message, ...by } = listed ?? { category: 'CUSTOMER_ERROR', message: null };
  return { value: code, category: category ?? by.category, message };
}
