import { AxeBuilder } from '@axe-core/playwright';
import { loadDisplayMessages } from '@florin/locale/display';
import type { Page } from '@playwright/test';
import { type Customer, expect, test as base } from '../customer.js';
import { shiftsOf, watchShifts } from '../layout-shifts.js';
import { shadowText } from '../shadow-text.js';

/** A page that complains about nothing: no error, no warning, no breach of its policy. */
const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await page.addInitScript(() =>
        addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(violatedDirective)),
      );
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

const quantity = (page: Page, of: number) => page.getByRole('button', { name: String(of), exact: true });

/** What a server has drawn is marked until its element has taken it over. */
const isAlive = (page: Page) => expect(page.locator('[s-id]')).toHaveCount(0);

/** A payment that is made is looked at now and then, and when the line is back: until its provider has told the shop. */
const comesOnline = (page: Page, sees: () => Promise<void>) =>
  expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await sees();
  }).toPass();

/** Pays; the order. */
async function buys(customer: Customer): Promise<string> {
  const order = customer.orderId;
  await customer.pays({ number: '4242 4242 4242 4242' });
  await customer.seesPaid();
  return order;
}

async function axeFindsNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}

test.describe('React, before a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the product page says the price, the plans and the ways to pay', async ({ page }) => {
    const words = await loadDisplayMessages('installments', 'en');
    const accepted = await loadDisplayMessages('accepted-methods', 'en');
    await page.goto('/examples/react');
    await expect(page.getByText('1 for €49.99')).toBeVisible();
    await page.locator('florin-installments summary').click();
    await expect(page.getByText('€24.99').filter({ visible: true }).first()).toBeVisible();
    await expect(page.getByText(words['installments.today']).filter({ visible: true }).first()).toBeVisible();
    await expect(page.getByRole('list', { name: accepted['accepted.title'] }).getByRole('listitem')).toHaveCount(5);
  });

  test('an order that nobody knows is not found', async ({ request }) => {
    expect((await request.get('/examples/react/order?id=or_nobody')).status()).toBe(404);
  });
});

test('React takes over what the server has drawn: the same words, and nothing moves', async ({
  page,
  browser,
  baseURL,
}) => {
  const still = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const drawn = await still.newPage();
  await drawn.goto('/examples/react');
  await watchShifts(page);
  await page.goto('/examples/react');
  await isAlive(page);
  expect(await shadowText(page)).toBe(await shadowText(drawn));
  expect(await shiftsOf(page)).toEqual([]);
  await still.close();
});

for (const framework of ['react', 'vue']) {
  test(`${framework}: another quantity has another price and other plans`, async ({ page }) => {
    await page.goto(`/examples/${framework}`);
    await isAlive(page);
    await expect(page.getByText('1 for €49.99')).toBeVisible();
    await quantity(page, 3).click();
    await expect(page.getByText('3 for €149.97')).toBeVisible();
    await expect(quantity(page, 3)).toHaveAttribute('aria-pressed', 'true');
    await page.locator('florin-installments summary').click();
    await expect(page.getByText('€149.97').filter({ visible: true })).not.toHaveCount(1);
    await expect(page.locator('florin-installments').getByText('€24.99')).toHaveCount(0);
    await axeFindsNothing(page);
  });

  test(`${framework}: a shop that does not answer changes no price`, async ({ page, complaints }) => {
    await page.goto(`/examples/${framework}`);
    await expect(page.getByText('1 for €49.99')).toBeVisible();
    await isAlive(page);
    await page.route('**/api/price**', (route) => route.abort());
    await quantity(page, 2).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByText('1 for €49.99')).toBeVisible();
    await expect(quantity(page, 1)).toHaveAttribute('aria-pressed', 'true');
    // What the browser says of the line, not the page.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('net::ERR_FAILED')]);
  });

  test(`${framework}: an order that is paid, and refunded in part while it is looked at`, async ({
    customer,
    page,
  }) => {
    const words = await loadDisplayMessages('payment-status', 'en');
    const order = await buys(customer);
    await page.goto(`/examples/${framework}/order?id=${order}`);
    const status = page.locator('florin-payment-status');
    await expect(status.getByRole('heading', { name: words['paid.title'] })).toBeVisible();
    await expect(status.getByRole('link', { name: 'Back to the shop' })).toBeVisible();
    await isAlive(page);
    await axeFindsNothing(page);
    await page.request.post(`/api/orders/${order}/refund`, { data: { part: true } });
    await comesOnline(page, () => expect(status.getByRole('listitem')).toHaveText(/€25\.00/, { timeout: 500 }));
  });
}

test('React has the receipt follow the payment', async ({ customer, page }) => {
  const words = await loadDisplayMessages('receipt', 'en');
  const order = await buys(customer);
  await page.goto(`/examples/react/order?id=${order}`);
  const receipt = page.locator('florin-receipt');
  await expect(receipt.getByText('Visa •••• 4242')).toBeVisible();
  await expect(receipt.getByText(words['receipt.net'])).toHaveCount(0);
  await isAlive(page);
  await page.request.post(`/api/orders/${order}/refund`, { data: { part: true } });
  await comesOnline(page, () => expect(receipt.getByText(words['receipt.net'])).toBeVisible({ timeout: 500 }));
});
