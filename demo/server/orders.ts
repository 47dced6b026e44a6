import { isFinal, isPaid } from '@florin/contract';
import type { Amount } from '@florin/contract';
import type { MerchantIntent } from '@florin/server';
import { CURRENCY, MAX_QUANTITY, findProduct, glazes } from './catalogue.js';

export interface Order {
  id: string;
  number: number;
  product: string;
  glaze: string;
  quantity: number;
  amount: Amount;
  intent: string;
}

export type Payment = 'paid' | 'in_progress' | 'open' | 'not_paid';

/** What a browser asked for, or nothing when it asked for what is not sold. */
export function readChoice(body: unknown): { name: string; line: Omit<Order, 'id' | 'number' | 'intent'> } | undefined {
  const { product: id, glaze = 'sand', quantity = 1 } = (body ?? {}) as Record<string, unknown>;
  const product = findProduct(id);
  if (!product || typeof glaze !== 'string' || !glazes.includes(glaze)) return undefined;
  if (!Number.isInteger(quantity) || Number(quantity) < 1 || Number(quantity) > MAX_QUANTITY) return undefined;
  const amount = { value: product.price * Number(quantity), ...CURRENCY };
  return { name: product.name, line: { product: id as string, glaze, quantity: Number(quantity), amount } };
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

/** How an order stands, in the shop's words. Only the payment's status says it. */
export function paymentOf({ status, attempts }: MerchantIntent): Payment {
  if (isPaid(status)) return 'paid';
  if (isFinal(status)) return 'not_paid';
  const latest = attempts.at(-1);
  const over = !latest || ['failed', 'cancelled'].includes(latest.status);
  return over ? 'open' : 'in_progress';
}
