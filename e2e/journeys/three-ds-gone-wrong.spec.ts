import { test } from '../cardholder.js';
import { expect } from '../customer.js';

const tooLate = { three_ds_method: 'N' };
const done = { three_ds_challenge: 'done' };
const timeout = { three_ds_challenge: 'timeout' };
const abandoned = { three_ds_challenge: 'abandoned' };
const paid = { order: 'paid', attempts: ['completed'] };
const expired = { order: 'open', attempts: ['PAYMENT_EXPIRED'] };

/** ms: long enough for a customer who is quick, on a busy machine too. */
const QUICK = 10_000;

for (const [behaves, how] of [
  ['never_answers', 'never ends'],
  ['answers_late', 'ends too late'],
  ['wrong_origin', 'ends with a word of the issuer’s own page'],
  ['wrong_nonce', 'ends with another nonce'],
] as const) {
  test(`a method that ${how}: N after the time that the backend said, and the payment goes on`, async ({
    cardholder,
  }) => {
    await cardholder.paysAsked({ asks: 'method_and_challenge', behaves, expiresIn: 1200 });
    await cardholder.confirms();
    await cardholder.seesPaid();
    expect(cardholder.answers).toEqual([tooLate, done]);
    expect(await cardholder.books()).toEqual(paid);
  });
}

test('a method whose time passes out of sight, without the network: N is told, and the payment goes on', async ({
  cardholder,
  page,
}) => {
  let isAsleep = false;
  await page.route(/\/intents\//, (route) => (isAsleep ? route.abort() : route.fallback()));
  await cardholder.paysAsked({ asks: 'method_and_challenge', behaves: 'never_answers', expiresIn: QUICK });
  await expect(page.locator('florin-three-ds-method')).toBeAttached();
  isAsleep = true;
  await cardholder.isInSight(false);
  await expect.poll(() => cardholder.answers.length).toBeGreaterThan(0);
  expect(await cardholder.books()).toEqual({ order: 'in_progress', attempts: ['action_required'] });
  isAsleep = false;
  await cardholder.isInSight(true);
  await cardholder.confirms();
  await cardholder.seesPaid();
  // What reached nobody was told again, word for word.
  expect(cardholder.answers.slice(0, -1)).toEqual(cardholder.answers.slice(0, -1).map(() => tooLate));
  expect(cardholder.answers.at(-1)).toEqual(done);
  expect(await cardholder.books()).toEqual(paid);
});

test('a method whose end nobody takes: after a minute it can be stopped, and says cancelled', async ({
  cardholder,
  page,
}) => {
  await page.clock.install();
  await page.route('**/confirm', (route) =>
    route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{"code":"rate_limited"}' }),
  );
  await cardholder.paysAsked({ asks: 'three_ds_method', behaves: 'never_answers', expiresIn: 1200 });
  const cancel = page.getByRole('button', { name: cardholder.says('action.cancel'), exact: true });
  await expect(async () => {
    await page.clock.fastForward(60_000);
    await expect(cancel).toBeVisible({ timeout: 1000 });
  }).toPass();
  await cancel.click();
  await cardholder.seesDecline('reason.cancelled');
  expect(await cardholder.books()).toEqual({ order: 'open', attempts: ['cancelled'] });
});

test('a challenge that never answers: its time runs out, and the backend says what that means', async ({
  cardholder,
}) => {
  await cardholder.ordersFrom('payment-intents', {
    asks: 'challenge',
    behaves: 'never_answers',
    expiresIn: 2500,
    webhooks: 'never',
  });
  // The page's own clock tells it, and nobody before.
  cardholder.isCutOff = true;
  await cardholder.pays({ number: '4242 4242 4242 4242' });
  await cardholder.seesDecline('reason.payment_expired');
  expect(cardholder.answers).toEqual([timeout]);
  expect(await cardholder.books()).toEqual(expired);
});

test('a challenge that is confirmed too late: nothing is charged', async ({ cardholder }) => {
  await cardholder.paysAsked({ asks: 'challenge', behaves: 'answers_late', expiresIn: QUICK });
  await cardholder.confirms();
  await cardholder.seesDecline('reason.payment_expired');
  // The end of its time and the late answer come within a second: whichever is first is told, and it alone.
  expect(cardholder.answers).toHaveLength(1);
  expect(await cardholder.books()).toEqual(expired);
});

for (const [behaves, how] of [
  ['wrong_origin', 'ends with a word of the issuer’s own page: it settles nothing'],
  ['wrong_nonce', 'ends with another nonce: it settles nothing'],
] as const) {
  test(`a challenge that ${how}`, async ({ cardholder }) => {
    await cardholder.paysAsked({ asks: 'challenge', behaves, expiresIn: QUICK });
    await cardholder.confirms();
    await cardholder.seesDecline('reason.payment_expired');
    expect(cardholder.answers).toEqual([timeout]);
    expect(await cardholder.books()).toEqual(expired);
  });
}

for (const asks of ['three_ds_method', 'challenge'] as const) {
  test(`${asks} whose end is told twice: it is confirmed once`, async ({ cardholder, page }) => {
    const notified: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/three-ds/')) notified.push(request.url());
    });
    await cardholder.paysAsked({ asks, behaves: 'answers_twice' });
    if (asks === 'challenge') await cardholder.confirms();
    await cardholder.seesPaid();
    expect(notified).toHaveLength(2);
    expect(cardholder.answers).toEqual([asks === 'challenge' ? done : { three_ds_method: 'Y' }]);
    expect(await cardholder.books()).toEqual(paid);
  });
}

