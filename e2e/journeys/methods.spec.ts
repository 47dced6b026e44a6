import { expect } from '../customer.js';
import { paidOnce, test, type Payer } from '../payer.js';

const country = (payer: Payer) => payer.page.getByLabel(payer.says('country.label'), { exact: true });
/** A description may say more than this. */
const within = (text: string) => new RegExp(text.replaceAll(/[+.]/g, String.raw`\$&`));
const phone = (payer: Payer) => payer.page.getByLabel(payer.says('contact.phone.label'));

test.describe('where the customer is', () => {
  test('the likeliest countries come first, the customer’s own is chosen, and its operators are offered', async ({
    payer,
  }) => {
    await payer.ordersWith({}, { country: 'CI' });
    await expect(country(payer).locator('option')).toHaveText([
      'Benin',
      'Côte d’Ivoire',
      'Senegal',
      payer.says('country.another'),
    ]);
    await expect(country(payer)).toHaveValue('CI');
    await payer.method(payer.says('methods.mobile_money')).check();
    await expect(payer.page.getByRole('radiogroup', { name: payer.says('mobile_money.operator') })).toHaveText(
      /Orange Money\s*MTN MoMo/,
    );
  });

  test('another country has other ways to pay: said aloud, and what was chosen stays where it is to be had', async ({
    payer,
    page,
  }) => {
    await payer.ordersWith({}, { country: 'BJ' });
    await payer.chooses('Sandbank');
    await country(payer).selectOption({ label: payer.says('country.another') });
    await expect(payer.method(payer.says('methods.mobile_money'))).toHaveCount(0);
    await expect(payer.method('Sandbank')).toBeChecked();
    const count = await page.locator('input[name=method]').count();
    const said = payer.says('country.ways.other', { country: payer.says('country.another'), count });
    await expect(page.getByRole('status')).toHaveText(said);
    await payer.payButton.click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('somebody from elsewhere is offered no operator of a country', async ({ payer }) => {
    await payer.ordersWith({}, { country: 'JP' });
    await expect(country(payer)).toHaveValue('');
    await expect(payer.method(payer.says('methods.mobile_money'))).toHaveCount(0);
  });

  test('after a refusal the country, the operator and the number are as they were', async ({ payer }) => {
    await payer.ordersWith({ behaves: 'refuses' }, { country: 'BJ' });
    await country(payer).selectOption('CI');
    await payer.method(payer.says('methods.mobile_money')).check();
    await payer.method('MTN MoMo').check();
    await phone(payer).fill('07 01 23 45 67');
    await payer.payButton.click();
    await payer.sees('approval.dial');
    await payer.answersOnPhone('refuse');
    await payer.seesDecline('reason.operator_failed');
    await expect(country(payer)).toHaveValue('CI');
    await expect(payer.method('MTN MoMo')).toBeChecked();
    await expect(phone(payer)).toHaveValue('+225 07 01 23 4567');
  });
});

test.describe('the number of mobile money', () => {
  test('each thing that is wrong with it is said, and nothing is sent before it is right', async ({ payer }) => {
    await payer.ordersWith({}, { country: 'BJ' });
    await payer.method(payer.says('methods.mobile_money')).check();
    await payer.payButton.click();
    // Two things are missing: a list of them, which leads to each.
    await expect(payer.page.getByRole('link', { name: payer.says('mobile_money.choose') })).toBeVisible();
    await expect(payer.page.getByRole('link', { name: payer.says('error.phone.empty') })).toBeVisible();
    await payer.method('MTN MoMo').check();
    const isRefused = async (text: string, reason: string) => {
      await phone(payer).fill(text);
      await payer.payButton.click();
      await expect(phone(payer)).toBeFocused();
      await expect(phone(payer)).toHaveAccessibleDescription(within(reason));
    };
    await isRefused('', payer.says('error.phone.empty'));
    await isRefused('01 95', payer.says('error.phone.too_short'));
    await isRefused('+33 6 12 34 56 78', payer.says('mobile_money.number', { code: '\u2066+229\u2069' }));
    expect((await payer.orderAsTold()).attempts).toBe(0);
    await phone(payer).fill('01 95 12 34 56');
    await payer.payButton.click();
    await payer.sees('approval.dial');
    await payer.answersOnPhone('approve');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  /** What leaves the page is changed on the way: whoever answers knows better than the page. */
  const knowsBetter = async (payer: Payer, number: string) => {
    await payer.ordersWith({}, { country: 'CI' });
    await payer.page.route(
      '**/attempts',
      async (route) => {
        const body = route.request().postDataJSON() as { method: object };
        await route.continue({ postData: { ...body, method: { ...body.method, phone: number } } });
      },
      { times: 1 },
    );
    await payer.method(payer.says('methods.mobile_money')).check();
    await payer.method('MTN MoMo').check();
    await phone(payer).fill('07 01 23 45 67');
    await payer.payButton.click();
  };

  test('the shop’s backend refuses it: the customer is led back to the field, and pays', async ({ payer }) => {
    await knowsBetter(payer, '0701234567');
    await payer.seesDecline('error.phone.form');
    await expect(phone(payer)).toBeFocused();
    await expect(phone(payer)).toHaveAccessibleDescription(within(payer.says('error.phone.form')));
    expect(await payer.books()).toEqual({ order: 'open', attempts: [] });
    await payer.payButton.click();
    await payer.sees('approval.dial');
    await payer.answersOnPhone('approve');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('the provider refuses it: with this number it is not to be had, and the number is there to be mended', async ({
    payer,
  }) => {
    await knowsBetter(payer, '+22507012');
    await payer.seesDecline('reason.method_unavailable');
    await expect(phone(payer)).toHaveValue('+225 07 01 23 4567');
    expect(await payer.books()).toEqual({ order: 'open', attempts: [] });
    await payer.payButton.click();
    await payer.sees('approval.dial');
    await payer.answersOnPhone('approve');
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });
});

test.describe('pressed twice, paid once', () => {
  for (const name of ['Sand Wallet', 'Sandbank (app)', 'Sand Wallet (SDK)', 'Sand Voucher', 'Sandbank (iframe)'])
    test(name, async ({ payer }) => {
      await payer.ordersWith();
      await payer.chooses(name);
      await payer.payButton.dblclick();
      await payer.isIn('action_required');
      expect(await payer.books()).toEqual({ order: 'in_progress', attempts: ['action_required'] });
    });

  test('Sandbank', async ({ payer, page }) => {
    await payer.ordersWith();
    await payer.chooses('Sandbank');
    await payer.payButton.dblclick();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('Sandbank (popup): one window too', async ({ payer, page, context }) => {
    await payer.ordersWith();
    await payer.chooses('Sandbank (popup)');
    const opened = page.waitForEvent('popup');
    await payer.payButton.dblclick();
    await (await opened).getByRole('button', { name: 'Confirm' }).click();
    await payer.seesPaid();
    await expect.poll(() => context.pages().length).toBe(1);
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('mobile money', async ({ payer }) => {
    await payer.ordersWith({}, { country: 'SN' });
    await payer.method(payer.says('methods.mobile_money')).check();
    await phone(payer).fill('70 123 45 67');
    await payer.payButton.dblclick();
    await payer.sees('approval.phone');
    expect(await payer.books()).toEqual({ order: 'in_progress', attempts: ['action_required'] });
  });
});
