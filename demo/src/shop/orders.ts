import type { Amount, FinancingPlan, IntentSnapshot, PlanOffer } from '@florin/contract';

export interface Order {
  id: string;
  number: number;
  product: string;
  glaze: string;
  quantity: number;
  amount: Amount;
  provider: string;
  /** What the customer agreed to pay it in, with fees; `null`: at once. */
  installments: { count: number; total: Amount } | null;
  /** The schedule of them, where the provider financed it. */
  plan: FinancingPlan | null;
  /** Ways that were tried. */
  attempts: number;
  /** What <florin-payment-status> and <florin-receipt> show. */
  snapshot: IntentSnapshot;
  /** What the backend says of the payment. `open`: nothing is under way and it may still be paid. */
  payment: 'paid' | 'partly_refunded' | 'refunded' | 'charged_back' | 'in_progress' | 'open' | 'not_paid';
}

export interface Price {
  amount: Amount;
  /** None: this provider finances nothing. */
  plans: PlanOffer[];
}

export interface CheckoutKeys {
  intent: string;
  clientSecret: string;
}

export interface Choice {
  product: string;
  glaze?: string;
  quantity: number;
  /** How the order is to be paid: see `demo/server/offer.ts`. */
  customer?: string;
  save?: boolean;
  brand_choice?: boolean;
  more_methods?: boolean;
  fields?: Record<string, 'required'>;
  provider?: string;
  /** Id of the plan that was chosen on the product page. */
  plan?: string;
  /** What the simulated provider is to do: see packages/sandbox/README.md. */
  scenario?: Record<string, unknown>;
}

/** The shop does not sell this, or cannot be paid like that. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/** Orders a product: the server knows the price and makes the intent. */
export async function createOrder(choice: Choice): Promise<{
  order: Order;
  keys: CheckoutKeys;
}> {
  const response = await fetch('/api/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(choice),
  });
  if (response.status === 422) throw new RefusedError();
  if (!response.ok) throw new Error(`The order was answered with ${response.status}.`);
  const { order, intent, client_secret } = (await response.json()) as {
    order: Order;
    intent: string;
    client_secret: string;
  };
  return { order, keys: { intent, clientSecret: client_secret } };
}

/** What a number of lamps costs, and in which parts it can be paid through a provider. */
export async function readPrice(choice: { product: string; quantity: number; provider: string }): Promise<Price> {
  const query = new URLSearchParams({ ...choice, quantity: String(choice.quantity) });
  const response = await fetch(`/api/price?${query}`);
  if (!response.ok) throw new Error(`The price was answered with ${response.status}.`);
  return (await response.json()) as Price;
}

export async function readOrder(id: string): Promise<Order | undefined> {
  const response = await fetch(`/api/orders/${encodeURIComponent(id)}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The order was answered with ${response.status}.`);
  return ((await response.json()) as { order: Order }).order;
}

/** What the shop does in its back office; the order says later what came of it. */
export async function refundOrder(id: string, part: boolean): Promise<void> {
  const response = await fetch(`/api/orders/${encodeURIComponent(id)}/refund`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ part }),
  });
  if (!response.ok) throw new Error(`The refund was answered with ${response.status}.`);
}

/**
 * The secret that opens an order's payment. This shop chooses to keep it for the tab's life, so that a reload
 * goes on; it never stands in an address, where histories and logs would keep it.
 */
export function keepKeys(order: string, keys: CheckoutKeys): void {
  sessionStorage.setItem(nameOf(order), JSON.stringify(keys));
}

export function keysOf(order: string): CheckoutKeys | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(nameOf(order)) ?? 'null') as CheckoutKeys | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function nameOf(order: string): string {
  return `atelier-nord:${order}`;
}
