import { formatMoney } from '@florin/locale';
import { shopLocale, startLanguage, word } from './language.js';
import { createOrder, keepKeys } from './orders.js';
import type { Choice } from './orders.js';
import { afterPaint, byId } from './page.js';
import { startScenarios } from './scenarios.js';

const offer = byId<HTMLFormElement>('offer');

startScenarios();
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
      ...settingsOf(choice),
    });
    keepKeys(order.id, keys);
    location.assign(`/checkout?order=${encodeURIComponent(order.id)}`);
  } catch {
    byId('problem').textContent = word('shopDown');
    busy(false);
  }
}

/** What the checkout is to ask for; nothing chosen is the plain shop. */
function settingsOf(choice: FormData): Partial<Choice> {
  const fields = choice.getAll('fields').map((name) => [String(name), 'required'] as const);
  return {
    ...(choice.has('customer') && { customer: String(choice.get('customer')) }),
    ...(choice.has('save') && { save: true, customer: String(choice.get('customer') ?? 'new') }),
    ...(choice.has('brand_choice') && { brand_choice: true }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
  };
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
