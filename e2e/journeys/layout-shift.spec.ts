import { expect, type Page, test } from '@playwright/test';
import { Customer } from '../customer.js';
import { placesIn, shiftsOf, slowDown, watchShifts, type Place } from '../layout-shifts.js';

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 720 };

/** As docs/theming.md advises: the tag has its height before its code is there. What stands below it is the page's. */
const reserved = 'florin-checkout { display: block; min-block-size: 27rem }';

/** A merchant's page with one tag, something below it, and an order that is paid by card alone. */
async function openPlainCard(page: Page): Promise<Customer> {
  const answer = await page.request.post('/api/orders', { data: { product: 'lune', provider: 'payments-trust' } });
  const { intent, client_secret: secret } = (await answer.json()) as { intent: string; client_secret: string };
  await page.route('**/one-tag', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? '';
    const body = html
      .replace(/ intent="[^"]*"/, ` intent="${intent}"`)
      .replace(/ client-secret="[^"]*"/, ` client-secret="${secret}"`)
      .replace('</head>', `<style nonce="${nonce}">${reserved}</style></head>`)
      .replace('</body>', '<footer>What the page has below</footer></body>');
    await route.fulfill({ response, body });
  });
  const customer = await Customer.at(page);
  await page.goto('/one-tag');
  return customer;
}

async function isThere(customer: Customer): Promise<void> {
  await customer.isIn('ready');
  await expect(customer.payButton).toBeVisible();
  await customer.page.waitForLoadState('networkidle');
}

/** The brand's mark comes with the first digits, from a file of its own. */
const hasMark = (customer: Customer) => expect(customer.checkout.locator('[part=mark]')).toBeVisible();

for (const viewport of [phone, desktop])
  test.describe(`${viewport.width} pixels wide, on a slow line with a slow processor`, () => {
    test.use({ viewport });

    test.beforeEach(async ({ page }) => {
      await watchShifts(page);
      await slowDown(page);
    });

    test('a card form: nothing moves from the first paint until it is ready', async ({ page }) => {
      const customer = await openPlainCard(page);
      await isThere(customer);
      expect(await shiftsOf(page)).toEqual([]);
    });

    test('the shop’s checkout: nothing moves from the first paint until it is ready', async ({ page }) => {
      const customer = await Customer.at(page);
      await customer.order();
      await isThere(customer);
      expect(await shiftsOf(page)).toEqual([]);
    });
  });

test('an error moves nothing', async ({ page }) => {
  const customer = await openPlainCard(page);
  await isThere(customer);
  const number = customer.field('number');
  await number.fill('4242 4242 4242 4241');
  await hasMark(customer);
  const before = await placesIn(customer.checkout);
  await customer.field('cvc').focus();
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  // It stands in the line of the hint.
  const after = await placesIn(customer.checkout);
  expect(after.filter(({ name }) => name !== 'error')).toEqual(before.filter(({ name }) => name !== 'error'));
});

test('the words about a decline push down what is below them, all by as much', async ({ page }) => {
  const customer = await openPlainCard(page);
  await isThere(customer);
  // How this provider's sandbox is made to decline: by the date.
  await customer.types({ number: '4302 9128 3702 0000', expiry: '05/29' });
  await hasMark(customer);
  const before = await placesIn(customer.checkout);
  await customer.payButton.click();
  await customer.seesDecline('reason.insufficient_funds');
  const after = await placesIn(customer.checkout);
  const downOf = (places: Place[], part: string) => places.find(({ name }) => name.split(' ').includes(part))?.top ?? 0;
  const pushed = downOf(after, 'fields') - downOf(before, 'fields');
  expect(pushed).toBeGreaterThan(0);
  // The mark of the brand comes and goes with the number, which the checkout has kept.
  const expected = before.map(({ name, left, top }) => ({ name, left, top: name === 'form' ? top : top + pushed }));
  expect(after.filter(({ name }) => before.some((place) => place.name === name))).toEqual(expected);
});
