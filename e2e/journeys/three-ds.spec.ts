import { type Cardholder, test } from '../cardholder.js';
import { expect, sandboxOf } from '../customer.js';

const looked = { three_ds_method: 'Y' };
const done = { three_ds_challenge: 'done' };
const paid = { order: 'paid', attempts: ['completed'] };

/** Until its code has come a view has a heading of its own, which is not what is looked at. */
async function paysOnceViewsAreThere(cardholder: Cardholder): Promise<void> {
  await cardholder.types({ number: '4242 4242 4242 4242' });
  await cardholder.has('status', 'three-ds', 'three-ds-method');
  await cardholder.payButton.click();
}

test('method, then challenge: one wait, without a heading in between', async ({ cardholder, page }) => {
  await cardholder.ordersFrom('payment-intents', { asks: 'method_and_challenge', webhooks: 'never' });
  const headings = await cardholder.looksOn();
  await paysOnceViewsAreThere(cardholder);
  await cardholder.isAsked();
  expect(await headings()).toEqual([
    'the form',
    cardholder.says('processing.title'),
    cardholder.says('three_ds.title'),
  ]);
  // The frame that the issuer looked through is gone: the one that is left can be seen.
  await expect(page.locator('florin-checkout iframe')).toHaveCount(1);
  await cardholder.confirms();
  await cardholder.seesPaid();
  expect(cardholder.answers).toEqual([looked, done]);
  expect(await cardholder.books()).toEqual(paid);
});

test('frictionless: the issuer looks, and asks nothing', async ({ cardholder, page }) => {
  await cardholder.ordersFrom('payment-intents', { asks: 'three_ds_method', webhooks: 'never' });
  const headings = await cardholder.looksOn();
  await paysOnceViewsAreThere(cardholder);
  await cardholder.seesPaid();
  expect(await headings()).toEqual(['the form', cardholder.says('processing.title'), cardholder.says('paid.title')]);
  await expect(page.locator('florin-checkout iframe')).toHaveCount(0);
  expect(cardholder.answers).toEqual([looked]);
  expect(await cardholder.books()).toEqual(paid);
});

test('decoupled: the issuer looks, then asks in its app', async ({ cardholder, context, page }) => {
  await cardholder.paysAsked({ asks: 'decoupled' });
  const asks = cardholder.view.getByText(cardholder.says('approval.app', { app_name: '\u2068Sandbank\u2069' }));
  await expect(asks).toBeVisible();
  const phone = await context.newPage();
  await phone.goto(`${sandboxOf(page)}/phone?payment=${(await cardholder.atProvider())?.id}`);
  await phone.getByRole('listitem').getByRole('link').click();
  await phone.getByRole('button', { name: 'Approve' }).click();
  await cardholder.seesPaid();
  expect(cardholder.answers).toEqual([looked]);
  expect(await cardholder.books()).toEqual(paid);
});

for (const [asks, names] of [
  ['challenge', ['creq']],
  ['challenge_v1', ['MD', 'PaReq', 'TermUrl']],
  ['challenge_named', ['auth_reference', 'auth_request', 'auth_return']],
] as const) {
  test(`${asks}: what is posted to the issuer is what was given, and nothing else`, async ({ cardholder, page }) => {
    const posted = page.waitForRequest('**/acs/challenge');
    await cardholder.paysAsked({ asks });
    await cardholder.isAsked();
    const { params } = (await cardholder.actionOf('florin-three-ds')) as unknown as { params: object };
    expect(new Set(Object.keys(params))).toEqual(new Set(names));
    expect(Object.fromEntries(new URLSearchParams((await posted).postData() ?? ''))).toEqual(params);
    await cardholder.confirms();
    await cardholder.seesPaid();
    expect(await cardholder.books()).toEqual(paid);
  });
}

test('a soft decline: one press, nothing typed again, and the second attempt is authenticated', async ({
  cardholder,
}) => {
  await cardholder.ordersFrom('payment-intents', { webhooks: 'never' });
  await cardholder.pays({ number: '4000 0000 0000 3063' });
  await cardholder.seesDecline('reason.authentication_required');
  await cardholder.payButton.click();
  await cardholder.confirms();
  await cardholder.seesPaid();
  expect(cardholder.answers).toEqual([done]);
  expect(await cardholder.books()).toEqual({ order: 'paid', attempts: ['AUTHENTICATION_REQUIRED', 'completed'] });
});

test('a saved card is asked about as a new one is', async ({ cardholder }) => {
  await cardholder.ordersFrom('payment-intents', { asks: 'challenge', webhooks: 'never' }, { customer: 'returning' });
  await expect(cardholder.savedCard('Visa ending in 4242')).toBeChecked();
  await cardholder.field('cvc').fill('123');
  await cardholder.payButton.click();
  await cardholder.confirms();
  await cardholder.seesPaid();
  expect(cardholder.answers).toEqual([done]);
  expect(await cardholder.books()).toEqual(paid);
});

test('a reload in the middle of the method: the issuer looks anew, and the payment goes on', async ({
  cardholder,
  page,
}) => {
  const lost = page.waitForRequest('**/acs/method');
  // It looks, and its answer does not come: the page is left meanwhile.
  await page.route('**/acs/method', () => {}, { times: 1 });
  await cardholder.paysAsked({ asks: 'method_and_challenge' });
  await lost;
  await page.reload();
  await cardholder.confirms();
  await cardholder.seesPaid();
  expect(cardholder.answers).toEqual([looked, done]);
  expect(await cardholder.books()).toEqual(paid);
});

test('a reload in the middle of a challenge resumes it', async ({ cardholder, page }) => {
  await cardholder.paysAsked({ asks: 'challenge' });
  await cardholder.isAsked();
  await page.reload();
  await cardholder.isIn('action_required');
  await cardholder.confirms();
  await cardholder.seesPaid();
  expect(cardholder.answers).toEqual([done]);
  expect(await cardholder.books()).toEqual(paid);
});

test('a challenge that is refused brings the form back, and another card pays the same order', async ({
  cardholder,
}) => {
  await cardholder.ordersFrom('payment-intents', {});
  await cardholder.pays({ number: '4000 0000 0000 3220' });
  await cardholder.issuer.getByRole('button', { name: 'Refuse' }).click();
  await cardholder.seesDecline('reason.authentication_failed');
  await cardholder.pays({ number: '4242 4242 4242 4242' });
  await cardholder.seesPaid();
  expect(await cardholder.books()).toEqual({ order: 'paid', attempts: ['AUTHENTICATION_FAILED', 'completed'] });
});
