import { labelOfCard } from '../card.js';
import type { SandboxWorld, ShownPayment, Simulator } from '../simulator.js';
import { createApi } from './api.js';
import { Callbacks, type CallbackSettings } from './callbacks.js';
import { CardGateway } from './card-gateway.js';
import { Invoices, refundPartOf } from './invoices.js';
import { isFailed, isRefundable, type Invoice } from './model.js';
import { NativeJson } from './native.js';

/** The brands that speak Corefy's API. */
export type CorefyBrand = 'payments-trust' | 'milky-pay';

/** A merchant's commerce account at a brand. */
export interface CorefyAccount {
  accountId: string;
  apiKey: string;
  /** For the calls that a browser may make. */
  publicKey?: string;
  callback?: CallbackSettings;
  /** ms that an invoice lives which says nothing of it. */
  invoiceLifetime?: number;
}

const LIFETIME = 24 * 60 * 60_000;

export function simulateCorefy(world: SandboxWorld, brand: CorefyBrand, account: CorefyAccount): Simulator {
  const { accountId, apiKey, publicKey = 'pk_test_sandbox', callback, invoiceLifetime = LIFETIME } = account;
  const native = new NativeJson(brand, world.publicUrl);
  const callbacks = new Callbacks(callback, native, world.deliveries);
  const invoices = new Invoices(world.clock, world.timers, invoiceLifetime, (...change) => callbacks.send(...change));
  const gateway = new CardGateway(world, invoices);

  return {
    api: createApi({ world, invoices, gateway, native, accountId, apiKey, publicKey }),
    payments: () => invoices.all().map(shown),
    refund(id, part) {
      const invoice = invoices.find(id);
      if (invoice && isRefundable(invoice))
        invoices.refund(invoice, {
          referenceId: crypto.randomUUID(),
          amount: refundPartOf(invoice, part),
          description: null,
        });
      return invoice?.status ?? null;
    },
    chargeBack(id, part) {
      const invoice = invoices.find(id);
      if (invoice) invoices.chargeBack(invoice, refundPartOf(invoice, part));
      return invoice?.status ?? null;
    },
  };
}

function shown(invoice: Invoice): ShownPayment {
  const { id, status, amount, currency, metadata } = invoice;
  return {
    id,
    status,
    amount,
    currency,
    metadata,
    attempts: invoice.sales.map((sale) => ({
      id: sale.id,
      method: 'card',
      label: labelOfCard(sale.brand, sale.last4),
      status: sale.status,
      failure: isFailed(sale.status) ? sale.resolution : null,
    })),
  };
}
