import { startLanguage, word } from './language.js';
import { showInstallments, showOrderLines } from './order-lines.js';
import { keysOf, readOrder, refundOrder } from './orders.js';
import type { Order } from './orders.js';
import { byId } from './page.js';
import { startTestCards } from './test-cards.js';
import type { Word } from './words.js';

/** ms between two looks at a payment that is under way. */
const LOOK_AGAIN = 2_000;
/** A refund shows when its provider has told the shop: how often it is looked for, and the ms between. */
const REFUND_LOOKS = { times: 10, every: 200 };

const id = new URLSearchParams(location.search).get('id') ?? '';

const sayings: Record<Order['payment'], [title: Word, text: Word]> = {
  paid: ['paid', 'paidText'],
  partly_refunded: ['partlyRefunded', 'partlyRefundedText'],
  refunded: ['refunded', 'refundedText'],
  charged_back: ['chargedBack', 'chargedBackText'],
  in_progress: ['inProgress', 'inProgressText'],
  open: ['open', 'openText'],
  not_paid: ['notPaid', 'notPaidText'],
};

/** What is paid in instalments: the first of them is, or not even that one. */
const agreed: [title: Word, text: Word] = ['agreed', 'agreedText'];

const refunds = [
  ['refund', false],
  ['refund-part', true],
] as const;

let show = (): void => undefined;
let shown: Order | undefined;

startLanguage(() => show());
startTestCards(() => shown?.provider);
for (const [name, part] of refunds) byId(name).addEventListener('click', () => void refund(name, part));
void look();

/** Only the backend knows how a payment stands: this page asks it, on every load. */
async function look(): Promise<void> {
  try {
    const order = await readOrder(id);
    shown = order;
    show = () => (order ? showOrder(order) : say('unknownOrder', 'unknownOrderText'));
    if (order?.payment === 'in_progress') setTimeout(() => void look(), LOOK_AGAIN);
  } catch {
    setTimeout(() => void look(), LOOK_AGAIN);
    show = () => say('readingOrder', 'shopDown');
  }
  show();
}

/** Whoever tries the demo is its customer and its shop. */
async function refund(pressed: string, part: boolean): Promise<void> {
  const before = shown?.payment;
  byId('problem').textContent = '';
  refunding(true);
  try {
    await refundOrder(id, part);
    for (let looks = 0; looks < REFUND_LOOKS.times && shown?.payment === before; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, REFUND_LOOKS.every));
      await look();
    }
  } catch {
    byId('problem').textContent = word('refundFailed');
  }
  refunding(false);
  // What is disabled or hidden loses the focus; somebody who has moved on meanwhile keeps theirs.
  if (document.activeElement === document.body) byId(byId('back-office').hidden ? 'status' : pressed).focus();
}

/** Pressed twice, it would be two refunds. */
function refunding(is: boolean): void {
  for (const [name] of refunds) byId<HTMLButtonElement>(name).disabled = is;
}

function showOrder(order: Order): void {
  const isAgreed = order.payment === 'paid' && order.installments !== null;
  say(...(isAgreed ? agreed : sayings[order.payment]));
  showOrderLines(order);
  showInstallments(order);
  byId('receipt').dataset['payment'] = order.payment;
  byId('number').textContent = String(order.number);
  byId('facts').hidden = false;
  const pay = byId<HTMLAnchorElement>('pay');
  pay.href = `/checkout?order=${encodeURIComponent(order.id)}`;
  pay.hidden = order.payment !== 'open' || !keysOf(order.id);
  byId('back-office').hidden = order.payment !== 'paid' && order.payment !== 'partly_refunded';
}

function say(title: Word, text: Word): void {
  // Written only when it changes: a live region that is filled again is read again.
  if (byId('status').textContent !== word(title)) byId('status').textContent = word(title);
  byId('status').dataset['text'] = title;
  if (byId('explanation').textContent !== word(text)) byId('explanation').textContent = word(text);
}
