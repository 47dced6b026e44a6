import type { GatewayPayment } from '../../gateway.js';
import type { PurseCustomer, PurseSession } from './session-request.js';

/**
 * Purse has two spellings of a session. `table`: those of its page on Alma, which are its older API's. `api`: those of the
 * API of today, to which Purse's own examples bring the older ones (`order.redirection` becomes `shopper_redirection_url`).
 * `both`: a field that is spelt in two ways stands there twice, so that whoever looks for either finds it.
 */
export type SessionNames = 'both' | 'table' | 'api';

type Native = Record<string, unknown>;

export interface NativeSession extends Native {
  order: Native;
  customer?: Native;
}

export function nativeSession(session: PurseSession, payment: GatewayPayment, names: SessionNames): NativeSession {
  const table = session as unknown as NativeSession;
  if (names === 'table') return table;
  const api = apiSession(session, payment);
  if (names === 'api') return api;
  const customer = { ...table.customer, ...api.customer };
  return {
    ...table,
    ...api,
    order: { ...table.order, ...api.order },
    ...(Object.keys(customer).length > 0 && { customer }),
  };
}

function apiSession({ amount, order, customer, shipments }: PurseSession, payment: GatewayPayment): NativeSession {
  const { redirection, currency_code, ...sameInOrder } = order;
  const { netAmount, discountAmount } = payment.order ?? {};
  const person = apiCustomer(customer ?? {}, payment);
  return {
    amount,
    currency: currency_code,
    shopper_redirection_url: redirection,
    order: {
      ...sameInOrder,
      ...(netAmount !== undefined && { net_amount: netAmount }),
      ...(discountAmount !== undefined && { discount_amount: discountAmount }),
      ...(customer?.billing_address && { billing_address: customer.billing_address }),
      ...(shipments && { shipments }),
    },
    ...(Object.keys(person).length > 0 && { customer: person }),
  };
}

function apiCustomer(customer: PurseCustomer, payment: GatewayPayment): Native {
  const { gender_code, birthdate, ip, billing_address: _inOrder, ...same } = customer;
  return {
    ...same,
    ...(payment.customer && { email: payment.customer.email, first_name: payment.customer.firstName }),
    ...(gender_code !== undefined && { gender: gender_code }),
    ...(birthdate !== undefined && { birth_date: birthdate }),
    ...(ip !== undefined && { ip_address: ip }),
  };
}
