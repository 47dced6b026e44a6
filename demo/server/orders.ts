import { explainFailure, isFinal, isPaid } from '@florin/contract';
import type { Amount, IntentSnapshot } from '@florin/contract';
import type { MerchantIntent } from '@florin/server';
import { CURRENCY, MAX_QUANTITY, findProduct, glazes } from './catalogue.js';
import type { ProviderId } from './offer.js';

export interface Order {
  id: string;
  number: number;
  product: string;
  glaze: string;
  quantity: number;
  amount: Amount;
  intent: string;
  provider: ProviderId;
}

/** What a browser chose. */
export interface Choice {
  name: string;
  line: Omit<Order, 'id' | 'number' | 'intent' | 'provider'>;
}

export type Payment = 'paid' | 'partly_refunded' | 'refunded' | 'charged_back' | 'in_progress' | 'open' | 'not_paid';

/** What may have become of a payment since. */
const afterPaid: Record<string, Payment> = {
  partially_refunded: 'partly_refunded',
  refunded: 'refunded',
  partially_charged_back: 'charged_back',
  charged_back: 'charged_back',
};

/** What a browser asked for, or nothing when it asked for what is not sold. */
export function readChoice(body: unknown): Choice | undefined {
  const { product: id, glaze = 'sand', quantity = 1 } = (body ?? {}) as Record<string, unknown>;
  const product = findProduct(id);
  if (!product || typeof glaze !== 'string' || !glazes.includes(glaze)) return undefined;
  if (!Number.isInteger(quantity) || Number(quantity) < 1 || Number(quantity) > MAX_QUANTITY) return undefined;
  const amount = { value: product.price * Number(quantity), ...CURRENCY };
  return { name: product.name, line: { product: id as string, glaze, quantity: Number(quantity), amount } };
}

/** What is bought, for a provider that wants to know. */
export function orderOf(reference: string, name: string, { product, glaze, quantity, amount }: Choice['line']) {
  const sku = `${product}-${glaze}`;
  const line = { sku, name, price: amount.value / quantity, quantity, amount: amount.value };
  return { reference, shipments: [{ amount: amount.value, lines: [line] }] };
}

/** The shop's orders, in memory: the demo forgets them when it stops. */
export class Orders {
  readonly #orders = new Map<string, Order>();
  #lastNumber = 1023;

  /** Names an order before its payment is made; whoever knows the id may read the order. */
  name(): Pick<Order, 'id' | 'number'> {
    return { id: `or_${crypto.randomUUID()}`, number: ++this.#lastNumber };
  }

  add(order: Order): void {
    this.#orders.set(order.id, order);
  }

  find(id: string): Order | undefined {
    return this.#orders.get(id);
  }
}

/** The payments that the customer agreed to, and paid the first of; `null`: it is paid at once, or not yet. */
export function installmentsOf({ amount, attempts }: MerchantIntent): { count: number; total: Amount } | null {
  const { plan, installments } = attempts.find(({ status }) => status === 'completed') ?? {};
  if (plan) return { count: plan.payments.length, total: { ...amount, value: plan.total } };
  return installments ? { count: installments.count, total: { ...amount, value: installments.total } } : null;
}

/** How an order stands, in the shop's words. Only what the payment says of itself counts. */
export function paymentOf({ status, active_attempt: attempt }: IntentSnapshot): Payment {
  if (isPaid(status)) return afterPaid[status] ?? 'paid';
  if (isFinal(status)) return 'not_paid';
  if (!attempt) return 'open';
  // Nobody is led to pay again what may have been paid.
  const isUnsure = attempt.uncertain || explainFailure(attempt.failure ?? null).recovery === 'verify_outcome';
  return ['failed', 'cancelled'].includes(attempt.status) && !isUnsure ? 'open' : 'in_progress';
}
