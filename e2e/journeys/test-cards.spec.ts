import { TEST_OTP, testCards, type TestCard } from '@florin/sandbox/test-cards';
import { type Customer, expect, sandboxOf } from '../customer.js';
import { oneWindow } from '../one-window.js';
import { test as shopping } from '../shopper.js';

const test = shopping.extend(oneWindow);
/** Every card is one of the first provider's. */
const at = 'payment-intents';

const confirms = async (customer: Customer) => {
  await customer.issuer.getByRole('button').first().click();
  await customer.seesPaid();
};

const endings: Record<TestCard['outcome'], (customer: Customer, card: TestCard) => Promise<void>> = {
  completed: (customer) => customer.seesPaid(),
  declined: (customer, { reason }) => customer.seesDecline(`reason.${told(reason)}`),
  challenge: confirms,
  challenge_v1: confirms,
  challenge_named: confirms,
  three_ds_method: (customer) => customer.seesPaid(),
  method_and_challenge: confirms,
  decoupled: async (customer) => {
    await expect(
      customer.view.getByText(customer.says('approval.app', { app_name: '\u2068Sandbank\u2069' })),
    ).toBeVisible();
    const phone = await customer.page.context().newPage();
    const { id } = (await customer.atProvider()) ?? {};
    await phone.goto(`${sandboxOf(customer.page)}/phone?payment=${id}`);
    await phone.getByRole('listitem').getByRole('link').click();
    await phone.getByRole('button').first().click();
    await customer.seesPaid();
  },
  soft_declined: async (customer) => {
    await customer.seesDecline('reason.authentication_required');
    // Nothing is typed again: the press that is asked for is the whole of it.
    await expect(customer.payButton).toBeFocused();
    await customer.page.keyboard.press('Enter');
    await confirms(customer);
  },
  otp: async (customer, { reason }) => {
    const code = customer.page.getByRole('textbox', { name: customer.says('otp.label') });
    await expect(code).toBeVisible();
    // The card whose code expires is left alone until it has.
    if (reason === 'payment_expired') {
      await customer.isIn('ready', { timeout: 25_000 });
      return customer.seesDecline('reason.payment_expired');
    }
    await code.pressSequentially(TEST_OTP);
    await customer.page.getByRole('button', { name: customer.says('otp.submit'), exact: true }).click();
    return customer.seesPaid();
  },
  slow: async (customer) => {
    await customer.isIn('processing');
    await customer.seesPaid();
  },
  answer_lost: async (customer) => {
    await customer.isIn('verifying');
    await expect(customer.view.getByText(customer.says('verifying.text'))).toBeVisible();
    await customer.seesPaid();
  },
  uncertain: async (customer, { reason }) => {
    await customer.isIn('verifying');
    await customer.seesDecline(`reason.${told(reason)}`);
  },
  unlisted_action: async (customer) => {
    await customer.isIn('action_required');
    await expect(customer.page.getByRole('heading', { name: customer.says('waiting.title') })).toBeVisible();
    await customer.seesPaid();
  },
};

function told(reason: TestCard['reason']): Exclude<NonNullable<TestCard['reason']>, 'blocked'> {
  if (!reason || reason === 'blocked') throw new Error('A declined card says what the customer is told.');
  return reason;
}

for (const locale of ['en', 'ar']) {
  test.describe(locale, () => {
    test.use({ language: locale });
    for (const card of testCards) {
      test(`${card.number}: ${card.what}`, async ({ shopper }) => {
        // The first walks through the shop; what a card does is the same however it was ordered.
        await (card === testCards[0] ? shopper.order() : shopper.ordersFrom(at));
        await shopper.pays({ number: card.number });
        await endings[card.outcome](shopper, card);
      });
    }

    test('QR, approved on the phone', async ({ shopper, context }) => {
      await shopper.ordersFrom(at);
      await shopper.choosesQr();
      await shopper.payButton.click();
      await expect(shopper.page.getByRole('img', { name: shopper.says('qr.image') })).toBeVisible();
      await answerOnPhone(shopper, await context.newPage(), 'first');
      await shopper.seesPaid();
    });

    test('QR, refused on the phone', async ({ shopper, context }) => {
      await shopper.ordersFrom(at);
      await shopper.choosesQr();
      await shopper.payButton.click();
      await expect(shopper.page.getByRole('img', { name: shopper.says('qr.image') })).toBeVisible();
      await answerOnPhone(shopper, await context.newPage(), 'last');
      await shopper.seesDecline('reason.cancelled');
    });
  });
}

/** The phone scans what the intent says is in the code. */
async function answerOnPhone(customer: Customer, phone: Customer['page'], button: 'first' | 'last'): Promise<void> {
  const { content = '' } = await customer.actionOf('florin-qr');
  await phone.goto(content);
  await phone.getByRole('button')[button]().click();
}
