import { asked, type Asked } from '../asked.js';
import { expect } from '../customer.js';
import { paidOnce, test } from '../payer.js';

const inProgress = { order: 'in_progress', attempts: ['action_required'] };
const expired = { order: 'open', attempts: ['PAYMENT_EXPIRED'] };
const { otp, popup, iframe, qr, approval, instructions, sdk } = asked;

const outOfSight: Record<string, Asked> = { otp, popup, qr, approval, instructions, sdk };
for (const [name, { view, pays, scenario }] of Object.entries(outOfSight))
  test(`${name}: it expires while nobody looks, and is told to who comes back`, async ({ payer, page }) => {
    await payer.canBeCutOff();
    await payer.ordersWith({ ...scenario, expiresIn: 6_000, webhooks: 'never' });
    // Asleep, a page hears nothing: it knows what it is asked for, and nothing that comes of it.
    payer.isCutOff = true;
    await pays(payer);
    await expect(page.locator(view)).toBeVisible();
    await payer.looksAway(true);
    await payer.isOverAtProvider(expired);
    // Nothing that the page thinks by itself ends a payment.
    await expect(page.locator(view)).toBeVisible();
    await expect(payer.payButton).toBeHidden();
    payer.isCutOff = false;
    await payer.looksAway(false);
    await payer.seesDecline('reason.payment_expired');
    expect(await payer.books()).toEqual(expired);
  });

const held: Record<string, Asked> = { popup, iframe, approval, instructions };
for (const [name, { view, pays, does }] of Object.entries(held))
  test(`${name}: done, and it reaches the provider too late: nothing is charged`, async ({ payer, page }) => {
    await payer.ordersWith({ behaves: 'answers_late', expiresIn: 8_000, webhooks: 'never' });
    await pays(payer);
    await expect(page.locator(view)).toBeVisible();
    await does(payer);
    await payer.seesDecline('reason.payment_expired');
    expect(await payer.books()).toEqual(expired);
  });

const answered: Record<string, Asked> = { otp, sdk };
for (const [name, { pays, does, scenario }] of Object.entries(answered))
  test(`${name}: what is right is given after the end: nothing is charged`, async ({ payer, page }) => {
    await payer.canBeCutOff();
    await payer.ordersWith({ ...scenario, expiresIn: 2_000, webhooks: 'never' });
    // It does not know yet that it is over.
    payer.isCutOff = true;
    await pays(payer);
    await payer.isOverAtProvider(expired);
    page.on('request', (request) => {
      if (request.url().endsWith('/confirm')) payer.isCutOff = false;
    });
    await does(payer);
    await payer.seesDecline('reason.payment_expired');
    expect(await payer.books()).toEqual(expired);
  });

/** A reload, while what the customer has answered is on its way. */
const given: Record<string, Asked> = { otp, sdk };
for (const [name, { pays, does, scenario }] of Object.entries(given)) {
  test(`${name}: a reload before the answer has come anywhere: nothing is sent unasked, and it is paid once`, async ({
    payer,
    page,
  }) => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/confirm')) sent.push(request.url());
    });
    await page.route('**/confirm', () => {}, { times: 1 });
    await payer.ordersWith({ ...scenario });
    await pays(payer);
    await does(payer);
    await expect.poll(() => sent).toHaveLength(1);
    await page.reload();
    if (name === 'sdk') await payer.button('action.retry').click();
    await does(payer);
    await payer.seesPaid();
    expect(sent).toHaveLength(2);
    expect(await payer.books()).toEqual(paidOnce);
  });

  test(`${name}: a reload before what was answered is known: it is found paid, once`, async ({ payer, page }) => {
    const sent: string[] = [];
    await page.route('**/confirm', async (route) => {
      sent.push(route.request().url());
      // It arrives, and the page hears nothing of it.
      await route.fetch();
    });
    await payer.canBeCutOff();
    await payer.ordersWith({ ...scenario, webhooks: 'never' });
    payer.isCutOff = true;
    await pays(payer);
    await does(payer);
    await payer.isOverAtProvider(paidOnce);
    payer.isCutOff = false;
    await page.reload();
    await payer.seesPaid();
    expect(sent).toHaveLength(1);
    expect(await payer.books()).toEqual(paidOnce);
  });
}

const running: Record<string, Asked> = { otp, popup, iframe, approval, instructions, sdk };
for (const [name, { pays, does, stops, scenario }] of Object.entries(running))
  test(`${name}: it cannot be stopped: said, and what the customer does then counts`, async ({ payer }) => {
    await payer.ordersWith({ ...scenario, behaves: 'cannot_cancel' });
    await pays(payer);
    await stops(payer);
    await payer.sees('action.not_stopped');
    expect(await payer.books()).toEqual(inProgress);
    // What the page has brought for a wallet went with the press.
    if (name === 'sdk') await payer.button('action.retry').click();
    await does(payer);
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

test.describe('something that no checkout knows', () => {
  const visa = { number: '4242 4242 4242 4242' };

  test('it never ends: after a minute the page says what comes then; stopped, it says cancelled', async ({
    payer,
    page,
  }) => {
    await page.clock.install();
    await payer.ordersWith({ asks: 'unlisted', expiresIn: 600_000 });
    await payer.pays(visa);
    await payer.sees('waiting.text');
    await page.clock.fastForward(60_000);
    await payer.sees('verifying.later');
    expect(await payer.books()).toEqual(inProgress);
    await payer.cancels();
    await payer.seesDecline('reason.cancelled');
    expect(await payer.books()).toEqual({ order: 'open', attempts: ['cancelled'] });
  });

  test('it cannot be stopped: said', async ({ payer }) => {
    await payer.ordersWith({ asks: 'unlisted', behaves: 'cannot_cancel', expiresIn: 600_000 });
    await payer.pays(visa);
    await payer.cancels();
    await payer.sees('action.not_stopped');
    await expect(payer.payButton).toBeHidden();
    expect(await payer.books()).toEqual(inProgress);
  });

  test('it has ended out of sight: told to who comes back', async ({ payer }) => {
    await payer.canBeCutOff();
    const code = 'PAYMENT_EXPIRED';
    await payer.ordersWith({ asks: 'unlisted', code, expiresIn: 2_000, webhooks: 'never' });
    payer.isCutOff = true;
    await payer.pays(visa);
    await payer.sees('waiting.text');
    await payer.looksAway(true);
    await payer.isOverAtProvider(expired);
    await payer.sees('waiting.text');
    payer.isCutOff = false;
    await payer.looksAway(false);
    await payer.seesDecline('reason.payment_expired');
    expect(await payer.books()).toEqual(expired);
  });
});
