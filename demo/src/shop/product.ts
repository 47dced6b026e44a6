import '@florin/display/define/accepted-methods';
import '@florin/display/define/installments';
import { formatMoney } from '@florin/locale';
import { acceptedBy } from './accepted.js';
import { installmentsAttributes } from './installments-attributes.js';
import { shopLocale, startLanguage, word } from './language.js';
import { RefusedError, createOrder, keepKeys, readPrice } from './orders.js';
import { byId } from './page.js';
import { chosenProvider, drawnProvider, settingsOf, startSettings } from './settings.js';
import { startTestCards } from './test-cards.js';

const offer = byId<HTMLFormElement>('offer');
const quantity = offer.elements.namedItem('quantity') as HTMLSelectElement;

const testCards = startTestCards(chosenProvider);
startSettings(offer, () => {
  testCards.refresh();
  document.querySelector('florin-accepted-methods')?.setAttribute('methods', acceptedBy(chosenProvider()));
  void showPrice();
});
startLanguage(() => void showPrice());
quantity.addEventListener('change', () => void showPrice());
// Coming back, a browser may have kept another choice than the server has drawn.
if (quantity.value !== '1' || chosenProvider() !== drawnProvider()) void showPrice();

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
      ...chosenPlan(),
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

/** What the chosen number of lamps costs, and in which parts it can be paid, as the server says: it asks the lender. */
async function showPrice(): Promise<void> {
  const [count, provider] = [quantity.value, chosenProvider()];
  const price = await readPrice({ product: 'lune', quantity: Number(count), provider }).catch(() => undefined);
  // Something else has been chosen meanwhile.
  if (count !== quantity.value || provider !== chosenProvider()) return;
  byId('installments').hidden = !price || price.plans.length === 0;
  if (!price) return;
  byId('price').textContent = formatMoney(price.amount, shopLocale());
  const element = byId('installments').querySelector('florin-installments');
  for (const [name, value] of Object.entries(installmentsAttributes(price))) element?.setAttribute(name, String(value));
}

/** What was chosen among the plans goes on into the checkout. */
function chosenPlan(): { plan?: string } {
  const plan = byId('installments').querySelector('florin-installments')?.getAttribute('plan');
  return plan && !byId('installments').hidden ? { plan } : {};
}
