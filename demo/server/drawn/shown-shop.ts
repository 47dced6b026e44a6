import type { Order, Price } from '../../src/shop/orders.js';

/** What the pages that the server draws may know of the shop. */
export interface ShownShop {
  /** As its page may see it. `undefined`: nobody knows it. */
  order(id: string): Promise<Order | undefined>;
  /** What a number of lamps costs, and how it can be paid in parts through a provider. */
  price(choice: { product: string; quantity: number; provider: string }): Promise<Price | undefined>;
}
