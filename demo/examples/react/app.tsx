import type { Order, Price } from '../../src/shop/orders.js';
import { OrderPage } from './order-page.js';
import { ProductPage } from './product-page.js';

/** What the server knows of a page, and the browser begins with. */
export type PageData = { price: Price } | { order: Order };

/** `nonce`: of the page's policy, where it has one. The server alone needs it. */
export function App({ data, nonce }: { data: PageData; nonce?: string }) {
  return 'order' in data ? (
    <OrderPage order={data.order} nonce={nonce} />
  ) : (
    <ProductPage price={data.price} nonce={nonce} />
  );
}