test('an issuer that refuses whatever is confirmed: a refusal, in its words', async ({ cardholder }) => {
  await cardholder.paysAsked({ asks: 'challenge', behaves: 'refuses' });
  await cardholder.confirms();
  await cardholder.seesDecline('reason.authentication_failed');
  expect(await cardholder.books()).toEqual({ order: 'open', attempts: ['AUTHENTICATION_FAILED'] });
});

test('a challenge that is cancelled is no failure: it says cancelled', async ({ cardholder }) => {
  await cardholder.paysAsked({ asks: 'challenge' });
  await cardholder.isAsked();
  await cardholder.stops();
  await cardholder.seesDecline('reason.cancelled');
  expect(cardholder.answers).toEqual([abandoned]);
  expect(await cardholder.books()).toEqual({ order: 'open', attempts: ['cancelled'] });
});

test('a challenge that the provider cannot cancel: it says that the bank waits, and can be gone on with', async ({
  cardholder,
  page,
}) => {
  await cardholder.paysAsked({ asks: 'challenge', behaves: 'cannot_cancel' });
  await cardholder.isAsked();
  await cardholder.stops();
  await expect(page.getByRole('heading', { name: cardholder.says('three_ds.waits.title') })).toBeVisible();
  expect(await cardholder.books()).toEqual({ order: 'in_progress', attempts: ['action_required'] });
  await page.getByRole('button', { name: cardholder.says('three_ds.cancel.stay') }).click();
  await cardholder.confirms();
  await cardholder.seesPaid();
  expect(cardholder.answers).toEqual([abandoned, done]);
  expect(await cardholder.books()).toEqual(paid);
});

test('a challenge that expires out of sight: who comes back reads at once how it stands', async ({
  cardholder,
  page,
}) => {
  let isAsleep = false;
  const reads: string[] = [];
  await page.route(/\/intents\//, (route) => (isAsleep ? route.abort() : route.fallback()));
  page.on('request', (request) => {
    if (/\/intents\/[^/]+$/.test(request.url())) reads.push(request.method());
  });
  await cardholder.paysAsked({ asks: 'challenge', expiresIn: QUICK });
  await cardholder.isAsked();
  isAsleep = true;
  await cardholder.isInSight(false);
  await expect.poll(async () => cardholder.books()).toEqual(expired);
  // Nothing that the page thinks by itself ends a payment.
  await expect(cardholder.payButton).toBeHidden();
  isAsleep = false;
  reads.length = 0;
  await cardholder.isInSight(true);
  await cardholder.seesDecline('reason.payment_expired');
  expect(reads[0]).toBe('GET');
  expect(await cardholder.books()).toEqual(expired);
});
