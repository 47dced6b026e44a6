import '@florin/display/define/payment-status';
import { shopLocale, startLanguage, word } from './language.js';
import { orderView } from './order-view.js';
import { keysOf, readOrder, refundOrder } from './orders.js';
import type { Order } from './orders.js';
import { byId } from './page.js';
import { showView } from './show-view.js';
import { startTestCards } from './test-cards.js';

/** ms between two looks of a page without the key to the payment: it asks the shop. */
const LOOK_AGAIN = 2_000;
/** A refund shows when its provider has told the shop: how often it is looked for, and the ms between. */
const REFUND_LOOKS = { times: 10, every: 200 };

const id = new URLSearchParams(location.search).get('id') ?? '';
/** How the payment stands is the element's to say; it follows by itself where it has the key. */
const status = document.querySelector('florin-payment-status');
const keys = keysOf(id);

const refunds = [
  ['refund', false],
  ['refund-part', true],
] as const;

let shown: Order | undefined;
let nextLook: ReturnType<typeof setTimeout> | undefined;

startTestCards(() => shown?.provider);
for (const [name, part] of refunds) byId(name).addEventListener('click', () => void refund(name, part));
if (keys && status) {
  status.setAttribute('endpoint', '/api/checkout');
  status.setAttribute('intent', keys.intent);
  status.setAttribute('client-secret', keys.clientSecret);
}
status?.addEventListener('florin-status', () => void look());
void look();
startLanguage(() => shown && showView(orderView(shown, shopLocale())));

/** Only the backend knows how an order stands: this page asks it, on every load and whenever the payment has moved. */
async function look(): Promise<void> {
  clearTimeout(nextLook);
  try {
    const order = await readOrder(id);
    if (order) show(order);
    if (!keys && order?.payment === 'in_progress') lookAgain();
  } catch {
    lookAgain();
  }
}

/** Whatever asked for it, there is one next look. */
function lookAgain(): void {
  clearTimeout(nextLook);
  nextLook = setTimeout(() => void look(), LOOK_AGAIN);
}

function show(order: Order): void {
  shown = order;
  // An older one than it knows does not change what it says.
  status?.setAttribute('snapshot', JSON.stringify(order.snapshot));
  showView(orderView(order, shopLocale()));
  byId('order').dataset['payment'] = order.payment;
}

/** Whoever tries the demo is its customer and its shop. */
async function refund(pressed: string, part: boolean): Promise<void> {
  const before = shown?.snapshot.version;
  byId('problem').textContent = '';
  refunding(true);
  try {
    await refundOrder(id, part);
    for (let looks = 0; looks < REFUND_LOOKS.times && shown?.snapshot.version === before; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, REFUND_LOOKS.every));
      await look();
    }
  } catch {
    byId('problem').textContent = word('refundFailed');
  }
  refunding(false);
  // What is disabled or hidden loses the focus; somebody who has moved on meanwhile keeps theirs.
  if (document.activeElement === document.body) byId(byId('back-office').hidden ? 'title' : pressed).focus();
}

/** Pressed twice, it would be two refunds. */
function refunding(is: boolean): void {
  for (const [name] of refunds) byId<HTMLButtonElement>(name).disabled = is;
}
