import { orderView } from '../../src/shop/order-view.js';
import { TIME_ZONE } from '../../src/shop/time-zone.js';
import type { Drawer } from './drawn-pages.js';
import { tag } from './template.js';

/** How an order stands when the page is asked for. Its script follows the payment from there, where it has the key to it. */
export const drawOrder: Drawer = async ({ shop, query, locale }) => {
  const order = await shop.order(query.get('id') ?? '');
  const snapshot = order && JSON.stringify(order.snapshot);
  const status = tag('florin-payment-status', { snapshot, locale, 'time-zone': TIME_ZONE, id: 'payment' });
  return { view: orderView(order, locale), elements: order ? { status } : {}, status: order ? 200 : 404 };
};
