import { TEST_OTP } from '@florin/sandbox/test-cards';
import { expect, test } from '../customer.js';

const asksForCode = '5060 6666 6666 6666 666';

test('a wrong code twice, then the right one', async ({ customer, page }) => {
  await customer.pays({ number: asksForCode });
  const code = page.getByRole('textbox', { name: customer.says('otp.label') });
  const confirm = page.getByRole('button', { name: customer.says('otp.submit'), exact: true });
  await code.pressSequentially('000000');
  await confirm.click();
  await expect(page.getByText('2 tries left.')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: customer.says('otp.wrong') })).toBeVisible();
  await expect(code).toHaveValue('');
  await code.pressSequentially('111111');
  await confirm.click();
  await expect(page.getByText('1 try left.')).toBeVisible();
  await expect(code).toHaveValue('');
  await code.pressSequentially(TEST_OTP);
  await confirm.click();
  await customer.seesPaid();
  expect((await customer.atProvider())?.attempts).toHaveLength(1);
});

test('three wrong codes end the attempt, and the form comes back', async ({ customer, page }) => {
  await customer.pays({ number: asksForCode });
  const code = page.getByRole('textbox', { name: customer.says('otp.label') });
  for (const left of ['2 tries left.', '1 try left.', null]) {
    await expect(code).toHaveValue('');
    await code.pressSequentially('000000');
    await page.keyboard.press('Enter');
    if (left) await expect(page.getByText(left)).toBeVisible();
  }
  await customer.seesDecline('reason.wrong_otp');
});

test('a code that is pasted confirms by itself', async ({ customer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await customer.pays({ number: asksForCode });
  await expect(page.getByRole('textbox', { name: customer.says('otp.label') })).toBeVisible();
  await page.evaluate((text) => navigator.clipboard.writeText(text), '123-456');
  await page.getByRole('textbox', { name: customer.says('otp.label') }).focus();
  await page.keyboard.press('ControlOrMeta+V');
  await customer.seesPaid();
});

test('a code that a password manager fills in confirms by itself', async ({ customer, page }) => {
  await customer.pays({ number: asksForCode });
  await page.getByRole('textbox', { name: customer.says('otp.label') }).fill(TEST_OTP);
  await customer.seesPaid();
});

test('cancelling brings the form back', async ({ customer, page }) => {
  await customer.pays({ number: asksForCode });
  await page.getByRole('button', { name: customer.says('action.cancel'), exact: true }).click();
  await customer.seesDecline('reason.cancelled');
});
