import { formatMoney } from '@florin/locale';
import type { Order } from './orders.js';
import type { PageView } from './page-view.js';
import { words, type ShopLocale, type Word } from './words.js';

/** The order page, but for how the payment stands: <florin-payment-status> says that. */
export function orderView(order: Order | undefined, locale: ShopLocale): PageView {
  const word = (name: Word) => words[locale][name];
  if (!order) return { texts: { title: word('unknownOrder') }, shown: { unknown: true } };
  const { id, number, glaze, quantity, amount, installments, payment } = order;
  const isPaid = payment === 'paid' || payment === 'partly_refunded';
  return {
    texts: {
      title: `${word('orderNumber')} ${number}`,
      glaze: word(glaze as Word),
      quantity: `× ${quantity}`,
      total: formatMoney(amount, locale),
      ...(installments && {
        payments: `× ${installments.count}`,
        agreed: formatMoney(installments.total, locale),
      }),
    },
    shown: {
      facts: true,
      'payments-row': installments !== null,
      'agreed-row': installments !== null,
      pay: payment === 'open',
      receipt: isPaid || payment === 'refunded' || payment === 'charged_back',
      'back-office': isPaid,
    },
    links: { pay: `/checkout?order=${encodeURIComponent(id)}`, receipt: `/receipt?order=${encodeURIComponent(id)}` },
  };
}
