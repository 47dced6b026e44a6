import '@florin/elements/define/checkout';
import type { FlorinCheckout } from '@florin/elements';
import { shopLocale, startLanguage, word } from './language.js';
import { showOrderLines } from './order-lines.js';
import { keysOf, readOrder } from './orders.js';
import type { Order } from './orders.js';
import { afterPaint, byId } from './page.js';
import { startTestCards } from './test-cards.js';

/** ms the success stays on screen before the order page opens by itself. */
const SUCCESS_SHOWN = 2_500;

const id = new URLSearchParams(location.search).get('order') ?? '';
const orderPage = `/order?id=${encodeURIComponent(id)}`;
let order: Order | undefined;
let checkout: FlorinCheckout | undefined;

startLanguage(() => order && showOrderLines(order));
startTestCards(() => order?.provider);
mount();
void summarise();

function mount(): void {
  const keys = keysOf(id);
  if (!keys) {
    // Back from the bank, but in another browser: how the payment stands can be read there.
    byId('problem').textContent = word('checkoutElsewhere');
    showOrderLink();
    return;
  }
  checkout = document.createElement('florin-checkout');
  checkout.setAttribute('endpoint', '/api/checkout');
  checkout.setAttribute('intent', keys.intent);
  checkout.setAttribute('client-secret', keys.clientSecret);
  checkout.setAttribute('locale', shopLocale());
  // Fetched when a payment asks for it: few do.
  checkout.plugins = {
    sandbox_wallet: (context) => import('./sandbox-wallet.js').then(({ sandboxWallet }) => sandboxWallet(context)),
  };
  checkout.addEventListener('florin-success', () => {
    showOrderLink();
    setTimeout(() => location.assign(orderPage), SUCCESS_SHOWN);
  });
  byId('checkout').append(checkout);
}

function showOrderLink(): void {
  byId('after').hidden = false;
  byId<HTMLAnchorElement>('see-order').href = orderPage;
}

async function summarise(): Promise<void> {
  try {
    const found = await readOrder(id);
    if (!found) return;
    order = found;
    afterPaint(() => showOrderLines(found));
  } catch {
    // The summary is an addition: the customer can pay without it.
  }
}
