import { TEST_OTP } from '@florin/sandbox/test-cards';
import type { Page } from '@playwright/test';
import { expect } from '../customer.js';
import { paidOnce, test as base, type Payer } from '../payer.js';

/** Whoever's payment asks for a code, and where they type it. */
class Holder {
  constructor(
    readonly payer: Payer,
    readonly page: Page,
  ) {}

  get code() {
    return this.page.getByRole('textbox', { name: this.payer.says('otp.label') });
  }

  async isAsked(scenario: Parameters<Payer['ordersWith']>[0] = {}): Promise<void> {
    await this.payer.ordersFrom('payment-intents', { asks: 'otp', ...scenario });
    await this.payer.pays({ number: '4242 4242 4242 4242' });
    await expect(this.code).toBeVisible();
  }

  async types(code: string): Promise<void> {
    await expect(this.code).toHaveValue('');
    await this.code.pressSequentially(code);
    await this.page.keyboard.press('Enter');
  }
}

const test = base.extend<{ holder: Holder }>({
  holder: async ({ payer, page }, use) => use(new Holder(payer, page)),
});

test('a wrong code twice, then the right one', async ({ holder, payer, page }) => {
  await holder.isAsked();
  await holder.types('000000');
  await expect(page.getByRole('alert').filter({ hasText: payer.says('otp.wrong') })).toContainText('2 tries left.');
  await holder.types('111111');
  await expect(page.getByText('1 try left.')).toBeVisible();
  await holder.types(TEST_OTP);
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('wrong until no try is left: the form comes back, and the same card pays', async ({ holder, payer, page }) => {
  await holder.isAsked();
  for (const left of ['2 tries left.', '1 try left.', null]) {
    await holder.types('000000');
    if (left) await expect(page.getByText(left)).toBeVisible();
  }
  await payer.seesDecline('reason.wrong_otp');
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['INVALID_OTP'] });
  await payer.field('cvc').fill('123');
  await payer.payButton.click();
  await holder.types(TEST_OTP);
  await payer.seesPaid();
  expect(await payer.books()).toEqual({ order: 'paid', attempts: ['INVALID_OTP', 'completed'] });
});

test('another code, when it may be asked for; the earlier one stays good', async ({ holder, payer }) => {
  await holder.isAsked({ resendIn: 8_000 });
  const resend = payer.button('otp.resend');
  await expect(resend).toHaveAttribute('aria-disabled', 'true');
  await expect(resend).toHaveAttribute('aria-disabled', 'false');
  await resend.click();
  await payer.sees('otp.resent');
  await expect(resend).toHaveAttribute('aria-disabled', 'true');
  await holder.types(TEST_OTP);
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('nobody types it in time: the form comes back, and nothing is paid', async ({ holder, payer }) => {
  await holder.isAsked({ expiresIn: 6_000, webhooks: 'never' });
  await payer.seesDecline('reason.payment_expired');
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['PAYMENT_EXPIRED'] });
});

test('the same code comes by every way at once: it is sent once', async ({ holder, payer, page }) => {
  const sent: unknown[] = [];
  await holder.isAsked();
  await page.route('**/confirm', async (route) => {
    sent.push(route.request().postDataJSON());
    // What comes meanwhile, from a message, a paste or another press, comes before the answer.
    await holder.code.evaluate((field: HTMLInputElement, code) => {
      for (let count = 0; count < 2; count += 1) {
        field.value = code;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        field.form?.requestSubmit();
      }
    }, TEST_OTP);
    await route.continue();
  });
  await holder.types(TEST_OTP);
  await payer.seesPaid();
  expect(sent).toEqual([{ otp: TEST_OTP }]);
  expect(await payer.books()).toEqual(paidOnce);
});

test('the bank takes its time after the right code: nobody can send it twice', async ({ holder, payer }) => {
  await holder.isAsked({ behaves: 'slow_after_code', after: 5_000 });
  await holder.types(TEST_OTP);
  await payer.sees('processing.title');
  await expect(payer.payButton).toBeHidden();
  await expect(holder.code).toBeHidden();
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('a code that is pasted anywhere on the page confirms by itself', async ({ holder, payer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await holder.isAsked();
  await page.evaluate((text) => navigator.clipboard.writeText(text), '123-456');
  await page.locator('body').evaluate((body) => {
    (document.activeElement as HTMLElement | null)?.blur();
    body.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('a code that a password manager fills in confirms by itself', async ({ holder, payer }) => {
  await holder.isAsked();
  await holder.code.fill(TEST_OTP);
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test.describe('a browser that reads text messages', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const asked: { transport: unknown; isAborted: boolean; receive: (code: string) => void }[] = [];
      Object.assign(globalThis, { OTPCredential: () => null, asked });
      const get = (request: { otp?: { transport: unknown }; signal: AbortSignal }) =>
        new Promise((resolve, reject) => {
          const one = {
            transport: request.otp?.transport,
            isAborted: false,
            receive: (code: string) => resolve({ code }),
          };
          asked.push(one);
          request.signal.addEventListener('abort', () => {
            one.isAborted = true;
            reject(new DOMException('Aborted', 'AbortError'));
          });
        });
      Object.defineProperty(navigator, 'credentials', { value: { get } });
    });
  });

  interface Asked {
    asked: { transport: string[]; isAborted: boolean; receive: (code: string) => void }[];
  }
  const asked = (page: Page) =>
    page.evaluate(() =>
      (globalThis as unknown as Asked).asked.map(({ transport, isAborted }) => ({ transport, isAborted })),
    );

  test('a message that comes is enough', async ({ holder, payer, page }) => {
    await holder.isAsked();
    await expect.poll(() => asked(page)).toEqual([{ transport: ['sms'], isAborted: false }]);
    await page.evaluate((code) => (globalThis as unknown as Asked).asked[0]?.receive(code), TEST_OTP);
    await payer.seesPaid();
    expect(await payer.books()).toEqual(paidOnce);
  });

  test('who types it is asked for nothing any more', async ({ holder, payer, page }) => {
    await holder.isAsked({ behaves: 'slow_after_code', after: 1_000 });
    await expect.poll(() => asked(page)).toEqual([{ transport: ['sms'], isAborted: false }]);
    await holder.types(TEST_OTP);
    await expect.poll(() => asked(page)).toEqual([{ transport: ['sms'], isAborted: true }]);
    await payer.seesPaid();
  });
});

test('a code that the customer dials for: what to dial, nothing to send again', async ({ holder, payer, page }) => {
  await payer.ordersWith({}, { country: 'CI' });
  await payer.method(payer.says('methods.mobile_money')).check();
  await payer.method('Orange Money').check();
  await page.getByLabel(payer.says('contact.phone.label')).fill('07 01 23 45 67');
  await payer.payButton.click();
  await expect(page.getByRole('link', { name: '#144*82#' })).toHaveAttribute('href', 'tel:%23144*82%23');
  await holder.types(TEST_OTP);
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('cancelled in the middle of a code: it says cancelled, and the order can be paid', async ({ holder, payer }) => {
  await holder.isAsked();
  await holder.code.pressSequentially('123');
  await payer.cancels();
  await payer.seesDecline('reason.cancelled');
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['cancelled'] });
  await payer.field('cvc').fill('123');
  await payer.payButton.click();
  await holder.types(TEST_OTP);
  await payer.seesPaid();
  expect(await payer.books()).toEqual({ order: 'paid', attempts: ['cancelled', 'completed'] });
});
