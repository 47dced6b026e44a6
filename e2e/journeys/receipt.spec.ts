import { AxeBuilder } from '@axe-core/playwright';
import { format, formatMoney } from '@florin/locale';
import { loadDisplayMessages, type DisplayMessages } from '@florin/locale/display';
import type { Browser, Locator, Page } from '@playwright/test';
import { expect, sandboxOf } from '../customer.js';
import { type Shopper, test } from '../shopper.js';

type Words = DisplayMessages['receipt'];

const visa = { number: '4242424242424242' };
const euros = (value: number, locale: string) => formatMoney({ value, currency: 'EUR', exponent: 2 }, locale);

/** Pays the lamp; the receipt's address. */
async function buys(shopper: Shopper): Promise<string> {
  await shopper.ordersFrom('payment-intents');
  await shopper.pays(visa);
  await shopper.seesPaid();
  return `/receipt?order=${shopper.orderId}&lang=${shopper.locale}`;
}

/** What the shop does in its back office. */
async function refunds(shopper: Shopper, address: string, part: boolean): Promise<void> {
  const order = new URLSearchParams(address.split('?')[1]).get('order') ?? '';
  const answer = await shopper.page.request.post(`/api/orders/${order}/refund`, { data: { part } });
  expect(answer.ok()).toBe(true);
}

/** The receipt of somebody whose browser runs no scripts. */
async function withoutScripts(browser: Browser, address: string, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await look(page);
  await context.close();
}

const receiptOf = (page: Page) => page.locator('florin-receipt');
const titleOf = (page: Page) => receiptOf(page).getByRole('heading').first();
const printButton = (page: Page, words: Words) =>
  receiptOf(page).getByRole('button', { name: words['receipt.print'], exact: true });

/** The value that stands beside a name. */
function valueOf(page: Page, name: string): Locator {
  const line = receiptOf(page).locator('dl > div', { has: page.locator('dt', { hasText: name }) });
  return line.getByRole('definition');
}

/** Where each line stands. */
const placesOf = (page: Page) =>
  receiptOf(page).evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('h2, button, dt, dd') ?? [])].map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return [each.textContent, x, y, width, height].join(' ');
    }),
  );

