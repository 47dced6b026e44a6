import { formatMoney } from '@florin/locale';
import { shopLocale, word } from './language.js';
import type { Order } from './orders.js';
import { byId } from './page.js';
import type { Word } from './words.js';

/** Fills in what was ordered; both the checkout and the order page show it. */
export function showOrderLines({ glaze, quantity, amount }: Order): void {
  document.body.dataset['glaze'] = glaze;
  byId('glaze').textContent = word(glaze as Word);
  byId('quantity').textContent = `× ${quantity}`;
  byId('total').textContent = formatMoney(amount, shopLocale());
}

/** What the customer agreed to may be more than the price: the order page says both. */
export function showInstallments({ installments }: Order): void {
  for (const row of document.querySelectorAll<HTMLElement>('.installments')) row.hidden = installments === null;
  if (!installments) return;
  byId('payments').textContent = `× ${installments.count}`;
  byId('agreed').textContent = formatMoney(installments.total, shopLocale());
}
