import { test as base, type Page } from '@playwright/test';
import { Customer, expect } from '../customer.js';
import {
  fillWith,
  fillWithChromium,
  installManagers,
  keptCard,
  type Manager,
  watchWith,
} from '../password-managers.js';

const test = base.extend<{ customer: Customer }>({
  customer: async ({ page }, use) => {
    await installManagers(page);
    const customer = await Customer.at(page);
    await customer.order();
    await use(customer);
  },
});

/** The card is in the fields, as the customer would have typed it. */
async function seesCard(customer: Customer, expiry = '12 / 2042'): Promise<void> {
  await expect(customer.field('number')).toHaveValue('4242 4242 4242 4242');
  await expect(customer.field('expiry')).toHaveValue(expiry);
  await expect(customer.field('cvc')).toHaveValue('123');
  await expect(customer.field('holder')).toHaveValue('ADA LOVELACE');
}

test('Chromium’s own autofill: one choice fills every field, and the card pays', async ({ customer, page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await customer.field('number').click();
  await fillWithChromium(page);
  await seesCard(customer, '12 / 42');
  await expect(page.locator('florin-card [part~="error"]').filter({ hasText: /./ })).toHaveCount(0);
  await customer.payButton.click();
  await customer.seesPaid();
  // Its keydown is no KeyboardEvent: it has no `key`.
  expect(errors).toEqual([]);
});

test('Chromium’s own autofill over a number that was half typed: nothing of that is left', async ({
  customer,
  page,
}) => {
  await customer.field('number').pressSequentially('5555 55');
  await fillWithChromium(page);
  await seesCard(customer, '12 / 42');
  await customer.payButton.click();
  await customer.seesPaid();
});

const pays: [Manager, string][] = [
  ['bitwarden', 'Bitwarden: a click, the focus and keys for each field'],
  ['keepassxc', 'KeePassXC: says that it has filled in a field before it has'],
  ['onepassword', '1Password: keys without a name, and the focus taken away from each field'],
  ['letters', 'a manager that fills in letter by letter, from field to field'],
  ['typed', 'a manager that edits as the customer would'],
  ['safari', 'Safari on iOS: no keys, and the focus jumps'],
  ['silent', 'a manager that says nothing: what stands in the fields is what pays'],
];
for (const [manager, what] of pays) {
  test(what, async ({ customer, page }) => {
    await fillWith(page, manager, keptCard);
    await expect(customer.field('number')).toHaveValue(manager === 'silent' ? /4242/ : '4242 4242 4242 4242');
    await expect(customer.field('holder')).toHaveValue('ADA LOVELACE');
    await customer.payButton.click();
    await customer.seesPaid();
    expect((await customer.atProvider())?.attempts.map(({ status }) => status)).toEqual(['completed']);
  });
}

for (const manager of ['bitwarden', 'letters', 'safari'] as const) {
  test(`filled in a second time, by ${manager}: the second card takes the place of the first`, async ({
    customer,
    page,
  }) => {
    await fillWith(page, manager, { ...keptCard, 'cc-number': '378282246310005', 'cc-exp': '01/30', 'cc-csc': '1234' });
    await expect(customer.field('number')).toHaveValue('3782 822463 10005');
    await fillWith(page, manager, keptCard);
    await seesCard(customer);
    await customer.payButton.click();
    await customer.seesPaid();
  });
}

test('whatever form the kept values have, they are read', async ({ customer, page }) => {
  const numbers = ['4242424242424242', '4242 4242 4242 4242', '4242-4242-4242-4242', ' 4242 42424242 4242\n'];
  const dates = ['12/42', '12/2042', '1242', '122042', '2042-12', '12 / 42', '12-42', '12.2042', '2042/12'];
  const card = () =>
    customer.checkout
      .locator('florin-card')
      .evaluate((element) => (element as unknown as { read(): object | null }).read());
  for (const manager of ['onepassword', 'safari', 'silent'] as const) {
    for (const number of numbers)
      for (const date of dates) {
        await fillWith(page, manager, { ...keptCard, 'cc-number': number, 'cc-exp': date });
        expect(await card(), `${manager}: ${number}, ${date}`).toMatchObject({
          number: '4242424242424242',
          exp_month: 12,
          exp_year: 2042,
          cvc: '123',
          holder: 'ADA LOVELACE',
        });
      }
  }
});

/** Lets nothing through until it is told to. */
async function holdBack(page: Page, url: RegExp): Promise<() => void> {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route) => {
    await gate;
    await route.continue();
  });
  return release;
}

