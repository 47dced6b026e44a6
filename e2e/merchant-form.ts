import type { Page } from '@playwright/test';

/** What the merchant's own page knows of its forms. */
interface Told {
  /** What the order form carried, each time it was submitted. */
  submitted: Record<string, string>[];
  /** The cards that were exchanged for a reference. */
  exchanged: { number: string; holder?: string }[];
  /** The next exchange fails. */
  fails: boolean;
}

// The merchant's script: forms are read instead of sent. Its exchange answers with a reference that is good once.
const script = `
  const told = { submitted: [], exchanged: [], fails: false };
  globalThis.told = told;
  for (const form of document.forms)
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      told.submitted.push(Object.fromEntries(new FormData(form)));
    });
  const card = document.querySelector('form#order > florin-card');
  if (card) {
    await customElements.whenDefined('florin-card');
    card.createReference = async (input) => {
      if (told.fails) return { problem: { code: 'rate_limited' } };
      told.exchanged.push(input);
      return { reference: 'ref_' + told.exchanged.length };
    };
  }
  const checkout = document.querySelector('florin-checkout');
  if (checkout) {
    const response = await fetch('/api/orders', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ product: 'lune', quantity: 1 }),
    });
    const { intent, client_secret } = await response.json();
    checkout.setAttribute('intent', intent);
    checkout.setAttribute('client-secret', client_secret);
  }
  document.documentElement.dataset.ready = '';
`;

const page = (tag: string) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>A merchant's forms</title>
  <link rel="icon" href="data:,">
  <script type="module" src="/florin/florin.js"></script>
  <form id="newsletter">
    <label>Your name <input name="name" autocomplete="name"></label>
    <label>Town <input name="town" autocomplete="address-level2"></label>
    <label>Customer number <input name="number" autocomplete="off"></label>
  </form>
  <form id="order">
    <label>Name <input name="name" autocomplete="name"></label>
    <label>Street <input name="street" autocomplete="street-address"></label>
    ${tag}
    <button>Order</button>
  </form>
  <script type="module">${script}</script>
</html>`;

export const cardAlone = '<florin-card name="card" required locale="en"></florin-card>';
export const wholeCheckout = '<florin-checkout endpoint="/api/checkout" locale="en"></florin-checkout>';

/** A page of the merchant's with a form of its own, and a tag inside it. */
export async function openMerchantForm(tab: Page, tag: string): Promise<void> {
  await tab.route('**/merchant-form', (route) => route.fulfill({ contentType: 'text/html', body: page(tag) }));
  await tab.goto('/merchant-form');
  await tab.locator('html[data-ready]').waitFor({ state: 'attached' });
}

export const toldBy = (tab: Page) => tab.evaluate(() => (globalThis as unknown as { told: Told }).told);

export const failNextExchange = (tab: Page, fails: boolean) =>
  tab.evaluate((value) => {
    (globalThis as unknown as { told: Told }).told.fails = value;
  }, fails);

/** What stands in the merchant's own fields: those outside every shadow root. */
export const merchantFields = (tab: Page) =>
  tab.evaluate(() => Array.from(document.querySelectorAll<HTMLInputElement>('form input'), ({ value }) => value));
