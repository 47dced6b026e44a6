import { expect } from '../customer.js';
import { oneWindow } from '../one-window.js';
import { type Shopper, test as shopping } from '../shopper.js';

const test = shopping.extend(oneWindow);

type ProviderId = 'payment-intents' | 'payments-trust' | 'milky-pay' | 'purse';

interface Card {
  number: string;
  expiry?: string;
  cvc?: string;
}

/** A card of each provider's own table that is paid, one that asks first, and one for which there is not enough money. */
const cards: Record<ProviderId, Record<'paid' | 'asks' | 'declined', Card>> = {
  'payment-intents': {
    paid: { number: '4242424242424242' },
    asks: { number: '4000000000003220' },
    declined: { number: '4000000000009995' },
  },
  'payments-trust': {
    paid: { number: '5519283812030000' },
    asks: { number: '5123817234060000' },
    declined: { number: '4302912837020000', expiry: '05/29' },
  },
  'milky-pay': {
    paid: { number: '5519283812030000' },
    asks: { number: '5123817234060000' },
    declined: { number: '4302912837020000', expiry: '05/29' },
  },
  purse: {
    paid: { number: '4242424242424242', expiry: '04/42', cvc: '424' },
    asks: { number: '4000000000003220' },
    declined: { number: '4000000000009995' },
  },
};
const providers = Object.keys(cards) as ProviderId[];

async function chooses({ page, locale }: Shopper, provider: ProviderId): Promise<void> {
  await page.goto(`/?lang=${locale}`);
  await page.locator('details.settings summary').click();
  await page.locator('select[name="provider"]').selectOption(provider);
}

async function buys(shopper: Shopper): Promise<void> {
  await shopper.page.locator('main form button.primary').click();
  await shopper.page.waitForURL(/\/checkout\?order=/);
  await shopper.isIn('ready');
  await expect(shopper.payButton).toBeVisible();
}

for (const locale of ['en', 'ar']) {
  test.describe(locale, () => {
    test.use({ language: locale });
    for (const provider of providers) {
      test(`${provider}: pays, and gives a part back, then the rest`, async ({ shopper }) => {
        await chooses(shopper, provider);
        await buys(shopper);
        const order = shopper.orderId;
        await shopper.pays(cards[provider].paid);
        await shopper.seesPaid();
        await shopper.page.goto(`/order?id=${order}`);
        const receipt = shopper.page.locator('#order');
        await expect(receipt).toHaveAttribute('data-payment', 'paid');
        const part = shopper.page.locator('#refund-part');
        await part.click();
        await expect(receipt).toHaveAttribute('data-payment', 'partly_refunded');
        await expect(part).toBeFocused();
        await shopper.page.locator('#refund').click();
        await expect(receipt).toHaveAttribute('data-payment', 'refunded');
        await expect(shopper.page.locator('#back-office')).toBeHidden();
        // What was pressed is gone: the focus is at what came of it.
        await expect(shopper.page.locator('#title')).toBeFocused();
        await shopper.page.goto(`/checkout?order=${order}`);
        await shopper.seesPaid();
        await expect(shopper.view.getByText(shopper.says('paid.refunded'))).toBeVisible();
      });

      test(`${provider}: asks the bank`, async ({ shopper }) => {
        await shopper.ordersFrom(provider);
        await shopper.pays(cards[provider].asks);
        await shopper.issuer.getByRole('button').first().click();
        await shopper.seesPaid();
      });

      test(`${provider}: the bank's challenge is refused`, async ({ shopper }) => {
        await shopper.ordersFrom(provider);
        await shopper.pays(cards[provider].asks);
        await shopper.issuer.getByRole('button').last().click();
        await shopper.seesDecline('reason.authentication_failed');
      });

      test(`${provider}: declines, and another card is paid`, async ({ shopper }) => {
        await shopper.ordersFrom(provider);
        await shopper.pays(cards[provider].declined);
        await shopper.seesDecline('reason.insufficient_funds');
        await shopper.pays(cards[provider].paid);
        await shopper.seesPaid();
        expect((await shopper.orderAsTold()).attempts).toBe(2);
      });
    }

    test('Purse with Alma: in four payments, without leaving the page', async ({ shopper }) => {
      await shopper.ordersFrom('purse');
      const { page } = shopper;
      await page.getByRole('radio', { name: new RegExp(`${shopper.says('methods.installments')}.*Alma`) }).check();
      // The first payment is the largest: it bears what the division leaves, and the fee.
      await page.getByRole('radio', { name: /13[.,]55.*3 × .*12[.,]49/ }).check();
      await shopper.types(cards.purse.paid);
      await page.getByRole('button', { name: /13[.,]55.*51[.,]02/ }).click();
      await expect(shopper.view.getByRole('heading', { name: shopper.says('confirmed.title') })).toBeVisible();
      await shopper.isIn('completed');
      expect(new URL(page.url()).pathname).toBe('/checkout');
      await page.goto(`/order?id=${shopper.orderId}`);
      await expect(page.locator('#payments')).toHaveText('× 4');
      await expect(page.locator('#agreed')).toHaveText(/51[.,]02/);
    });
  });
}

