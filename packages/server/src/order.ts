import type { Address } from '@florin/contract';

/*
 * What a merchant knows of an order and a provider may want to know. Everything is optional here: which fields a provider
 * needs its gateway says. Amounts are minor units of the intent's currency; times are ISO 8601.
 */

export interface Order {
  /** The merchant's own name of it. */
  reference?: string;
  /** Without tax. */
  netAmount?: number;
  discountAmount?: number;
  taxAmount?: number;
  taxLines?: TaxLine[];
  shipments?: Shipment[];
  /** Who buys, beyond the intent's `customer`. */
  buyer?: Buyer;
}

export interface TaxLine {
  name?: string;
  /** Percent. */
  rate?: number;
  amount: number;
}

export interface Shipment {
  amount?: number;
  /** The provider's own word, such as `SHIP_TO_BILLING_ADDRESS`. */
  deliveryType?: string;
  address?: Address;
  lines?: OrderLine[];
}

export interface OrderLine {
  /** The provider's own word, such as `PHYSICAL`. */
  type?: string;
  sku?: string;
  name?: string;
  /** Of one. */
  price?: number;
  quantity?: number;
  /** Of all of them. */
  amount?: number;
  taxLines?: TaxLine[];
}

export interface Buyer {
  company?: string;
  /** The provider's own word. */
  gender?: string;
  middleName?: string;
  /** `YYYY-MM-DD`. */
  birthDate?: string;
  ip?: string;
  billing?: BillingContact;
  account?: BuyerAccount;
}

export interface BillingContact {
  address?: Address;
  email?: string;
  /** E.164. */
  phone?: string;
  mobilePhone?: string;
  workPhone?: string;
}

/** What an issuer weighs in 3-D Secure (EMV 3DS 2.2, account information). */
export interface BuyerAccount {
  purchasesLastDay?: number;
  purchasesLastSixMonths?: number;
  purchasesLastYear?: number;
  cardsTriedLastDay?: number;
  authenticationMethod?: string;
  priorAuthentication?: string;
  ageIndicator?: string;
  changedAt?: string;
  changeIndicator?: string;
  createdAt?: string;
  passwordChangedAt?: string;
  passwordChangeIndicator?: string;
  threeDSExemption?: string;
  challengeIndicator?: string;
}
