import type { Page } from '@playwright/test';
import { expect } from '../customer.js';
import { OrderPage } from '../order-page.js';
import { test } from '../shopper.js';

/** Holds back the script in which `words` stand. Resolved, once it is asked for, to what lets it through. */
async function heldBack(page: Page, words: string): Promise<{ asked: Promise<void>; release: () => void }> {
  let ask = () => {};
  let release = () => {};
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes(words)) {
      ask();
      await released;
    }
    await route.fulfill({ response });
  });
  return { asked, release };
}

test('what the page says while the code for following is on its way is not unsaid by it', async ({ shopper }) => {
  await shopper.ordersFrom('payments-trust');
  const order = await OrderPage.open(shopper);
  await order.page.route('**/api/checkout/**', (route) => route.abort());
  const { asked, release } = await heldBack(order.page, 'option_missing');
  await order.page.reload();
  await asked;
  await order.stands('waiting', 'status.waiting.title');
  await order.status.evaluate((element) => {
    const known = JSON.parse(element.getAttribute('snapshot') ?? '{}') as object;
    element.setAttribute('snapshot', JSON.stringify({ ...known, version: 99, status: 'completed' }));
  });
  await order.stands('completed', 'paid.title');
  release();
  await expect(order.status.getByRole('button', { name: order.says('status.check') })).toBeVisible();
  await order.stands('completed', 'paid.title');
});

test('with the right key after a wrong one it is out of date no more, though nothing has happened', async ({
  shopper,
}) => {
  await shopper.ordersFrom('payments-trust');
  await shopper.pays({ number: '5519283812030000' });
  await shopper.seesPaid();
  const right = await OrderPage.open(shopper);
  const secret = await right.status.getAttribute('client-secret');
  const order = await OrderPage.open(shopper, { secret: 'not-the-secret' });
  const check = order.status.getByRole('button', { name: order.says('status.check') });
  await expect(check).toBeVisible();
  await order.status.evaluate((element, said) => element.setAttribute('client-secret', said ?? ''), secret);
  await expect(check).toBeHidden();
  await order.stands('completed', 'paid.title');
});

test('taken out of the page while it loads, it asks for nothing', async ({ shopper }) => {
  await shopper.ordersFrom('payments-trust');
  const order = await OrderPage.open(shopper);
  await order.stands('waiting', 'status.waiting.title');
  const { asked, release } = await heldBack(order.page, 'En attente du paiement');
  const calls: string[] = [];
  order.page.on('request', (request) => {
    if (request.url().includes('pi_taken_out')) calls.push(request.url());
  });
  const element = await order.status.evaluateHandle((other) => {
    const made = document.createElement('florin-payment-status');
    const known = JSON.parse(other.getAttribute('snapshot') ?? '{}') as object;
    const said = {
      locale: 'fr',
      endpoint: '/api/checkout',
      intent: 'pi_taken_out',
      'client-secret': 'secret',
      snapshot: JSON.stringify({ ...known, id: 'pi_taken_out' }),
    };
    for (const [name, value] of Object.entries(said)) made.setAttribute(name, value);
    document.body.append(made);
    return made;
  });
  await asked;
  await element.evaluate((made) => made.remove());
  release();
  await expect.poll(() => element.evaluate((made) => made.shadowRoot?.textContent)).toContain('En attente');
  await order.looksAgain();
  await order.looksAgain();
  expect(calls).toEqual([]);
  // In the page again, it does.
  await element.evaluate((made) => document.body.append(made));
  await expect.poll(() => calls.length).toBeGreaterThan(0);
});
