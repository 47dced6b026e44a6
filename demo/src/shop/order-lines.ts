import { formatMoney } from '@florin/locale';
import { shopLocale, word } from './language.js';
import type { Order } from './orders.js';
import { byId } from './page.js';
import type { Word } from './words.js';

/** Fills in what was ordered, beside the checkout. */
export function showOrderLines({ glaze, quantity, amount }: Order): void {
  document.body.dataset['glaze'] = glaze;
  byId('glaze').textContent = word(glaze as Word);
  byId('quantity').textContent = `× ${quantity}`;
  byId('total').textContent = formatMoney(amount, shopLocale());
}