for (const locale of ['en', 'fr', 'ar'])
  test.describe(locale, () => {
    test.use({ language: locale });

    test('is read without scripts: what was paid, with what, when; then what went back', async ({
      shopper,
      browser,
    }) => {
      const words = await loadDisplayMessages('receipt', locale);
      const address = await buys(shopper);
      const { number } = await shopper.orderAsTold();
      await withoutScripts(browser, address, async (page) => {
        await expect(titleOf(page)).toHaveText(words['receipt.title']);
        await expect(valueOf(page, words['receipt.amount'])).toHaveText(euros(4999, locale));
        await expect(valueOf(page, words['receipt.method'])).toHaveText('Visa •••• 4242');
        await expect(valueOf(page, words['receipt.merchant'])).toHaveText('Atelier Nord');
        await expect(valueOf(page, words['receipt.reference'])).toHaveText(String(number));
        await expect(valueOf(page, words['receipt.date'])).toHaveText(/\(UTC\+0[12]:00\)/);
        await expect(receiptOf(page).locator('article')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
        await expect(printButton(page, words)).toHaveCount(0);
        await expect(receiptOf(page).getByText(words['receipt.returned'])).toHaveCount(0);

        await refunds(shopper, address, true);
        const { snapshot } = await orderOf(shopper, address);
        const [{ amount }] = snapshot.refunds as [{ amount: number }];
        await page.reload();
        await expect(valueOf(page, words['receipt.refund'])).toHaveText(euros(amount, locale));
        await expect(valueOf(page, words['receipt.net'])).toHaveText(euros(4999 - amount, locale));
        await expect(valueOf(page, words['receipt.amount'])).toHaveText(euros(4999, locale));

        await refunds(shopper, address, false);
        await orderOf(shopper, address, 2);
        await page.reload();
        await expect(valueOf(page, words['receipt.refund'])).toHaveText([
          euros(amount, locale),
          euros(4999 - amount, locale),
        ]);
        await expect(valueOf(page, words['receipt.net'])).toHaveText(euros(0, locale));
      });
    });
  });

/** The order, once the shop has learnt of so many refunds. */
async function orderOf({ page }: Shopper, address: string, count = 1) {
  const order = new URLSearchParams(address.split('?')[1]).get('order') ?? '';
  let told: { snapshot: { refunds?: { amount: number }[]; charge_backs?: { amount: number }[] } } | undefined;
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/orders/${order}`);
      told = ((await answer.json()) as { order: typeof told }).order;
      return told?.snapshot.refunds?.length;
    })
    .toBe(count);
  return told as NonNullable<typeof told>;
}

test('comes alive as it was drawn, in the visitor’s other zone and language too, and prints then', async ({
  shopper,
  browser,
  baseURL,
}) => {
  const words = await loadDisplayMessages('receipt', 'en');
  const address = await buys(shopper);
  const url = new URL(address, baseURL).href;
  let drawn: string[] = [];
  await withoutScripts(browser, url, async (page) => {
    drawn = await placesOf(page);
  });
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(globalThis, { printed: 0, print: () => Object.assign(globalThis, { printed: 1 }) });
  });
  await page.goto(url);
  await printButton(page, words).click();
  expect(await page.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(1);
  expect(await placesOf(page)).toEqual(drawn);
  await context.close();
});

test('a charge-back is called so', async ({ shopper, page }) => {
  const words = await loadDisplayMessages('receipt', 'en');
  await shopper.ordersFrom('payments-trust');
  await shopper.pays({ number: '5519283812030000' });
  await shopper.seesPaid();
  const address = `/receipt?order=${shopper.orderId}&lang=en`;
  const payment = await shopper.atProvider();
  const answer = await page.request.post(`${sandboxOf(page)}/control/payments/${payment?.id}/charge-back`, {
    data: { part: true },
  });
  expect(answer.ok()).toBe(true);
  await page.goto(address);
  await expect(async () => {
    await page.reload();
    await expect(valueOf(page, words['receipt.charge_back'])).toHaveText(/€\d/, { timeout: 1000 });
  }).toPass();
  await expect(receiptOf(page).getByText(words['receipt.refund'], { exact: true })).toHaveCount(0);
  await expect(valueOf(page, words['receipt.net'])).toHaveText(/€\d/);
});

test('what is paid in four is not called paid: what was agreed to, with its dates and fees', async ({
  shopper,
  page,
}) => {
  const words = await loadDisplayMessages('receipt', 'en');
  await shopper.ordersFrom('purse');
  await page.getByRole('radio', { name: new RegExp(`${shopper.says('methods.installments')}.*Alma`) }).check();
  await page.getByRole('radio', { name: /13\.55.*3 × .*12\.49/ }).check();
  await shopper.types({ number: '4242424242424242', expiry: '04/42', cvc: '424' });
  await page.getByRole('button', { name: /13\.55.*51\.02/ }).click();
  await shopper.isIn('completed');
  await page.goto(`/receipt?order=${shopper.orderId}&lang=en`);
  await expect(titleOf(page)).toHaveText(words['receipt.title.in_parts']);
  await expect(receiptOf(page).getByText(words['receipt.amount'], { exact: true })).toHaveCount(0);
  await expect(valueOf(page, words['receipt.amount.in_parts'])).toHaveText('€49.99');
  await expect(valueOf(page, words['receipt.total'])).toHaveText('€51.02');
  const schedule = receiptOf(page).getByRole('table', { name: /4 payments, €13\.55 then 3 × €12\.49/ });
  await expect(schedule.getByRole('row')).toHaveCount(6);
  await expect(schedule.getByRole('rowheader').first()).toHaveText(/ \d{4}$/);
  await expect(schedule.getByRole('row').last()).toContainText('€51.02');
});

test('an issuer’s payments are said with what they come to', async ({ shopper, page }) => {
  const words = await loadDisplayMessages('receipt', 'en');
  await shopper.orders();
  await shopper.types({ number: '4000 0048 4000 8001' });
  await page.getByLabel(shopper.says('card.installments.label')).selectOption({ label: '6 × €8.75 (€52.49 in all)' });
  await shopper.payButton.click();
  await shopper.seesPaid();
  await page.goto(`/receipt?order=${shopper.orderId}&lang=en`);
  const payments = format(words['receipt.payments.other'], { total: '€52.49', count: 6 });
  await expect(valueOf(page, words['receipt.total'])).toHaveText(payments);
});

test('is black on white on paper, whatever the screen is, without a button and with nothing cut', async ({
  shopper,
  page,
}) => {
  const address = await buys(shopper);
  await refunds(shopper, address, true);
  await orderOf(shopper, address);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(address);
  const receipt = receiptOf(page);
  await receipt.evaluate((element) => element.setAttribute('theme', 'dark'));
  await expect(receipt).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(receipt).toHaveCSS('print-color-adjust', 'exact');
  const words = receipt.locator('h2, h3, dt, dd, time, bdi');
  expect(await words.count()).toBeGreaterThan(15);
  for (const each of await words.all()) await expect(each).toHaveCSS('color', 'rgb(0, 0, 0)');
  for (const line of await receipt.locator('dl > div').all()) await expect(line).toHaveCSS('break-inside', 'avoid');
  await expect(receipt.getByRole('button')).toHaveCount(0);
});

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['ar', 'dark'],
] as const)
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ language: locale, colorScheme });

    test('axe finds nothing, and everything fits at 240 pixels, at 200 % text too', async ({ shopper, page }) => {
      const address = await buys(shopper);
      await refunds(shopper, address, true);
      await orderOf(shopper, address);
      await page.goto(address);
      await expect(printButton(page, await loadDisplayMessages('receipt', locale))).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('florin-receipt').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);

      for (const text of ['100%', '200%'])
        expect(await receiptOf(page).evaluate(spillsAt, { width: '240px', text })).toEqual([]);
    });
  });

/** What reaches out of the tag at this size. */
function spillsAt(tag: Element, { width, text }: { width: string; text: string }): string[] {
  document.documentElement.style.fontSize = text;
  const root = tag as HTMLElement;
  root.style.inlineSize = width;
  const { left, right } = root.getBoundingClientRect();
  const pieces = [...(tag.shadowRoot?.querySelectorAll('*') ?? [])].filter((each) => each.checkVisibility());
  return pieces
    .filter((each) => {
      const box = each.getBoundingClientRect();
      return box.left < left - 1 || box.right > right + 1;
    })
    .map((each) => `${text}: ${each.localName} ${each.textContent}`);
}
