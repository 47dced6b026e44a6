import { defineCustomElements } from '@florin/display/loader';
import { startLanguage } from './language.js';
import { readOrder } from './orders.js';
import { receiptView } from './receipt-view.js';
import { showView } from './show-view.js';
import { startTestCards } from './test-cards.js';

defineCustomElements();

const id = new URLSearchParams(location.search).get('order') ?? '';
const order = readOrder(id).catch(() => undefined);

let provider: string | undefined;

startTestCards(() => provider);
startLanguage((locale) => void order.then((found) => showView(receiptView(found, locale))));
void order.then((found) => {
  provider = found?.provider;
});
