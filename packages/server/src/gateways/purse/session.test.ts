import { describe, expect, it } from 'vitest';
import type { GatewayPayment } from '../../gateway.js';
import type { Order } from '../../order.js';
import { createPurseGateway } from './index.js';
import { nativeSession } from './session-names.js';
import { sessionOf } from './session.js';

/** Purse's page on Alma, "Data Mapping & Mandatory Fields", written down apart from the code: `!` is mandatory. */
const published = `
amount!
order.redirection!
order.reference!
order.tax_amount
order.tax_lines
order.currency_code!
customer.reference
customer.company_name
customer.gender_code
customer.middle_name
customer.last_name
customer.birthdate
customer.ip
customer.billing_address.address_lines
customer.billing_address.city
customer.billing_address.postal_code
customer.billing_address.country_code
customer.billing_address.email
customer.billing_address.phone
customer.billing_address.mobile_phone
customer.billing_address.work_phone
customer.account.purchase_count_last_day
customer.account.purchase_count_last_six_months
customer.account.purchase_count_last_year
customer.account.different_card_count_last_day
customer.account.authentication_method
customer.account.prior_payment_authentication
customer.account.age_indicator
customer.account.update_date_time
customer.account.change_indicator
customer.account.creation_date_time
customer.account.password_update_date_time
customer.account.password_change_indicator
customer.account.three_ds_exemption
customer.account.challenge_indicator
shipments.amount
shipments.delivery_type_code
shipments.shipping_address.address_lines
shipments.shipping_address.city
shipments.shipping_address.postal_code
shipments.shipping_address.country_code
shipments.item_lines.type_code
shipments.item_lines.sku_reference
shipments.item_lines.name
shipments.item_lines.price
shipments.item_lines.quantity
shipments.item_lines.amount
shipments.item_lines.tax_lines.amount
`
  .trim()
  .split('\n');
const fields = published.map((field) => field.replace('!', ''));
const mandatory = published.filter((field) => field.endsWith('!')).map((field) => field.slice(0, -1));

const address = { country: 'FR', line1: '5 rue Neuve', line2: 'Bât. B', city: 'Lyon', postal_code: '69001' };
const order: Required<Order> = {
  reference: 'order-1024',
  netAmount: 10_000,
  discountAmount: 500,
  taxAmount: 2_000,
  taxLines: [{ name: 'TVA', rate: 20, amount: 2_000 }],
  shipments: [
    {
      amount: 12_000,
      deliveryType: 'SHIP_TO_BILLING_ADDRESS',
      address,
      lines: [
        {
          type: 'PHYSICAL',
          sku: 'lune-1',
          name: 'Lune',
          price: 6_000,
          quantity: 2,
          amount: 12_000,
          taxLines: [{ amount: 2_000 }],
        },
      ],
    },
  ],
  buyer: {
    company: 'Lovelace & Co',
    gender: 'FEMALE',
    middleName: 'King',
    birthDate: '1990-12-10',
    ip: '203.0.113.7',
    billing: {
      address,
      email: 'billing@shop.example',
      phone: '+33123456789',
      mobilePhone: '+33612345678',
      workPhone: '+33187654321',
    },
    account: {
      purchasesLastDay: 0,
      purchasesLastSixMonths: 3,
      purchasesLastYear: 7,
      cardsTriedLastDay: 1,
      authenticationMethod: 'MERCHANT_CREDENTIALS',
      priorAuthentication: 'CHALLENGE',
      ageIndicator: 'MORE_60_DAYS',
      changedAt: '2025-05-01T10:00:00Z',
      changeIndicator: 'MORE_60_DAYS',
      createdAt: '2020-01-01T10:00:00Z',
      passwordChangedAt: '2024-01-01T10:00:00Z',
      passwordChangeIndicator: 'NO_CHANGE',
      threeDSExemption: 'LOW_VALUE',
      challengeIndicator: 'NO_PREFERENCE',
    },
  },
};
const payment: GatewayPayment = {
  id: 'pi_1',
  amount: { value: 12_000, currency: 'EUR', exponent: 2 },
  description: null,
  returnUrl: 'https://shop.example/return/pi_1',
  shopUrl: 'https://shop.example/checkout',
  customer: { id: 'account-7', email: 'ada@shop.example', firstName: 'Ada', lastName: 'Lovelace' },
  metadata: {},
  order,
  providerIntentId: null,
};

/** Every name under which a value stands; that of a list's items is the list's own. */
function namesIn(value: unknown, base = ''): string[] {
  if (Array.isArray(value))
    return [...(base === 'order.tax_lines' ? [base] : []), ...value.flatMap((each) => namesIn(each, base))];
  if (typeof value !== 'object' || value === null) return [base];
  return Object.entries(value).flatMap(([name, each]) => namesIn(each, base ? `${base}.${name}` : name));
}

