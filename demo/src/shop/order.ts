import { startLanguage, word } from './language.js';
import { showOrderLines } from './order-lines.js';
import { keysOf, readOrder } from './orders.js';
import type { Order } from './orders.js';
import { byId } from './page.js';
import { startScenarios } from './scenarios.js';
import type { Word } from './words.js';

/** ms between two looks at a payment that is under way. */
const LOOK_AGAIN = 2_000;

const id = new URLSearchParams(location.search).get('id') ?? '';

const sayings: Record<Order['payment'], [title: Word, text: Word]> = {
  paid: ['paid', 'paidText'],
  in_progress: ['inProgress', 'inProgressText'],
  open: ['open', 'openText'],
  not_paid: ['notPaid', 'notPaidText'],
};

let show = (): void => undefined;

startLanguage(() => show());
startScenarios();
void look();

/** Only the backend knows how a payment stands: this page asks it, on every load. */
async function look(): Promise<void> {
  try {
    const order = await readOrder(id);
    show = () => (order ? showOrder(order) : say('unknownOrder', 'unknownOrderText'));
    if (order?.payment === 'in_progress') setTimeout(() => void look(), LOOK_AGAIN);
  } catch {
    setTimeout(() => void look(), LOOK_AGAIN);
    show = () => say('readingOrder', 'shopDown');
  }
  show();
}

function showOrder(order: Order): void {
  say(...sayings[order.payment]);
  showOrderLines(order);
  byId('receipt').dataset['payment'] = order.payment;
  byId('number').textContent = String(order.number);
  byId('facts').hidden = false;
  const pay = byId<HTMLAnchorElement>('pay');
  pay.href = `/checkout?order=${encodeURIComponent(order.id)}`;
  pay.hidden = order.payment !== 'open' || !keysOf(order.id);
}

function say(title: Word, text: Word): void {
  // Written only when it changes: a live region that is filled again is read again.
  if (byId('status').textContent !== word(title)) byId('status').textContent = word(title);
  byId('status').dataset['text'] = title;
  if (byId('explanation').textContent !== word(text)) byId('explanation').textContent = word(text);
}
