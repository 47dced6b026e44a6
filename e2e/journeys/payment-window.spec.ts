import type { Page } from '@playwright/test';
import { expect } from '../customer.js';
import { paidOnce, test, type Payer } from '../payer.js';

// A bank's page in a window of its own.

const refused = { order: 'open', attempts: ['CUSTOMER_CANCELLED'] };
const cancelled = { order: 'open', attempts: ['cancelled'] };
const inProgress = { order: 'in_progress', attempts: ['action_required'] };

function presses(bank: Page, name: 'Confirm' | 'Refuse'): Promise<void> {
  return bank.getByRole('button', { name }).click();
}

const opens = async (payer: Payer, press: () => Promise<void>): Promise<Page> => {
  const opened = payer.page.waitForEvent('popup');
  await press();
  const popup = await opened;
  await expect(popup.getByRole('button', { name: 'Confirm' })).toBeVisible();
  return popup;
};
const pays = (payer: Payer) => opens(payer, () => payer.payButton.click());
const ordersIt = async (payer: Payer, scenario: Parameters<Payer['ordersWith']>[0] = {}) => {
  await payer.ordersWith(scenario);
  await payer.chooses('Sandbank (popup)');
};

test('confirmed there: it closes itself, and this page goes on', async ({ payer }) => {
  await ordersIt(payer);
  const popup = await pays(payer);
  await payer.sees('redirect.opened', { host: payer.bank });
  const closed = popup.waitForEvent('close');
  await presses(popup, 'Confirm');
  await closed;
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('refused there: it closes itself, and the form is back', async ({ payer }) => {
  await ordersIt(payer);
  const popup = await pays(payer);
  const closed = popup.waitForEvent('close');
  await presses(popup, 'Refuse');
  await closed;
  await payer.seesDecline('reason.cancelled');
  expect(await payer.books()).toEqual(refused);
});

test('the browser opens none: the payment goes on in this page', async ({ payer, page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await ordersIt(payer);
  await payer.payButton.click();
  await payer.sees('redirect.blocked', { host: payer.bank });
  await payer.button('redirect.go_here').click();
  await presses(page, 'Confirm');
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('closed by the customer: said, and another press opens it for the same payment', async ({ payer }) => {
  await ordersIt(payer);
  const popup = await pays(payer);
  await popup.close();
  await payer.sees('redirect.closed', { host: payer.bank });
  expect(await payer.books()).toEqual(inProgress);
  const again = await opens(payer, () => payer.button('redirect.open', { host: payer.bank }).click());
  await presses(again, 'Confirm');
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('confirmed, and closed by the customer: the backend is asked at once, and it is paid', async ({ payer, page }) => {
  await payer.canBeCutOff();
  await ordersIt(payer, { behaves: 'never_returns', webhooks: 'never' });
  // Nobody tells the page anything from here on: what it learns, it has asked for itself.
  payer.isCutOff = true;
  const popup = await pays(payer);
  const asked = page
    .locator('florin-redirect')
    .evaluate((view) => new Promise<void>((done) => view.addEventListener('florin-refresh', () => done())));
  await presses(popup, 'Confirm');
  await expect(popup.getByText('You can close this page.')).toBeVisible();
  await popup.close();
  await asked;
  await payer.sees('redirect.closed', { host: payer.bank });
  expect(await payer.books()).toEqual(paidOnce);
  payer.isCutOff = false;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await payer.seesPaid();
});

test('this page is loaded anew meanwhile: what is confirmed in the window is found', async ({ payer, page }) => {
  await ordersIt(payer);
  const popup = await pays(payer);
  await page.reload();
  await payer.sees('redirect.here', { host: payer.bank });
  await presses(popup, 'Confirm');
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('stopped here after this page was loaded anew: the window goes with the payment', async ({ payer, page }) => {
  await ordersIt(payer);
  const popup = await pays(payer);
  await page.reload();
  await payer.sees('redirect.here', { host: payer.bank });
  const closed = popup.waitForEvent('close');
  await payer.cancels();
  await closed;
  await payer.seesDecline('reason.cancelled');
  expect(await payer.books()).toEqual(cancelled);
});

test('stopped here: the window goes with the payment', async ({ payer }) => {
  await ordersIt(payer);
  const popup = await pays(payer);
  const closed = popup.waitForEvent('close');
  await payer.cancels();
  await closed;
  await payer.seesDecline('reason.cancelled');
  expect(await payer.books()).toEqual(cancelled);
});

test('the bank’s page never answers: expires, nothing is paid, and the window goes', async ({ payer }) => {
  await ordersIt(payer, { behaves: 'never_answers', expiresIn: 8_000, webhooks: 'never' });
  const popup = await pays(payer);
  const closed = popup.waitForEvent('close');
  await presses(popup, 'Confirm');
  await payer.seesDecline('reason.payment_expired');
  await closed;
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['PAYMENT_EXPIRED'] });
});
