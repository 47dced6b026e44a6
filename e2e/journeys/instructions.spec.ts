import { expect } from '../customer.js';
import { paidOnce, test, type Payer } from '../payer.js';

const transfer = (payer: Payer) => payer.says('methods.instructions');
const seesThem = (payer: Payer) =>
  expect(payer.page.getByRole('heading', { name: payer.says('instructions.title') })).toBeVisible();

test('the money arrives: the page that waits says paid', async ({ payer }) => {
  await payer.paysWith(transfer(payer));
  await seesThem(payer);
  await payer.sees('instructions.later');
  await payer.answersOnPhone('approve');
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('what is typed into a bank’s form is copied as it is, each value by its name', async ({
  payer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await payer.paysWith(transfer(payer));
  const copied = async (label: string) => {
    await page.getByRole('button', { name: `${payer.says('copy.action')} ${label}`, exact: true }).click();
    await expect(page.getByRole('button', { name: `${payer.says('copy.done')} ${label}`, exact: true })).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('IBAN')).toBe('FR7630006000011234567890189');
  expect(await copied('Reference')).toMatch(/^[\dA-F]{12}$/);
  expect(await copied('Account holder')).toBe('Atelier Nord');
  // A number, as a bank's form takes it.
  expect(await copied('Amount (EUR)')).toBe('49.99');
});

test('on paper stands what to pay, and nothing else of the page', async ({ payer, page }) => {
  await page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset['printed'] = 'yes');
  });
  await payer.paysWith('Sand Voucher');
  await payer.button('instructions.print').click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('florin-paper');
  await expect(paper).toContainText(/Voucher number\s*\d{4} \d{4} \d{4}/);
  await expect(paper).toBeVisible();
  await expect(payer.checkout).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(paper).toBeHidden();
  await seesThem(payer);
});

test('a voucher’s own page opens beside this one, which goes on waiting', async ({ payer, page }) => {
  await payer.paysWith('Sand Voucher');
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: payer.says('instructions.document') }).click();
  await expect((await opened).getByText('Voucher number')).toBeVisible();
  await payer.answersOnPhone('approve');
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('the page is closed, and opened again later: the same lines, and no second payment', async ({
  payer,
  context,
}) => {
  await payer.paysWith(transfer(payer));
  await seesThem(payer);
  const lines = (of: Payer) => of.page.locator('florin-instructions dl').innerText();
  const before = await lines(payer);
  const address = payer.page.url();
  const tab = await context.newPage();
  await payer.page.close();
  const again = payer.in(tab);
  await tab.goto(address);
  await seesThem(again);
  expect(await lines(again)).toBe(before);
  await expect(again.payButton).toBeHidden();
  await again.answersOnPhone('approve');
  await again.seesPaid();
  expect(await again.books()).toEqual(paidOnce);
});

test('nobody pays in time: told, and nothing is owed', async ({ payer }) => {
  await payer.paysWith(transfer(payer), { expiresIn: 8_000, webhooks: 'never' });
  await seesThem(payer);
  await payer.seesDecline('reason.payment_expired');
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['PAYMENT_EXPIRED'] });
});

test('given up, which is asked about once: another way pays the same order', async ({ payer, page }) => {
  await payer.paysWith(transfer(payer));
  await payer.cancels('action.other_method');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: payer.says('action.other_method') })
    .click();
  await payer.seesDecline('reason.cancelled');
  await payer.method(payer.says('methods.card')).check();
  await payer.pays({ number: '4242 4242 4242 4242' });
  await payer.seesPaid();
  expect(await payer.books()).toEqual({ order: 'paid', attempts: ['cancelled', 'completed'] });
});

test.describe('in a shop that speaks French', () => {
  test.use({ language: 'fr' });

  test('the bank’s own words are French too', async ({ payer }) => {
    await payer.paysWith(transfer(payer));
    await seesThem(payer);
    const labels = ['Titulaire du compte', 'IBAN', 'Référence', 'Montant (EUR)'];
    await expect(payer.checkout.getByRole('term')).toHaveText(labels);
    await expect(payer.checkout.getByRole('definition').last()).toContainText('49,99');
  });
});
