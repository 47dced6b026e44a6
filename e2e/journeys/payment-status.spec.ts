import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, sandboxOf } from '../customer.js';
import { OrderPage } from '../order-page.js';
import { test } from '../shopper.js';

/** Whose bank may take a payment back. */
const PROVIDER = 'payments-trust';
const paid = { number: '5519283812030000' };
const declined = { number: '4302912837020000', expiry: '05/29' };

/** In the back office of the shop, or of the bank: half of what is left, or all of it. */
async function givesBack(page: Page, order: string, way: 'refund' | 'charge-back', part: boolean): Promise<void> {
  const { request } = page;
  const told = (await (await request.get(`/api/orders/${order}`)).json()) as { order: { number: number } };
  const control = `${sandboxOf(page)}/control/payments`;
  // A try that failed is another payment to this provider.
  const { payments } = (await (await request.get(control)).json()) as {
    payments: { id: string; metadata: Record<string, string> }[];
  };
  const made = payments.filter(({ metadata }) => metadata['order'] === String(told.order.number)).at(-1);
  expect((await request.post(`${control}/${made?.id}/${way}`, { data: { part } })).ok()).toBe(true);
}

async function expectNothingFound({ page }: OrderPage): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('florin-payment-status').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

for (const language of ['en', 'ar']) {
  test.describe(language, () => {
    test.use({ language });

    test('a second window tells by itself: waiting, declined, paid, refunded twice, taken back', async ({
      shopper,
    }) => {
      // A whole life of a payment.
      test.slow();
      await shopper.ordersFrom(PROVIDER);
      const order = await OrderPage.open(shopper);
      await order.stands('waiting', 'status.waiting.title');
      await expect(order.status.getByText('Atelier Nord')).toBeVisible();
      await expect(order.said).toBeEmpty();
      await expectNothingFound(order);

      await shopper.pays(declined);
      await order.stands('attempt_failed', 'failed.title');
      await expect(order.status.getByText(order.says('reason.insufficient_funds'), { exact: true })).toBeVisible();
      await expect(order.said).toContainText(order.says('status.again'));
      await shopper.seesDecline('reason.insufficient_funds');

      await shopper.pays(paid);
      await order.stands('completed', 'paid.title');
      await expect(order.status).toHaveAttribute('status', 'completed');
      await expect(order.said).toContainText(/49[.,]99/);
      await expect(order.said).not.toContainText(order.says('status.again'));
      await shopper.seesPaid();

      await givesBack(order.page, order.id, 'refund', true);
      await order.sees(order.reversals, [/25[.,]00/]);
      await expect(order.status).toHaveAttribute('status', 'partially_refunded');
      await givesBack(order.page, order.id, 'refund', true);
      await order.sees(order.reversals, [/25[.,]00/, /12[.,]50/]);
      await expect(order.said).toContainText(/37[.,]50/);
      await expectNothingFound(order);

      await givesBack(order.page, order.id, 'charge-back', false);
      await order.sees(order.reversals, [/25[.,]00/, /12[.,]50/, /12[.,]49/]);
      await expect(order.status).toHaveAttribute('status', /charged_back$/);
      await expect(order.said).toContainText(/12[.,]49/);
    });
  });
}

test('a backend that goes away hides nothing: it may be out of date, says the page, and since when', async ({
  shopper,
}) => {
  await shopper.ordersFrom(PROVIDER);
  await shopper.pays(paid);
  await shopper.seesPaid();
  const order = await OrderPage.open(shopper);
  await order.stands('completed', 'paid.title');
  const [stale] = order.says('status.stale').split('{date}');
  await order.page.route('**/api/checkout/**', (route) => route.abort());
  // A question that is on its way may be answered yet.
  await order.sees(order.status.locator('[part=stale]'), [new RegExp(stale!)]);
  await expect(order.said).toContainText(stale!);
  await order.stands('completed', 'paid.title');
  await expectNothingFound(order);

  // Asked while it is still away, it says so again.
  const check = order.status.getByRole('button', { name: order.says('status.check') });
  const lost = order.page.waitForEvent('requestfailed');
  await check.press('Enter');
  await lost;
  await expect(order.said).toContainText(stale!);
  await expect(check).toBeFocused();

  await order.page.unroute('**/api/checkout/**');
  await check.press('Enter');
  await expect(check).toBeHidden();
  await expect(order.status.getByRole('heading')).toBeFocused();
  await expect(order.status.getByText(stale!)).toHaveCount(0);
});