test('a code that is chosen is what the provider answers', async ({ shopper }) => {
  const { page } = shopper;
  await chooses(shopper, 'payments-trust');
  await page.locator('select[name="code"]').selectOption('card_lost');
  await expect(page.locator('textarea[name="scenario"]')).toHaveValue('{"code":"card_lost"}');
  await buys(shopper);
  await shopper.pays(cards['payments-trust'].paid);
  await shopper.seesDecline('reason.generic_decline');
});

test('what the settings show is what the provider will answer', async ({ shopper }) => {
  const { page } = shopper;
  const outcome = page.locator('select[name="code"]');
  const scenario = page.locator('textarea[name="scenario"]');
  const seesOutcome = (name: string) => expect(outcome.locator('option:checked')).toHaveText(name);
  await chooses(shopper, 'payments-trust');
  await outcome.selectOption('card_lost');
  await page.locator('select[name="provider"]').selectOption('purse');
  await expect(scenario).toHaveValue('');
  await seesOutcome('What the test card says');
  await scenario.fill('{"status":"terminated"}');
  await seesOutcome('What the scenario below says');
  await page.locator('select[name="provider"]').selectOption('milky-pay');
  await expect(outcome.locator('option[value="card_3ds_enrolled"]')).toBeAttached();
  await expect(scenario).toHaveValue('{"status":"terminated"}');
  await seesOutcome('What the scenario below says');
  await scenario.fill('{"code":"insufficient_funds"}');
  await seesOutcome('insufficient_funds');
});

test('a scenario that is no JSON, or none that the sandbox knows, orders nothing', async ({ shopper }) => {
  const { page } = shopper;
  await chooses(shopper, 'payment-intents');
  const scenario = page.locator('textarea[name="scenario"]');
  await scenario.fill('{"status":');
  await page.locator('main form button.primary').click();
  expect(await scenario.evaluate((field: HTMLTextAreaElement) => field.validationMessage)).not.toBe('');
  await scenario.fill('{"statuss":"failed"}');
  await page.locator('main form button.primary').click();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('what a provider cannot do is not asked for, and its own test cards are shown', async ({ shopper, context }) => {
  const { page } = shopper;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await chooses(shopper, 'milky-pay');
  for (const name of ['customer', 'save', 'brand_choice'])
    await expect(page.locator(`.setting-list [name="${name}"]`)).toBeDisabled();
  await page.locator('#open-test-cards').click();
  const row = page.getByRole('row', { name: /insufficient funds/i }).first();
  await expect(row.getByRole('rowheader')).toHaveText('4302 9128 3702 000005/29');
  await row.getByRole('button').last().click();
  await expect(page.locator('#copied')).toContainText('05/29');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('05/29');
  await page.locator('select[name="provider"]').selectOption('payment-intents');
  await expect(page.getByRole('row', { name: /4242 4242 4242 4242/ })).toBeVisible();
  await expect(page.locator('.setting-list [name="save"]')).toBeEnabled();
});
