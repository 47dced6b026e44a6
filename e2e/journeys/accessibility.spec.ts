import { AxeBuilder } from '@axe-core/playwright';
import { type Customer, expect, test } from '../customer.js';
import { test as shopping } from '../shopper.js';

// What appears is half transparent for a moment.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function expectNothingFound(customer: Customer): Promise<void> {
  // The issuer's page is the issuer's.
  const { violations } = await new AxeBuilder({ page: customer.page })
    .exclude({ fromShadowDom: ['florin-checkout', 'florin-three-ds', 'iframe'] })
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}

for (const [locale, theme] of [
  ['en', 'light'],
  ['ar', 'dark'],
] as const) {
  test.describe(`axe finds nothing: ${locale}, ${theme}`, () => {
    test.use({ language: locale, colorScheme: theme });

    test('the form, empty and with errors', async ({ customer }) => {
      await expectNothingFound(customer);
      await customer.payButton.click();
      await expect(customer.page.getByText(customer.says('error.summary.title')).first()).toBeVisible();
      await expectNothingFound(customer);
    });

    shopping('saved cards, and one that was removed', async ({ shopper, page }) => {
      await shopper.orders('returning');
      await expectNothingFound(shopper);
      await page.locator('florin-checkout').getByRole('button').first().click();
      await expect(page.getByRole('button', { name: new RegExp(shopper.says('saved_card.undo')) })).toBeVisible();
      await expectNothingFound(shopper);
    });

    shopping(
      'a co-badged card with contact, address and consent, as it is and with errors',
      async ({ shopper, page }) => {
        await shopper.orders('save', 'brand_choice', 'email', 'phone', 'billing');
        await shopper.field('number').fill('4000 0025 0000 1001');
        await expect(page.getByRole('radiogroup', { name: shopper.says('card.brand_choice') })).toBeVisible();
        await expect(page.getByRole('textbox', { name: shopper.says('contact.phone.label') })).toBeVisible();
        await expect(page.getByRole('combobox', { name: shopper.says('billing.country') })).toBeVisible();
        await expectNothingFound(shopper);
        await shopper.payButton.click();
        await expect(page.getByText(shopper.says('error.summary.title')).first()).toBeVisible();
        await expectNothingFound(shopper);
      },
    );

    test('a decline', async ({ customer }) => {
      await customer.pays({ number: '4000 0000 0000 9995' });
      await customer.seesDecline('reason.insufficient_funds');
      await expectNothingFound(customer);
    });

    test('a one-time code', async ({ customer, page }) => {
      await customer.pays({ number: '5060 6666 6666 6666 666' });
      await expect(page.getByRole('textbox', { name: customer.says('otp.label') })).toBeVisible();
      await expectNothingFound(customer);
    });

    test('a QR code', async ({ customer, page }) => {
      await customer.choosesQr();
      await customer.payButton.click();
      await expect(page.getByRole('img', { name: customer.says('qr.image') })).toBeVisible();
      await expectNothingFound(customer);
    });

    test('a challenge', async ({ customer }) => {
      await customer.pays({ number: '4000 0000 0000 3220' });
      await expect(customer.issuer.getByRole('button').first()).toBeVisible();
      await expectNothingFound(customer);
    });

    test('paid', async ({ customer }) => {
      await customer.pays({ number: '4242 4242 4242 4242' });
      await customer.seesPaid();
      await expectNothingFound(customer);
    });
  });
}

test('by keyboard alone: from the first field to a confirmed code', async ({ customer, page }) => {
  await customer.field('number').focus();
  await page.keyboard.type('5060666666666666666');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1242');
  await page.keyboard.press('Tab');
  await page.keyboard.type('123');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(customer.payButton).toBeFocused();
  await page.keyboard.press('Enter');
  // The focus is never lost: it lands on the heading of what comes.
  await expect(page.getByRole('heading', { name: customer.says('otp.title') })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('123456');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: customer.says('paid.title') })).toBeFocused();
});

test('a decline after Enter in a field: the focus is on the words about it, or on the field to mend', async ({
  customer,
  page,
}) => {
  await customer.types({ number: '4000 0000 0000 9995' });
  await page.keyboard.press('Enter');
  await customer.seesDecline('reason.insufficient_funds');
  await expect(page.locator('.failure')).toBeFocused();
  await customer.types({ number: '4000 0000 0000 0127' });
  await page.keyboard.press('Enter');
  await customer.seesDecline('reason.check_cvc');
  await expect(customer.field('cvc')).toBeFocused();
});

test('what happens is said aloud, in regions that were there before', async ({ customer, page }) => {
  const polite = page.locator('florin-checkout [role=status]').first();
  await expect(polite).toBeAttached();
  await expect(polite).toHaveText('');
  await customer.pays({ number: '4000 0000 0000 9995' });
  await customer.seesDecline('reason.insufficient_funds');
  await expect(page.locator('florin-checkout > [role=alert], florin-checkout p[role=alert]').first()).toContainText(
    customer.says('reason.insufficient_funds'),
  );
});

shopping('nothing is lost on a page 320 pixels wide, whatever is asked for', async ({ shopper, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await shopper.orders('returning', 'save', 'brand_choice', 'email', 'phone', 'billing');
  await shopper.choosesNewCard();
  await shopper.field('number').fill('4000 0025 0000 1001');
  await expect(page.getByRole('radiogroup', { name: shopper.says('card.brand_choice') })).toBeVisible();
  await expect(page.getByRole('combobox', { name: shopper.says('billing.country') })).toBeVisible();
  await shopper.payButton.click();
  await expect(page.getByText(shopper.says('error.summary.title')).first()).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test('nothing is lost on a page 320 pixels wide', async ({ customer, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await customer.payButton.click();
  await expect(page.getByText(customer.says('error.summary.title')).first()).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
