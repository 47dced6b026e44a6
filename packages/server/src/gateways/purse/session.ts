import type { Address } from '@florin/contract';
import type { GatewayPayment } from '../../gateway.js';
import { InvalidOptionError } from '../../invalid-option.js';
import type { BillingContact, Buyer, BuyerAccount, OrderLine, Shipment, TaxLine } from '../../order.js';
import type {
  PurseAccount,
  PurseAddress,
  PurseBillingAddress,
  PurseCustomer,
  PurseItemLine,
  PurseSession,
  PurseShipment,
  PurseTaxLine,
} from './session-request.js';

/** Throws an `InvalidOptionError` for each of the four mandatory fields that is missing. What was not said is left out. */
export function sessionOf(payment: GatewayPayment): PurseSession {
  const { amount, order, returnUrl, shopUrl } = payment;
  return said({
    amount: mandatory('amount', 'amount', amount?.value > 0 ? amount.value : undefined),
    order: said({
      redirection: mandatory('order.redirection', 'returnUrl', shopUrl === null ? undefined : returnUrl),
      reference: mandatory('order.reference', 'order.reference', order?.reference || undefined),
      currency_code: mandatory('order.currency_code', 'amount.currency', amount?.currency || undefined),
      tax_amount: order?.taxAmount,
      tax_lines: list(order?.taxLines, taxLine),
    }),
    customer: any(customerOf(payment)),
    shipments: list(order?.shipments, shipmentOf),
  });
}

function mandatory<Value>(field: string, option: string, value: Value | undefined): Value {
  if (value === undefined) throw new InvalidOptionError(option, `purse needs ${field}`);
  return value;
}

function customerOf({ customer, order }: GatewayPayment): PurseCustomer {
  const buyer: Buyer = order?.buyer ?? {};
  return said({
    reference: customer?.id,
    company_name: buyer.company,
    gender_code: buyer.gender,
    middle_name: buyer.middleName,
    last_name: customer?.lastName,
    birthdate: buyer.birthDate,
    ip: buyer.ip,
    billing_address: any(billingAddressOf({ ...(customer && { email: customer.email }), ...buyer.billing })),
    account: any(accountOf(buyer.account ?? {})),
  });
}

export function billingAddressOf({
  address,
  email,
  phone,
  mobilePhone,
  workPhone,
}: BillingContact): PurseBillingAddress {
  return said({
    ...addressOf(address),
    email,
    phone,
    mobile_phone: mobilePhone,
    work_phone: workPhone,
  });
}

function addressOf({ line1, line2, district, city, postal_code, country }: Partial<Address> = {}): PurseAddress {
  const lines = [line1, line2, district].filter((line) => line !== undefined);
  return said({
    address_lines: lines.length > 0 ? lines : undefined,
    city,
    postal_code,
    country_code: country,
  });
}

function accountOf(account: BuyerAccount): PurseAccount {
  return said({
    purchase_count_last_day: account.purchasesLastDay,
    purchase_count_last_six_months: account.purchasesLastSixMonths,
    purchase_count_last_year: account.purchasesLastYear,
    different_card_count_last_day: account.cardsTriedLastDay,
    authentication_method: account.authenticationMethod,
    prior_payment_authentication: account.priorAuthentication,
    age_indicator: account.ageIndicator,
    update_date_time: account.changedAt,
    change_indicator: account.changeIndicator,
    creation_date_time: account.createdAt,
    password_update_date_time: account.passwordChangedAt,
    password_change_indicator: account.passwordChangeIndicator,
    three_ds_exemption: account.threeDSExemption,
    challenge_indicator: account.challengeIndicator,
  });
}

function shipmentOf({ amount, deliveryType, address, lines }: Shipment): PurseShipment {
  return said({
    amount,
    delivery_type_code: deliveryType,
    shipping_address: address && any(addressOf(address)),
    item_lines: list(lines, itemLineOf),
  });
}

function itemLineOf({ type, sku, name, price, quantity, amount, taxLines }: OrderLine): PurseItemLine {
  return said({
    type_code: type,
    sku_reference: sku,
    name,
    price,
    quantity,
    amount,
    tax_lines: list(taxLines, taxLine),
  });
}

function taxLine({ name, rate, amount }: TaxLine): PurseTaxLine {
  return said({ name, rate, amount });
}

type Said<Fields> = {
  [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name];
} & { [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<Fields[Name], undefined> };

/** Without what is `undefined`. */
function said<Fields extends object>(fields: Fields): Said<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Said<Fields>;
}

function any<Fields extends object>(fields: Fields): Fields | undefined {
  return Object.keys(fields).length > 0 ? fields : undefined;
}

function list<Item, Native>(items: readonly Item[] | undefined, map: (item: Item) => Native): Native[] | undefined {
  return items && items.length > 0 ? items.map(map) : undefined;
}