describe('the session of an order', () => {
  it('has all 48 fields of the table when everything is said, and no other', () => {
    expect(fields).toHaveLength(48);
    const names = new Set(namesIn(sessionOf(payment)));
    expect(fields.filter((field) => !names.has(field))).toEqual([]);
    const others = [...names].filter((name) => !fields.some((field) => name === field || name.startsWith(`${field}.`)));
    expect(others).toEqual([]);
  });

  it('has each value where it belongs', () => {
    expect(sessionOf(payment)).toMatchObject({
      amount: 12_000,
      order: {
        redirection: 'https://shop.example/return/pi_1',
        reference: 'order-1024',
        currency_code: 'EUR',
        tax_amount: 2_000,
        tax_lines: [{ name: 'TVA', rate: 20, amount: 2_000 }],
      },
      customer: {
        reference: 'account-7',
        company_name: 'Lovelace & Co',
        gender_code: 'FEMALE',
        middle_name: 'King',
        last_name: 'Lovelace',
        birthdate: '1990-12-10',
        ip: '203.0.113.7',
        billing_address: {
          address_lines: ['5 rue Neuve', 'Bât. B'],
          city: 'Lyon',
          postal_code: '69001',
          country_code: 'FR',
          email: 'billing@shop.example',
          phone: '+33123456789',
          mobile_phone: '+33612345678',
          work_phone: '+33187654321',
        },
        account: {
          purchase_count_last_day: 0,
          purchase_count_last_six_months: 3,
          purchase_count_last_year: 7,
          different_card_count_last_day: 1,
          authentication_method: 'MERCHANT_CREDENTIALS',
          prior_payment_authentication: 'CHALLENGE',
          age_indicator: 'MORE_60_DAYS',
          update_date_time: '2025-05-01T10:00:00Z',
          change_indicator: 'MORE_60_DAYS',
          creation_date_time: '2020-01-01T10:00:00Z',
          password_update_date_time: '2024-01-01T10:00:00Z',
          password_change_indicator: 'NO_CHANGE',
          three_ds_exemption: 'LOW_VALUE',
          challenge_indicator: 'NO_PREFERENCE',
        },
      },
      shipments: [
        {
          amount: 12_000,
          delivery_type_code: 'SHIP_TO_BILLING_ADDRESS',
          shipping_address: { city: 'Lyon', country_code: 'FR' },
          item_lines: [{ type_code: 'PHYSICAL', sku_reference: 'lune-1', quantity: 2, tax_lines: [{ amount: 2_000 }] }],
        },
      ],
    });
  });

  it('has the mandatory fields alone when nothing else is said', () => {
    const bare = { ...payment, customer: null, order: { reference: 'order-1' } };
    expect(sessionOf(bare)).toEqual({
      amount: 12_000,
      order: { redirection: 'https://shop.example/return/pi_1', reference: 'order-1', currency_code: 'EUR' },
    });
    const empty = {
      ...bare,
      order: { ...bare.order, taxLines: [], shipments: [], buyer: { account: {}, billing: {} } },
    };
    expect(sessionOf(empty)).toEqual(sessionOf(bare));
  });
});

describe('a mandatory field that is missing', () => {
  const lacking: Record<string, [option: string, payment: GatewayPayment]> = {
    amount: ['amount', { ...payment, amount: { ...payment.amount, value: 0 } }],
    'order.redirection': ['returnUrl', { ...payment, shopUrl: null }],
    'order.reference': ['order.reference', { ...payment, order: null }],
    'order.currency_code': ['amount.currency', { ...payment, amount: { ...payment.amount, currency: '' } }],
  };

  it('is one of four', () => {
    expect(Object.keys(lacking)).toEqual(mandatory);
  });

  it.each(Object.entries(lacking))('%s is named, with the provider, before any call', (field, [option, wanting]) => {
    let calls = 0;
    const gateway = createPurseGateway({
      baseUrl: 'https://purse.example',
      clientId: 'c',
      clientSecret: 's',
      apiKey: 'k',
      entityId: 'e',
      fetch: async () => {
        calls += 1;
        return new Response();
      },
    });
    expect(() => gateway.check?.(wanting)).toThrow(`${option}: purse needs ${field}`);
    expect(() => gateway.check?.(payment)).not.toThrow();
    expect(calls).toBe(0);
  });
});

describe('the names of a session', () => {
  const session = sessionOf(payment);

  it('are those of the API where it spells a field otherwise', () => {
    const native = nativeSession(session, payment, 'api');
    expect(native).toMatchObject({
      amount: 12_000,
      currency: 'EUR',
      shopper_redirection_url: 'https://shop.example/return/pi_1',
      order: {
        reference: 'order-1024',
        net_amount: 10_000,
        discount_amount: 500,
        tax_amount: 2_000,
        billing_address: session.customer?.billing_address,
        shipments: session.shipments,
      },
      customer: {
        reference: 'account-7',
        first_name: 'Ada',
        last_name: 'Lovelace',
        email: 'ada@shop.example',
        gender: 'FEMALE',
        birth_date: '1990-12-10',
        ip_address: '203.0.113.7',
        account: session.customer?.account,
      },
    });
    const names = namesIn(native);
    expect(names.filter((name) => /redirection$|currency_code|gender_code|birthdate|\.ip$/.test(name))).toEqual([]);
  });

  it('are the table’s alone, or both', () => {
    expect(nativeSession(session, payment, 'table')).toEqual(session);
    const both = nativeSession(session, payment, 'both');
    expect(both).toMatchObject(session as object);
    expect(both).toMatchObject(nativeSession(session, payment, 'api'));
  });
});
