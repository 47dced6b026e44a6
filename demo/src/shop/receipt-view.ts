import { isPaid } from '@florin/contract';
import type { Order } from './orders.js';
import type { PageView } from './page-view.js';
import { words, type ShopLocale } from './words.js';

/** The receipt's page, around <florin-receipt>. */
export function receiptView(order: Order | undefined, locale: ShopLocale): PageView {
  if (!order) return { texts: { title: words[locale].unknownOrder }, shown: { unknown: true } };
  return {
    texts: { title: `${words[locale].orderNumber} ${order.number}` },
    shown: { unpaid: !isPaid(order.snapshot.status), order: true },
    links: { order: `/order?id=${encodeURIComponent(order.id)}` },
  };
}
