/*
 * The merchant's order as a Create Session request, in the names of Purse's page on Alma ("Data Mapping & Mandatory
 * Fields"): every field of that table, and no other. What the API's own description calls otherwise: `session-names.ts`.
 * Amounts are minor units.
 */

export interface PurseSession {
  amount: number;
  order: {
    redirection: string;
    reference: string;
    currency_code: string;
    tax_amount?: number;
    tax_lines?: PurseTaxLine[];
  };
  customer?: PurseCustomer;
  shipments?: PurseShipment[];
}

export interface PurseTaxLine {
  name?: string;
  /** Percent. */
  rate?: number;
  amount: number;
}

export interface PurseCustomer {
  reference?: string;
  company_name?: string;
  gender_code?: string;
  middle_name?: string;
  last_name?: string;
  birthdate?: string;
  ip?: string;
  billing_address?: PurseBillingAddress;
  account?: PurseAccount;
}

export interface PurseAddress {
  address_lines?: string[];
  city?: string;
  postal_code?: string;
  country_code?: string;
}

export interface PurseBillingAddress extends PurseAddress {
  email?: string;
  phone?: string;
  mobile_phone?: string;
  work_phone?: string;
}

export interface PurseAccount {
  purchase_count_last_day?: number;
  purchase_count_last_six_months?: number;
  purchase_count_last_year?: number;
  different_card_count_last_day?: number;
  authentication_method?: string;
  prior_payment_authentication?: string;
  age_indicator?: string;
  update_date_time?: string;
  change_indicator?: string;
  creation_date_time?: string;
  password_update_date_time?: string;
  password_change_indicator?: string;
  three_ds_exemption?: string;
  challenge_indicator?: string;
}

export interface PurseShipment {
  amount?: number;
  delivery_type_code?: string;
  shipping_address?: PurseAddress;
  item_lines?: PurseItemLine[];
}

export interface PurseItemLine {
  type_code?: string;
  sku_reference?: string;
  name?: string;
  price?: number;
  quantity?: number;
  amount?: number;
  tax_lines?: PurseTaxLine[];
}
