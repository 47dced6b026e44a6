import type { Page } from '@playwright/test';
import { expect } from '../customer.js';
import { paidOnce, test, type Payer } from '../payer.js';

const refused = { order: 'open', attempts: ['CUSTOMER_CANCELLED'] };
const cancelled = { order: 'open', attempts: ['cancelled'] };
const expired = { order: 'open', attempts: ['PAYMENT_EXPIRED'] };
const inProgress = { order: 'in_progress', attempts: ['action_required'] };

function presses(bank: Page, name: 'Confirm' | 'Refuse' | 'Leave without deciding'): Promise<void> {
  return bank.getByRole('button', { name }).click();
}

test.describe('a bank’s page in this page’s place', () => {
  const atBank = async (payer: Payer) => {
    await expect(payer.page.getByRole('heading', { name: 'Pay with Sandbank' })).toBeVisible();
  };

  for (const bank of ['Sandbank', 'Sandbank (POST)'])
    test(`${bank}: confirmed there, paid here`, async ({ payer, page }) => {
      await payer.paysWith(bank);
      await atBank(payer);
      await presses(page, 'Confirm');
      await payer.seesPaid();
      expect(await payer.books()).toEqual(paidOnce);
    });

  test('refused there: the form is back, and another way pays', async ({ payer, page }) => {
    await payer.paysWith('Sandbank');
    await presses(page, 'Refuse');
    await payer.seesDecline('reason.cancelled');
    expect(await payer.books()).toEqual(refused);
    await payer.method(payer.says('methods.card')).check();
    await payer.pays({ number: '4242 4242 4242 4242' });
    await payer.seesPaid();
    expect(await payer.books()).toEqual({ order: 'paid', attempts: [...refused.attempts, 'completed'] });
  });

  test('left without deciding: nothing is asked again, and one press leads on', async ({ payer, page }) => {
    await payer.paysWith('Sandbank');
    await presses(page, 'Leave without deciding');
    await payer.sees('redirect.here', { host: payer.bank });
    await expect(payer.payButton).toBeHidden();
    expect(await payer.books()).toEqual(inProgress);
    await payer.button('redirect.continue', { host: payer.bank }).click();
    await presses(page, 'Confirm');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('left by Back: nobody is sent off again; a reload changes nothing; one press leads on', async ({
    payer,
    page,
  }) => {
    await payer.paysWith('Sandbank');
    await atBank(payer);
    await page.goBack();
    await payer.sees('redirect.here', { host: payer.bank });
    await payer.button('action.check').click();
    await payer.sees('redirect.here', { host: payer.bank });
    await page.reload();
    await payer.sees('redirect.here', { host: payer.bank });
    expect(await payer.books()).toEqual(inProgress);
    await payer.button('redirect.continue', { host: payer.bank }).click();
    await presses(page, 'Confirm');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('Back, and the payment is stopped here', async ({ payer, page }) => {
    await payer.paysWith('Sandbank');
    await atBank(payer);
    await page.goBack();
    await payer.cancels();
    await payer.seesDecline('reason.cancelled');
    expect(await payer.books()).toEqual(cancelled);
  });

  test('Back, and the payment cannot be stopped: said, and one press leads on', async ({ payer, page }) => {
    await payer.paysWith('Sandbank', { behaves: 'cannot_cancel' });
    await atBank(payer);
    await page.goBack();
    await payer.cancels();
    await payer.sees('action.not_stopped');
    expect(await payer.books()).toEqual(inProgress);
    await payer.button('redirect.continue', { host: payer.bank }).click();
    await presses(page, 'Confirm');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('confirmed too late: back here, nothing is charged', async ({ payer, page }) => {
    await payer.paysWith('Sandbank', { behaves: 'answers_late', expiresIn: 8_000, webhooks: 'never' });
    await presses(page, 'Confirm');
    await payer.seesDecline('reason.payment_expired');
    expect(await payer.books()).toEqual(expired);
  });

  for (const [how, leaves] of [
    ['the bank never answers', (bank: Page) => presses(bank, 'Confirm')],
    ['nobody decides', () => Promise.resolve()],
  ] as const)
    test(`${how}: it expires while this page is left, and is told to who comes back`, async ({ payer, page }) => {
      const expiresIn = 6_000;
      await payer.paysWith('Sandbank', { behaves: 'never_answers', expiresIn, webhooks: 'never' });
      await atBank(payer);
      const end = Date.now() + expiresIn;
      await leaves(page);
      await payer.outlasts(end);
      await page.goto(`/checkout?order=${payer.placed}`);
      await payer.seesDecline('reason.payment_expired');
      expect(await payer.books()).toEqual(expired);
    });

  test('confirmed, and the bank never leads back: the tab that is opened again knows', async ({ payer, page }) => {
    await payer.paysWith('Sandbank', { behaves: 'never_returns' });
    const checkout = `/checkout?order=${payer.placed}`;
    await presses(page, 'Confirm');
    await expect(page.getByText('You can close this page.')).toBeVisible();
    await page.goto(checkout);
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });
});

test('kept as it was left (back-forward cache): asked about when it is back, and not sent off again', async ({
  payer,
  page,
  context,
}) => {
  // A navigation that is stopped leaves the page as a browser would keep it: about to go.
  const left: string[] = [];
  await page.route('**/bank/*', (route) => {
    left.push(route.request().url());
    return route.abort('aborted');
  });
  const comesBack = () =>
    page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await payer.paysWith('Sandbank', { webhooks: 'never' });
  await payer.sees('redirect.going', { host: payer.bank });
  await expect.poll(() => left).toHaveLength(1);
  await comesBack();
  await payer.sees('redirect.here', { host: payer.bank });
  expect(left).toHaveLength(1);
  const bank = await context.newPage();
  await bank.goto(left[0] ?? '');
  await presses(bank, 'Confirm');
  await payer.in(bank).seesPaid();
  await comesBack();
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});
