import { expect } from '../customer.js';
import { paidOnce, test, type Payer } from '../payer.js';

const expired = { order: 'open', attempts: ['PAYMENT_EXPIRED'] };
const refused = { order: 'open', attempts: ['CUSTOMER_CANCELLED'] };
const cancelled = { order: 'open', attempts: ['cancelled'] };

test.describe('a code that is scanned', () => {
  const seesCode = (payer: Payer) =>
    expect(payer.page.getByRole('img', { name: payer.says('qr.image') })).toBeVisible();

  test('approved on the phone', async ({ payer }) => {
    await payer.paysWith(payer.says('methods.qr'));
    await seesCode(payer);
    await payer.answersOnPhone('approve');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('refused on the phone: the form is back', async ({ payer }) => {
    await payer.paysWith(payer.says('methods.qr'));
    await seesCode(payer);
    await payer.answersOnPhone('refuse');
    await payer.seesDecline('reason.cancelled');
    expect(await payer.books()).toEqual(refused);
  });

  test('its time is up: the backend is read once more, then told, and one press brings another code', async ({
    payer,
    page,
  }) => {
    await payer.ordersWith({ expiresIn: 8_000, webhooks: 'never' });
    // Nobody tells the page anything: it knows what it reads, and once the code is there what it reads waits.
    await page.route('**/events', (route) => route.abort('connectionreset'));
    let isHeld = false;
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/\/intents\/[^/]+$/, async (route) => {
      if (isHeld) await answered;
      await route.continue();
    });
    await payer.chooses(payer.says('methods.qr'));
    await payer.payButton.click();
    await seesCode(payer);
    isHeld = true;
    // Not known yet what became of it: nobody is told that it is over, and nobody can scan it.
    await payer.sees('verifying.title');
    await expect(page.getByRole('img', { name: payer.says('qr.image') })).toBeHidden();
    answer();
    await payer.seesDecline('reason.payment_expired');
    await expect(page.getByText(payer.says('methods.new_code'), { exact: true })).toBeVisible();
    expect(await payer.books()).toEqual(expired);
    await page.unroute(/\/intents\/[^/]+$/);
    await page.getByRole('button', { name: /: new code$/ }).click();
    await seesCode(payer);
    await payer.answersOnPhone('approve');
    await payer.seesPaid();
    expect(await payer.books()).toEqual({ order: 'paid', attempts: ['PAYMENT_EXPIRED', 'completed'] });
  });

  test('paid in its last moment: the last read says so, and nobody was told that it is over', async ({
    payer,
    page,
  }) => {
    await payer.ordersWith({ expiresIn: 10_000, webhooks: 'never' });
    await page.route('**/events', (route) => route.abort('connectionreset'));
    let end = Number.POSITIVE_INFINITY;
    await page.route(/\/intents\/[^/]+$/, (route) =>
      Date.now() >= end ? route.continue() : route.abort('connectionreset'),
    );
    await payer.chooses(payer.says('methods.qr'));
    await payer.payButton.click();
    await seesCode(payer);
    end = await payer.endOf('florin-qr');
    expect(await payer.answersOnPhone('approve')).toBe(200);
    await payer.seesPaid();
    expect(Date.now()).toBeGreaterThanOrEqual(end);
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('scanned, and answered too late: nothing is paid', async ({ payer }) => {
    await payer.paysWith(payer.says('methods.qr'), { behaves: 'answers_late', expiresIn: 8_000 });
    await seesCode(payer);
    expect(await payer.answersOnPhone('approve')).toBe(410);
    await payer.seesDecline('reason.payment_expired');
    expect(await payer.books()).toEqual(expired);
  });

  test('cancelled in the middle', async ({ payer }) => {
    await payer.paysWith(payer.says('methods.qr'));
    await seesCode(payer);
    await payer.cancels();
    await payer.seesDecline('reason.cancelled');
    expect(await payer.books()).toEqual(cancelled);
  });

  test('it cannot be stopped: said, and what the customer does then counts', async ({ payer }) => {
    await payer.paysWith(payer.says('methods.qr'), { behaves: 'cannot_cancel' });
    await seesCode(payer);
    await payer.cancels();
    await payer.sees('action.not_stopped');
    await payer.answersOnPhone('approve');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('a wallet’s: the app is opened from here, and its code is copied', async ({ payer, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await payer.paysWith('Sand Wallet');
    await payer.button('qr.copy').click();
    const copied = page.getByRole('button', { name: payer.says('copy.done') });
    await expect(copied).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^SAND-[\dA-F]{12}$/);
    // What is an app on a phone is a page here.
    await page.getByRole('link', { name: payer.says('qr.open_app') }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('You can put the phone away.')).toBeVisible();
    await page.goBack();
    await page.goBack();
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });
});

test.describe('a question on the phone', () => {
  const app = 'Sandbank (app)';
  const isAsked = (payer: Payer) => payer.sees('approval.app', { app_name: '\u2068Sandbank\u2069' });

  test('approved', async ({ payer }) => {
    await payer.paysWith(app);
    await isAsked(payer);
    await payer.answersOnPhone('approve');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('refused', async ({ payer }) => {
    await payer.paysWith(app);
    await isAsked(payer);
    await payer.answersOnPhone('refuse');
    await payer.seesDecline('reason.cancelled');
    expect(await payer.books()).toEqual(refused);
  });

  test('sent again, when it may be asked for; the earlier one stays good', async ({ payer }) => {
    await payer.paysWith(app, { asks: 'approval', resendIn: 8_000 });
    await isAsked(payer);
    const resend = payer.button('approval.resend');
    await expect(resend).toHaveAttribute('aria-disabled', 'true');
    await expect(resend).toHaveAttribute('aria-disabled', 'false');
    await resend.click();
    await payer.sees('approval.resent');
    await payer.answersOnPhone('approve');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('it never comes: what to check, then its time is up and the form is back', async ({ payer }) => {
    await payer.paysWith(app, { behaves: 'never_answers', expiresIn: 8_000 });
    await payer.sees('approval.nothing');
    await payer.seesDecline('reason.payment_expired');
    expect(await payer.books()).toEqual(expired);
  });

  test('given up in the middle: another way pays the same order', async ({ payer }) => {
    await payer.paysWith(app);
    await isAsked(payer);
    await payer.cancels('action.other_method');
    await payer.seesDecline('reason.cancelled');
    await payer.method(payer.says('methods.card')).check();
    await payer.pays({ number: '4242 4242 4242 4242' });
    await payer.seesPaid();
    expect(await payer.books()).toEqual({ order: 'paid', attempts: ['cancelled', 'completed'] });
  });
});

test.describe('mobile money', () => {
  const paysFrom = async (payer: Payer, phone: string, scenario: Parameters<Payer['ordersWith']>[0] = {}) => {
    await payer.ordersWith(scenario, { country: 'BJ' });
    await payer.method(payer.says('methods.mobile_money')).check();
    await payer.method('MTN MoMo').check();
    await payer.page.getByLabel(payer.says('contact.phone.label')).fill(phone);
    await payer.payButton.click();
  };

  test('what to dial can be pressed, and the phone confirms', async ({ payer, page }) => {
    await paysFrom(payer, '01 95 12 34 56');
    await expect(page.getByRole('link', { name: '*880#' })).toHaveAttribute('href', 'tel:*880%23');
    await payer.answersOnPhone('approve');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('the operator refuses whatever is pressed: said in its name', async ({ payer }) => {
    await paysFrom(payer, '01 95 12 34 56', { behaves: 'refuses' });
    await payer.sees('approval.dial');
    await payer.answersOnPhone('approve');
    await payer.seesDecline('reason.operator_failed');
    expect(await payer.books()).toEqual({ order: 'open', attempts: ['OPERATOR_FAILED'] });
  });
});

test('something that no checkout knows: the page waits, offers nothing to press twice, and hears the end', async ({
  payer,
}) => {
  await payer.ordersFrom('payment-intents', { asks: 'unlisted', expiresIn: 6_000 });
  await payer.pays({ number: '4242 4242 4242 4242' });
  await payer.sees('waiting.text');
  await expect(payer.payButton).toBeHidden();
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});
