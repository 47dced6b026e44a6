import { formatMoney } from '@florin/locale';
import { shopLocale, startLanguage, word } from './language.js';
import { RefusedError, createOrder, keepKeys } from './orders.js';
import { afterPaint, byId } from './page.js';
import { chosenProvider, settingsOf, startSettings } from './settings.js';
import { startTestCards } from './test-cards.js';

const offer = byId<HTMLFormElement>('offer');

const testCards = startTestCards(chosenProvider);
startSettings(offer, () => testCards.refresh());
startLanguage(() => afterPaint(showPrices));

offer.addEventListener('submit', (event) => {
  event.preventDefault();
  void order();
});

// Coming back from the checkout by the browser's memory finds the button usable again.
addEventListener('pageshow', () => busy(false));

async function order(): Promise<void> {
  busy(true);
  byId('problem').textContent = '';
  const choice = new FormData(offer);
  try {
    const { order, keys } = await createOrder({
      product: 'lune',
      glaze: String(choice.get('glaze')),
      quantity: Number(choice.get('quantity')),
      ...settingsOf(offer),
    });
    keepKeys(order.id, keys);
    location.assign(`/checkout?order=${encodeURIComponent(order.id)}`);
  } catch (error) {
    byId('problem').textContent = word(error instanceof RefusedError ? 'settingsRefused' : 'shopDown');
    busy(false);
  }
}

function busy(is: boolean): void {
  const button = offer.querySelector<HTMLButtonElement>('button.primary');
  if (button) button.disabled = is;
}

function showPrices(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-amount]')) {
    const amount = { value: Number(element.dataset['amount']), currency: 'EUR', exponent: 2 };
    element.textContent = formatMoney(amount, shopLocale());
  }
}
