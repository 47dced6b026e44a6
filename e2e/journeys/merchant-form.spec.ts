import { test as base } from '@playwright/test';
import { Customer, expect } from '../customer.js';
import {
  cardAlone,
  failNextExchange,
  merchantFields,
  openMerchantForm,
  toldBy,
  wholeCheckout,
} from '../merchant-form.js';
import { fillWith, fillWithChromium, installManagers, keptCard } from '../password-managers.js';

const test = base.extend<{ customer: Customer }>({
  customer: async ({ page }, use) => {
    await installManagers(page);
    await use(await Customer.at(page));
  },
});

test('the card in a merchant’s form: each order carries a reference of its own, and no digit', async ({
  customer,
  page,
}) => {
  await openMerchantForm(page, cardAlone);
  const order = page.getByRole('button', { name: 'Order', exact: true });
  await order.click();
  // Required and empty: the form stays, and the card says what is missing.
  await expect(customer.field('number')).toHaveAttribute('aria-invalid', 'true');
  expect((await toldBy(page)).submitted).toEqual([]);

  await page.locator('#order').getByLabel('Name', { exact: true }).first().fill('Ada');
  await customer.types({ number: '4242 4242 4242 4242', cvc: '739', holder: 'Ada Lovelace' });
  await order.click();
  await expect.poll(async () => (await toldBy(page)).submitted.length).toBe(1);
  await order.click();
  await expect.poll(async () => (await toldBy(page)).submitted.length).toBe(2);
  const { submitted, exchanged } = await toldBy(page);
  expect(submitted).toEqual([
    { name: 'Ada', street: '', card: 'ref_1' },
    { name: 'Ada', street: '', card: 'ref_2' },
  ]);
  expect(exchanged[0]).toMatchObject({ number: '4242424242424242', cvc: '739', holder: 'Ada Lovelace' });
  expect(JSON.stringify(submitted)).not.toMatch(/4242|\b739\b/);
  expect(page.url()).not.toContain('?');
});

test('an exchange that fails holds the merchant’s form back, and the next one lets it go', async ({
  customer,
  page,
}) => {
  await openMerchantForm(page, cardAlone);
  await failNextExchange(page, true);
  await customer.types({ number: '4242 4242 4242 4242', holder: 'Ada Lovelace' });
  const order = page.getByRole('button', { name: 'Order', exact: true });
  await order.click();
  await expect(page.locator('florin-card .summary')).toBeVisible();
  expect((await toldBy(page)).submitted).toEqual([]);
  await expect(customer.field('number')).toHaveValue('4242 4242 4242 4242');
  await failNextExchange(page, false);
  await order.click();
  await expect.poll(async () => (await toldBy(page)).submitted).toEqual([{ name: '', street: '', card: 'ref_1' }]);
});

for (const [what, tag] of [
  ['the card', cardAlone],
  ['the checkout', wholeCheckout],
] as const) {
  test(`${what} between a merchant’s own fields: autofill puts the card into it and nowhere else`, async ({
    customer,
    page,
  }) => {
    await openMerchantForm(page, tag);
    await expect(customer.field('number')).toBeVisible();
    const crossed = async () => (await merchantFields(page)).filter((value) => /\d/.test(value));
    await fillWith(page, 'bitwarden', { ...keptCard, 'cc-number': '5555555555554444' });
    await expect(customer.field('number')).toHaveValue('5555 5555 5555 4444');
    expect(await crossed()).toEqual([]);
    await customer.field('number').click();
    await fillWithChromium(page);
    await expect(customer.field('number')).toHaveValue('4242 4242 4242 4242');
    await expect(customer.field('cvc')).toHaveValue('123');
    expect(await crossed()).toEqual([]);
    // Nor does what the customer writes for the merchant get into the card.
    await page.locator('#newsletter').getByLabel('Your name').fill('Grace Hopper');
    await expect(customer.field('holder')).toHaveValue('ADA LOVELACE');
    const carried = await page.evaluate(() =>
      Array.from(document.forms, (form) => JSON.stringify([...new FormData(form)])),
    );
    expect(carried.join()).not.toMatch(/4242|5555|\b123\b|LOVELACE/);
  });
}

test('the checkout in a merchant’s form, filled in by Chromium: Enter pays, and sends nothing else', async ({
  customer,
  page,
}) => {
  await openMerchantForm(page, wholeCheckout);
  await customer.isIn('ready');
  await customer.field('number').click();
  await fillWithChromium(page);
  await expect(customer.field('cvc')).toHaveValue('123');
  await customer.field('cvc').press('Enter');
  await customer.seesPaid();
  expect((await toldBy(page)).submitted).toEqual([]);
});
