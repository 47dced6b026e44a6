import type { Frame, FrameLocator, Page } from '@playwright/test';
import { expect, sandboxOf } from '../customer.js';
import { paidOnce, test, type Payer } from '../payer.js';

// A bank's page in a frame of this one.

const refused = { order: 'open', attempts: ['CUSTOMER_CANCELLED'] };
const cancelled = { order: 'open', attempts: ['cancelled'] };

function presses(bank: FrameLocator, name: 'Confirm' | 'Refuse'): Promise<void> {
  return bank.getByRole('button', { name }).click();
}

const frame = (payer: Payer) => payer.page.frameLocator('florin-iframe iframe');

test('confirmed there', async ({ payer }) => {
  await payer.paysWith('Sandbank (iframe)', { webhooks: 'never' });
  await presses(frame(payer), 'Confirm');
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('refused there', async ({ payer }) => {
  await payer.paysWith('Sandbank (iframe)', { webhooks: 'never' });
  await presses(frame(payer), 'Refuse');
  await payer.seesDecline('reason.cancelled');
  expect(await payer.books()).toEqual(refused);
});

/** How often the view has had a reason to ask the backend. */
const reasonsOf = (payer: Payer) =>
  payer.page.locator('florin-iframe').evaluateHandle((view) => {
    const heard = { count: 0 };
    view.addEventListener('florin-refresh', () => (heard.count += 1));
    return heard;
  });

/** The bank's word, from any window inside the page; it has come once this is over. */
async function saysDone(page: Page, from: Frame, times = 1): Promise<void> {
  const heard = await page.evaluateHandle(() => {
    const messages = { count: 0 };
    addEventListener('message', () => (messages.count += 1));
    return messages;
  });
  await from.evaluate((count) => {
    for (let said = 0; said < count; said += 1) parent.postMessage({ type: 'sandbank:done' }, '*');
  }, times);
  await expect.poll(() => heard.evaluate(({ count }) => count)).toBe(times);
}

test('a message from anybody else is no reason to ask; the frame’s own is', async ({ payer, page }) => {
  await payer.paysWith('Sandbank (iframe)', { webhooks: 'never' });
  const isOpen = () => expect(frame(payer).getByRole('button', { name: 'Confirm' })).toBeVisible();
  await isOpen();
  const reasons = await reasonsOf(payer);
  const bank = page.frames().find((one) => one.url().includes('/bank/')) as Frame;
  const address = bank.url();

  // The page itself.
  await saysDone(page, page.mainFrame());
  // Another frame, of the bank's own origin.
  const other = await page.evaluateHandle(
    (url) => {
      const element = document.createElement('iframe');
      element.src = url;
      document.body.append(element);
      return new Promise<HTMLIFrameElement>((resolve) => element.addEventListener('load', () => resolve(element)));
    },
    `${sandboxOf(page)}/bank/nothing`,
  );
  const stranger = (await other.contentFrame()) as Frame;
  expect(new URL(stranger.url()).origin).toBe(new URL(address).origin);
  await saysDone(page, stranger);
  // The right frame, which shows a page of another origin.
  await bank.goto('/gallery/bank/page');
  await saysDone(page, bank);
  expect(await reasons.evaluate(({ count }) => count)).toBe(0);

  await bank.goto(address);
  await isOpen();
  await presses(frame(payer), 'Confirm');
  await payer.seesPaid();
  expect(await reasons.evaluate(({ count }) => count)).toBe(1);
  expect(await payer.books()).toEqual(paidOnce);
});

test('a frame that says the same again and again: asked about once, and paid once', async ({ payer, page }) => {
  await payer.paysWith('Sandbank (iframe)', { webhooks: 'never' });
  await expect(frame(payer).getByRole('button', { name: 'Confirm' })).toBeVisible();
  const reasons = await reasonsOf(payer);
  await saysDone(page, page.frames().find((one) => one.url().includes('/bank/')) as Frame, 5);
  expect(await reasons.evaluate(({ count }) => count)).toBe(1);
  await payer.isIn('action_required');
  await presses(frame(payer), 'Confirm');
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('stopped in the middle: asked about once, then the form is back', async ({ payer }) => {
  await payer.paysWith('Sandbank (iframe)');
  await expect(frame(payer).getByRole('button', { name: 'Confirm' })).toBeVisible();
  await payer.cancels();
  await payer.button('three_ds.cancel.stay').click();
  await payer.cancels();
  await payer.button('three_ds.cancel.stop').click();
  await payer.seesDecline('reason.cancelled');
  expect(await payer.books()).toEqual(cancelled);
});

test('never answers: expires, and nothing is paid', async ({ payer }) => {
  await payer.paysWith('Sandbank (iframe)', { behaves: 'never_answers', expiresIn: 8_000 });
  await presses(frame(payer), 'Confirm');
  await payer.seesDecline('reason.payment_expired');
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['PAYMENT_EXPIRED'] });
});
