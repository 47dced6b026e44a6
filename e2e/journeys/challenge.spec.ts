import { expect, test } from '../customer.js';

const challenged = '4000 0000 0000 3220';

test('a challenge that is refused brings the form back, and another card pays the same order', async ({ customer }) => {
  await customer.pays({ number: challenged });
  await customer.issuer.getByRole('button', { name: 'Refuse' }).click();
  await customer.seesDecline('reason.authentication_failed');
  await customer.pays({ number: '4242 4242 4242 4242' });
  await customer.seesPaid();
  expect((await customer.atProvider())?.attempts.map(({ status }) => status)).toEqual(['failed', 'completed']);
});

test('a challenge that is cancelled is no failure: it says cancelled', async ({ customer, page }) => {
  await customer.pays({ number: challenged });
  await expect(customer.issuer.getByRole('button', { name: 'Confirm' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('button', { name: customer.says('three_ds.cancel.stop'), exact: true }).click();
  await customer.seesDecline('reason.cancelled');
});

test('a reload in the middle of a challenge resumes it', async ({ customer, page }) => {
  await customer.pays({ number: challenged });
  await expect(customer.issuer.getByRole('button', { name: 'Confirm' })).toBeVisible();
  await page.reload();
  await customer.isIn('action_required');
  await customer.issuer.getByRole('button', { name: 'Confirm' }).click();
  await customer.seesPaid();
  expect((await customer.atProvider())?.attempts).toHaveLength(1);
});

test('a message from anybody else ends nothing', async ({ customer, page }) => {
  await customer.pays({ number: challenged });
  await expect(customer.issuer.getByRole('button', { name: 'Confirm' })).toBeVisible();
  const confirms: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/confirm')) confirms.push(request.url());
  });
  const { nonce } = await customer.actionOf('florin-three-ds');
  // The page itself, with the right nonce: the source is wrong.
  await page.evaluate((known) => window.postMessage({ type: 'florin:three-ds', nonce: known }, '*'), nonce);
  // The message has been dispatched by the time a later task runs.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await customer.isIn('action_required');
  expect(confirms).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 780 } });

  test('the challenge takes the whole screen, and Escape asks before it stops', async ({ customer, page }) => {
    await customer.pays({ number: challenged });
    const confirm = customer.issuer.getByRole('button', { name: 'Confirm' });
    await expect(confirm).toBeVisible();
    expect(await page.getByRole('dialog').boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 780 });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: customer.says('three_ds.cancel.stay') }).click();
    await confirm.click();
    await customer.seesPaid();
  });
});