test('nobody asks about a paid order while nobody sees the page; shown again, it is asked at once', async ({
  shopper,
}) => {
  await shopper.ordersFrom(PROVIDER);
  await shopper.pays(paid);
  await shopper.seesPaid();
  const order = await OrderPage.open(shopper);
  await order.stands('completed', 'paid.title');
  await expect.poll(() => order.reads).toBe(1);
  const isShown = (state: DocumentVisibilityState) =>
    order.page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await isShown('hidden');
  await order.looksAgain();
  await order.looksAgain();
  expect(order.reads).toBe(1);
  await givesBack(order.page, order.id, 'refund', true);
  await isShown('visible');
  await order.sees(order.reversals, [/25[.,]00/]);
});

test('with a wrong key it stays what the server drew, and does not go on asking', async ({ shopper }) => {
  await shopper.ordersFrom(PROVIDER);
  const order = await OrderPage.open(shopper, { secret: 'not-the-secret' });
  await expect(order.status.getByRole('button', { name: order.says('status.check') })).toBeVisible();
  await order.stands('waiting', 'status.waiting.title');
  const before = order.reads;
  await order.looksAgain();
  await order.looksAgain();
  expect(order.reads).toBe(before);
});

test('an older snapshot, or one of another payment, changes nothing; a newer one does, and the page hears of it', async ({
  shopper,
}) => {
  await shopper.ordersFrom(PROVIDER);
  await shopper.pays(paid);
  await shopper.seesPaid();
  const order = await OrderPage.open(shopper, { secret: 'not-the-secret' });
  await order.stands('completed', 'paid.title');
  const known = JSON.parse((await order.status.getAttribute('snapshot')) ?? '{}') as Record<string, unknown>;
  const gives = (changes: Record<string, unknown>) =>
    order.status.evaluate(
      (element, snapshot) => element.setAttribute('snapshot', snapshot),
      JSON.stringify({ ...known, ...changes }),
    );
  await order.status.evaluate((element) => {
    element.addEventListener('florin-status', (event) => {
      element.dataset['heard'] = JSON.stringify((event as CustomEvent).detail);
    });
  });
  await gives({ version: 0, status: 'pending' });
  await gives({ version: 98, id: 'pi_other', status: 'failed' });
  await order.stands('completed', 'paid.title');
  await expect(order.status).not.toHaveAttribute('data-heard');
  await gives({ version: 99, status: 'refunded' });
  await order.stands('completed', 'status.refunded.title');
  await expect(order.status).toHaveAttribute(
    'data-heard',
    JSON.stringify({ status: 'refunded', phase: 'completed', version: 99 }),
  );
});

test('without a script it is read as the server drew it', async ({ shopper, browser, baseURL }) => {
  await shopper.ordersFrom(PROVIDER);
  const { page: till, orderId } = shopper;
  await shopper.pays(paid);
  await shopper.seesPaid();
  await givesBack(till, orderId, 'refund', true);
  const reader = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await reader.newPage();
  await expect(async () => {
    await page.goto(`/order?id=${orderId}`);
    await expect(page.locator('florin-payment-status').getByRole('listitem')).toHaveText([/25\.00/], { timeout: 500 });
  }).toPass();
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(page.locator('florin-payment-status').getByText(/25\.00.*49\.99/)).toBeVisible();
  await reader.close();
});