test('the tag stands in the page before florin.js comes: the manager fills it in as soon as there is a field', async ({
  page,
}) => {
  await installManagers(page);
  const release = await holdBack(page, /\/florin\/florin\.js$/);
  await page.goto('/one-tag', { waitUntil: 'commit' });
  const customer = await Customer.at(page);
  await expect(customer.checkout).toBeAttached();
  expect(await page.evaluate(() => customElements.get('florin-checkout') === undefined)).toBe(true);
  const filled = watchWith(page, 'bitwarden', keptCard);
  release();
  await filled;
  await customer.isIn('ready');
  await seesCard(customer);
  await customer.payButton.click();
  await customer.seesPaid();
});

for (const manager of ['silent', 'onepassword'] as const) {
  test(`filled in by ${manager} before the payment is known: nothing is lost when it comes and asks for more`, async ({
    page,
  }) => {
    await installManagers(page);
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/intents\/[^/]+$/, async (route) => {
      const response = await route.fetch();
      await gate;
      const intent = (await response.json()) as { methods?: { type: string }[] };
      const [first, ...others] = intent.methods ?? [];
      // The form is drawn anew around the card: another method first, other brands, more fields.
      const card = {
        ...first,
        brands: ['visa', 'mastercard', 'cartes_bancaires'],
        brand_choice: true,
        fields: { holder: 'required', email: 'optional', billing: 'optional' },
      };
      await route.fulfill({ response, json: { ...intent, methods: [card, ...others] } });
    });
    await page.goto('/one-tag');
    const customer = await Customer.at(page);
    await watchWith(page, manager, keptCard);
    await expect(customer.checkout).not.toHaveAttribute('phase', 'ready');
    release();
    await customer.isIn('ready');
    await expect(page.locator('florin-card').getByRole('textbox', { name: /^E-?mail/i })).toBeVisible();
    await expect(customer.field('number')).toHaveValue(/^4242 ?4242 ?4242 ?4242$/);
    await expect(customer.field('cvc')).toHaveValue('123');
    await expect(customer.field('holder')).toHaveValue('ADA LOVELACE');
    await customer.payButton.click();
    await customer.seesPaid();
  });
}

test('a manager puts its own nodes beside the fields and marks them: the form goes on', async ({ customer, page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.evaluate(() => {
    const { passwordManagers } = globalThis as unknown as { passwordManagers: { fieldsIn(): HTMLInputElement[] } };
    // Managers keep what they draw out of the page's reach.
    const closed = { mode: 'closed' } as const;
    for (const field of passwordManagers.fieldsIn()) {
      // Proton Pass and LastPass put a control before or behind the input, Dashlane marks it, KeePassXC covers it.
      field.before(document.createElement('protonpass-control'));
      const icon = document.createElement('div');
      icon.dataset['lastpassIconRoot'] = '';
      icon.attachShadow(closed);
      field.after(icon);
      field.setAttribute('data-dashlane-rid', '1');
      field.style.setProperty('background-image', 'none', 'important');
    }
    const cover = document.createElement('div');
    cover.attachShadow(closed).append(document.createElement('button'));
    document.body.append(cover);
  });
  await fillWith(page, 'onepassword', { ...keptCard, 'cc-number': '4242424242424241' });
  await customer.payButton.click();
  await expect(customer.field('number')).toHaveAttribute('aria-invalid', 'true');
  await customer.checkout.evaluate((element) => element.setAttribute('locale', 'fr'));
  await expect(page.getByRole('textbox', { name: /^Numéro de carte/ })).toBeVisible();
  await customer.checkout.evaluate((element) => element.setAttribute('locale', 'en'));
  await fillWith(page, 'onepassword', keptCard);
  await seesCard(customer);
  await expect(customer.field('number')).toHaveAttribute('aria-invalid', 'false');
  await expect(page.locator('florin-card protonpass-control')).not.toHaveCount(0);
  await customer.payButton.click();
  await customer.seesPaid();
  expect(errors).toEqual([]);
});
