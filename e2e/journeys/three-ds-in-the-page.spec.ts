import { test } from '../cardholder.js';
import { expect } from '../customer.js';

const done = { three_ds_challenge: 'done' };
const paid = { order: 'paid', attempts: ['completed'] };

test('messages of anybody else, each with the right nonce, change nothing', async ({ cardholder, context, page }) => {
  await cardholder.paysAsked({ asks: 'challenge' });
  await cardholder.isAsked();
  const { nonce = '' } = await cardholder.actionOf('florin-three-ds');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('message', ({ data, origin }) => heard.push(`${(data as { type: string }).type} ${origin}`));
  });
  const { origin } = new URL(page.url());
  const issuer = page.frames().find((frame) => frame.url().includes('/acs/'));
  const forge = (known: string) => parent.postMessage({ type: 'florin:three-ds', nonce: known }, '*');

  // The page itself.
  await page.evaluate(forge, nonce);
  // The issuer's frame: the right window, and not the shop's origin.
  await issuer?.evaluate(forge, nonce);
  // Another window of the shop's.
  const opened = context.waitForEvent('page');
  await page.evaluate(() => void open('/'));
  const other = await opened;
  await other.evaluate((known) => {
    (opener as Window).postMessage({ type: 'florin:three-ds', nonce: known }, '*');
  }, nonce);
  // Another frame, which shows the true notification page.
  await page.evaluate((url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
  }, `/api/checkout/three-ds/${nonce}`);

  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toHaveLength(4);
  expect(new Set((await heard()).map((each) => each.split(' ')[1]))).toEqual(new Set([origin, issuerOf(origin)]));
  await cardholder.isIn('action_required');
  expect(cardholder.answers).toEqual([]);
  await other.close();
  await cardholder.confirms();
  await cardholder.seesPaid();
  expect(cardholder.answers).toEqual([done]);
  expect(await cardholder.books()).toEqual(paid);
});

/** The sandbox stands on the next port. */
function issuerOf(origin: string): string {
  const { port } = new URL(origin);
  return `http://localhost:${Number(port) + 1}`;
}

for (const asks of ['challenge', 'method_and_challenge'] as const) {
  test(`a page whose policy names no bank: ${asks} through the bridge, without a violation`, async ({
    cardholder,
    page,
  }) => {
    const scenario = encodeURIComponent(JSON.stringify({ asks, webhooks: 'never' }));
    const response = await page.goto(`/fixtures/strict-frames.html?scenario=${scenario}`);
    const policy = (await response?.headerValue('content-security-policy')) ?? '';
    expect(policy).toMatch(/frame-src 'self'; form-action 'self'/);
    await cardholder.isIn('ready');
    await cardholder.pays({ number: '4242 4242 4242 4242' });
    // The issuer's page stands in a titled frame of the bridge's, which stands in one of the checkout's.
    await cardholder.confirms(cardholder.issuer.frameLocator(`iframe[title="${cardholder.says('three_ds.frame')}"]`));
    await cardholder.seesPaid();
    expect(cardholder.answers).toEqual(asks === 'challenge' ? [done] : [{ three_ds_method: 'Y' }, done]);
    expect(await page.evaluate(() => (globalThis as unknown as { violations: unknown[] }).violations)).toEqual([]);
  });
}

test('a challenge adds nothing to the history: Back leads to the product in one press', async ({
  cardholder,
  page,
}) => {
  await cardholder.order();
  const before = await page.evaluate(() => history.length);
  await cardholder.pays({ number: '4000 0000 0000 3220' });
  await cardholder.isAsked();
  expect(await page.evaluate(() => history.length)).toBe(before);
  await cardholder.stops();
  await cardholder.seesDecline('reason.cancelled');
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('an entry that the issuer’s own page has made leads nowhere: it is still paid, once', async ({
  cardholder,
  page,
}) => {
  // The shop's next page stays away.
  await page.route('**/order?*', (route) => route.fulfill({ status: 204 }));
  await cardholder.order();
  await cardholder.pays({ number: '4000 0000 0000 3220' });
  await cardholder.confirms();
  await cardholder.seesPaid();
  // Chromium keeps an entry of a frame that is gone; the customer pressed "Confirm" in it.
  await page.goBack();
  await cardholder.seesPaid();
  expect(await cardholder.books()).toEqual(paid);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('in a narrow column the challenge takes what there is, and nothing has to be scrolled sideways', async ({
  cardholder,
  page,
}) => {
  await cardholder.paysAsked({ asks: 'challenge' });
  await cardholder.isAsked();
  const frame = page.locator(`iframe[title="${cardholder.says('three_ds.frame')}"]`);
  // As it was asked for: window size 02.
  expect(await frame.boundingBox()).toMatchObject({ width: 390, height: 400 });
  await cardholder.checkout.evaluate((tag) => tag.style.setProperty('inline-size', '300px'));
  await expect.poll(async () => (await frame.boundingBox())?.width).toBeLessThanOrEqual(300);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 780 } });

  test('the challenge takes the whole screen, and Escape asks before it stops', async ({ cardholder, page }) => {
    await cardholder.paysAsked({ asks: 'challenge' });
    await cardholder.isAsked();
    expect(await page.getByRole('dialog').boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 780 });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: cardholder.says('three_ds.cancel.stay') }).click();
    await cardholder.confirms();
    await cardholder.seesPaid();
    expect(await cardholder.books()).toEqual(paid);
  });
});
