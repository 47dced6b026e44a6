import { expect, sandboxOf } from '../customer.js';
import { test } from '../shopper.js';

test.describe('saved cards', () => {
  test('the default one pays with its security code alone', async ({ shopper, page }) => {
    await shopper.orders('returning');
    await expect(shopper.savedCard('Visa ending in 4242')).toBeChecked();
    await shopper.field('cvc').fill('123');
    await shopper.payButton.click();
    await shopper.seesPaid();
    expect((await shopper.orderAsTold()).attempts).toBe(1);
    await expect(page.locator('florin-checkout')).toContainText('49.99');
  });

  test('a refused code is emptied, and its field says why', async ({ shopper }) => {
    await shopper.orders('returning');
    await shopper.field('cvc').fill('000');
    await shopper.payButton.click();
    await shopper.seesDecline('reason.check_cvc');
    await expect(shopper.field('cvc')).toHaveValue('');
    await expect(shopper.field('cvc')).toHaveAccessibleDescription(new RegExp(shopper.says('reason.check_cvc')));
    await shopper.field('cvc').fill('123');
    await shopper.payButton.click();
    await shopper.seesPaid();
  });

  test('an expired one says so and cannot be chosen', async ({ shopper }) => {
    await shopper.orders('returning');
    await expect(shopper.savedCard('Mastercard ending in 4444, expired')).toBeDisabled();
  });

  test('one is removed at once, and the removal can be undone', async ({ shopper, page }) => {
    await shopper.orders('returning');
    await page.getByRole('button', { name: 'Remove American Express ending in 0005' }).click();
    const undo = page.getByRole('button', { name: /^Undo/ });
    await expect(undo).toBeFocused();
    await page.reload();
    await shopper.isIn('ready');
    await expect(shopper.savedCard('Visa ending in 4242')).toBeVisible();
    await expect(shopper.savedCard('American Express')).toHaveCount(0);
  });

  test('undone, it is there again, and still after a reload', async ({ shopper, page }) => {
    await shopper.orders('returning');
    await page.getByRole('button', { name: 'Remove American Express ending in 0005' }).click();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(shopper.savedCard('American Express ending in 0005')).toBeVisible();
    await page.reload();
    await shopper.isIn('ready');
    await expect(shopper.savedCard('American Express ending in 0005')).toBeVisible();
  });

  test('a card is kept when the customer agrees, and not before', async ({ shopper, page }) => {
    await shopper.orders('save');
    const consent = page.getByRole('checkbox', { name: shopper.says('card.save') });
    await expect(consent).not.toBeChecked();
    await consent.check();
    await shopper.pays({ number: '4242 4242 4242 4242' });
    await shopper.seesPaid();
    expect(await shopper.sentCard()).toMatchObject({ last4: '4242', save_card: true });
  });

  test('what was begun with a new card stays chosen', async ({ shopper }) => {
    await shopper.orders('returning');
    await shopper.choosesNewCard();
    await shopper.pays({ number: '5555 5555 5555 4444' });
    await shopper.seesPaid();
    expect(await shopper.sentCard()).toMatchObject({ last4: '4444' });
  });
});

test.describe('a lookup', () => {
  test('lets the customer choose the brand of a co-badged card, and the choice is what is paid with', async ({
    shopper,
    page,
  }) => {
    await shopper.orders('brand_choice');
    await shopper.types({ number: '4000 0025 0000 1001' });
    const choice = page.getByRole('radiogroup', { name: shopper.says('card.brand_choice') });
    await expect(choice).toBeVisible();
    await expect(choice.getByRole('radio', { checked: true })).toHaveCount(0);
    await choice.getByRole('radio', { name: 'CB' }).check();
    await shopper.payButton.click();
    await shopper.seesPaid();
    expect(await shopper.sentCard()).toMatchObject({ network: 'cartes_bancaires' });
  });

  test('takes the code away from a card that has none', async ({ shopper }) => {
    await shopper.orders();
    await shopper.field('number').fill('6799 9901 0000 0000 019');
    await expect(shopper.field('cvc')).toHaveCount(0);
    await shopper.field('expiry').fill('12/42');
    await shopper.payButton.click();
    await shopper.seesPaid();
  });

  test('offers installments, whose sum is said, and they are what is paid', async ({ shopper, page }) => {
    await shopper.orders();
    await shopper.types({ number: '4000 0048 4000 8001' });
    await page.getByLabel(shopper.says('card.installments.label')).selectOption({ label: '6 × €8.75 (€52.49 in all)' });
    await shopper.payButton.click();
    await shopper.seesPaid();
    expect(await shopper.sentCard()).toMatchObject({ installments: { count: 6, total: 52.49 } });
  });

  test('that never answers keeps nobody from paying', async ({ shopper, page }) => {
    await page.route('**/card-lookup', () => {});
    await shopper.orders('brand_choice');
    await shopper.pays({ number: '4000 0025 0000 1001' });
    await shopper.seesPaid();
  });
});

test('contact and billing address are asked for where the shop wants them, and arrive', async ({ shopper, page }) => {
  await shopper.orders('email', 'phone', 'billing');
  await shopper.types({ number: '4242 4242 4242 4242' });
  await page.getByLabel(shopper.says('billing.country')).selectOption('JP');
  await page.getByLabel('Postal code').fill('1000001');
  await page.getByLabel('Prefecture').selectOption({ index: 13 });
  await page.getByLabel('Address', { exact: true }).fill('千代田1-1');
  await shopper.payButton.click();
  const summary = page.getByRole('group', { name: shopper.says('error.summary.title') });
  await expect(summary).toBeFocused();
  await page.getByLabel(shopper.says('contact.email.label')).fill('ana@example.com');
  await page.getByLabel(shopper.says('contact.phone.label')).fill('+81 3 1234 5678');
  await shopper.payButton.click();
  await shopper.seesPaid();
  const { billing_details } = await shopper.sentCard();
  expect(JSON.stringify(billing_details)).toMatch(/100-0001/);
  expect(JSON.stringify(billing_details)).toMatch(/ana@example\.com/);
  expect(JSON.stringify(billing_details)).toMatch(/\+81312345678/);
});

test('the provider’s own page of what it holds has no whole number on it', async ({ shopper, page }) => {
  await shopper.orders('save');
  await shopper.pays({ number: '4242 4242 4242 4242' });
  await shopper.seesPaid();
  for (const path of ['payments', 'cards'])
    expect(await (await page.request.get(`${sandboxOf(page)}/control/${path}`)).text()).not.toContain(
      '4242424242424242',
    );
});
