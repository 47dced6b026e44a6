import type { FrameLocator } from '@playwright/test';
import { expect } from '../customer.js';
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

test('a message from anybody else is no reason to ask; the frame’s own is', async ({ payer, page }) => {
  await payer.paysWith('Sandbank (iframe)', { webhooks: 'never' });
  await expect(frame(payer).getByRole('button', { name: 'Confirm' })).toBeVisible();
  const reasons = await page.locator('florin-iframe').evaluateHandle((view) => {
    const heard = { count: 0 };
    view.addEventListener('florin-refresh', () => (heard.count += 1));
    return heard;
  });
  // The page itself, and a frame of its own.
  await page.evaluate(async () => {
    const other = document.createElement('iframe');
    document.body.append(other);
    window.postMessage({ type: 'sandbank:done' }, '*');
    const script = other.contentDocument?.createElement('a');
    script?.ownerDocument.defaultView?.parent.postMessage({ type: 'sandbank:done' }, '*');
    // Both have been dispatched by the time a later task runs.
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(await reasons.evaluate(({ count }) => count)).toBe(0);
  await presses(frame(payer), 'Confirm');
  await payer.seesPaid();
  expect(await reasons.evaluate(({ count }) => count)).toBe(1);
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
  await payer.paysWith('Sandbank (iframe)', { behaves: 'never_answers', expiresIn: 4_000 });
  await presses(frame(payer), 'Confirm');
  await payer.seesDecline('reason.payment_expired');
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['PAYMENT_EXPIRED'] });
});
