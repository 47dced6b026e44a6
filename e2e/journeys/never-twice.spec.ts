import { loadMessages } from '@florin/locale';
import { test as base } from '@playwright/test';
import { Customer, expect, test } from '../customer.js';

test('a decline brings everything back but the security code, and a second card pays the same intent', async ({
  customer,
  page,
}) => {
  await customer.pays({ number: '4000 0000 0000 9995', holder: 'Ada Lovelace' });
  await customer.seesDecline('reason.insufficient_funds');
  await expect(customer.field('number')).toHaveValue('4000 0000 0000 9995');
  await expect(customer.field('expiry')).toHaveValue('12 / 42');
  await expect(customer.field('holder')).toHaveValue('Ada Lovelace');
  await expect(customer.field('cvc')).toHaveValue('');
  await customer.field('number').fill('5555 5555 5555 4444');
  await customer.field('cvc').fill('321');
  await page.keyboard.press('Enter');
  await customer.seesPaid();
  expect((await customer.atProvider())?.attempts.map(({ status }) => status)).toEqual(['failed', 'completed']);
});

test('a wrong security code leads to its field', async ({ customer }) => {
  await customer.pays({ number: '4000 0000 0000 0127' });
  await customer.seesDecline('reason.check_cvc');
  await expect(customer.field('cvc')).toBeFocused();
  await expect(customer.field('cvc')).toHaveAccessibleDescription(new RegExp(customer.says('reason.check_cvc')));
});

test('pressing Pay ten times quickly makes one attempt', async ({ customer }) => {
  await customer.types({ number: '4000 0000 0000 0788' });
  await customer.payButton.evaluate((button: HTMLElement) => {
    for (let press = 0; press < 10; press += 1) button.click();
  });
  await customer.seesPaid();
  expect((await customer.orderAsTold()).attempts).toBe(1);
  expect((await customer.atProvider())?.attempts).toHaveLength(1);
});

test('an answer that is lost on the way is asked for with the same key, and is paid once', async ({
  customer,
  page,
}) => {
  const keys: (string | null)[] = [];
  let lost = 0;
  await page.route('**/attempts', async (route) => {
    keys.push(await route.request().headerValue('idempotency-key'));
    if (lost > 0) return route.continue();
    lost += 1;
    // The backend gets it and does it; its answer never arrives. Nor does any read or stream for a while.
    await route.fetch();
    return route.abort('connectionreset');
  });
  let reads = 0;
  await page.route(/\/intents\/[^/]+(\/events)?$/, (route) => {
    reads += 1;
    return reads < 4 ? route.abort('connectionreset') : route.continue();
  });
  await customer.pays({ number: '4242 4242 4242 4242' });
  await customer.seesPaid();
  expect(new Set(keys).size).toBe(1);
  expect((await customer.atProvider())?.attempts).toHaveLength(1);
});

test('a reload while the answer is on its way finds the payment', async ({ customer, page }) => {
  await customer.pays({ number: '4000 0000 0000 0788' });
  await customer.isIn('processing');
  await page.reload();
  await customer.seesPaid();
  expect((await customer.atProvider())?.attempts).toHaveLength(1);
});

test('a stream that is cut: polling finishes the payment', async ({ customer, page }) => {
  let streams = 0;
  let reads = 0;
  await page.route('**/events', (route) => {
    streams += 1;
    // The first one ends in the middle of a line; after that there is none.
    return streams === 1
      ? route.fulfill({ contentType: 'text/event-stream', body: ': heartbeat\n\nevent: inte' })
      : route.abort('connectionreset');
  });
  page.on('request', (request) => {
    if (/\/intents\/[^/]+$/.test(request.url())) reads += 1;
  });
  await customer.pays({ number: '4000 0000 0000 0788' });
  await customer.seesPaid();
  expect(streams).toBeGreaterThanOrEqual(2);
  expect(reads).toBeGreaterThanOrEqual(3);
});

test('the order page tells what the backend says, and survives a reload', async ({ customer, page }) => {
  const order = customer.orderId;
  const status = page.locator('florin-payment-status');
  await page.goto(`/order?id=${order}`);
  await expect(status.getByRole('heading', { name: 'Waiting for the payment' })).toBeVisible();
  await page.goto(`/checkout?order=${order}`);
  await customer.isIn('ready');
  await customer.pays({ number: '4242 4242 4242 4242' });
  await customer.seesPaid();
  expect((await customer.orderAsTold()).payment).toBe('paid');
  await page.goto(`/order?id=${order}`);
  await expect(status.getByRole('heading', { name: customer.says('paid.title'), exact: true })).toBeVisible();
  await page.reload();
  await expect(status.getByRole('heading', { name: customer.says('paid.title'), exact: true })).toBeVisible();
});

base('what is paid leads to the shop’s page of the order by itself', async ({ page }) => {
  const customer = new Customer(page, await loadMessages('en'), 'en');
  await customer.order();
  const order = customer.orderId;
  await customer.pays({ number: '4242 4242 4242 4242' });
  await page.waitForURL(`/order?id=${order}`);
  const status = page.locator('florin-payment-status');
  await expect(status.getByRole('heading', { name: customer.says('paid.title'), exact: true })).toBeVisible();
});
