import { isPaid } from '@florin/contract';
import { receiptAttributes } from '../../src/shop/receipt-attributes.js';
import { receiptView } from '../../src/shop/receipt-view.js';
import type { Drawer } from './drawn-pages.js';
import { tag } from './template.js';

/** What a customer keeps: the link to it stands in an e-mail, and the page is printed. */
export const drawReceipt: Drawer = async ({ shop, query, locale }) => {
  const order = await shop.order(query.get('order') ?? '');
  const isThere = order !== undefined && isPaid(order.snapshot.status);
  return {
    view: receiptView(order, locale),
    elements: isThere ? { receipt: tag('florin-receipt', { ...receiptAttributes(order), locale }) } : {},
    status: order ? 200 : 404,
  };
};
