import { expect } from '../customer.js';
import { paidOnce, test, type Payer } from '../payer.js';

const wallet = 'Sand Wallet (SDK)';

/** What the demo's plug-in draws: a wallet's buttons. */
function walletButton(payer: Payer, name: 'Pay with Sand Wallet' | 'Refuse in the wallet' | 'Close the wallet') {
  return payer.page.getByRole('button', { name, exact: true });
}

test('what the page has brought for the wallet pays', async ({ payer }) => {
  await payer.paysWith(wallet);
  await walletButton(payer, 'Pay with Sand Wallet').click();
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('refused in the wallet: the form is back', async ({ payer }) => {
  await payer.paysWith(wallet);
  await walletButton(payer, 'Refuse in the wallet').click();
  await payer.seesDecline('reason.cancelled');
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['CUSTOMER_CANCELLED'] });
});

test('the page has brought nothing: said to the customer and to the page, and another way pays', async ({ payer }) => {
  await payer.ordersWith();
  const told = await payer.checkout.evaluateHandle((tag) => {
    Object.assign(tag, { plugins: {} });
    const errors: unknown[] = [];
    tag.addEventListener('florin-error', (event) => errors.push((event as CustomEvent).detail));
    return errors;
  });
  await payer.chooses(wallet);
  await payer.payButton.click();
  await payer.sees('sdk.missing');
  expect(await told.jsonValue()).toEqual([{ code: 'sdk_missing', provider: 'sandbox_wallet' }]);
  await payer.cancels();
  await payer.seesDecline('reason.cancelled');
  await payer.method(payer.says('methods.card')).check();
  await payer.pays({ number: '4242 4242 4242 4242' });
  await payer.seesPaid();
  expect(await payer.books()).toEqual({ order: 'paid', attempts: ['cancelled', 'completed'] });
});

test('the wallet is closed: said, nothing is sent, and it can be opened again for the same payment', async ({
  payer,
  page,
}) => {
  const confirms: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/confirm')) confirms.push(request.url());
  });
  await payer.paysWith(wallet);
  await walletButton(payer, 'Close the wallet').click();
  await payer.sees('sdk.failed');
  await expect(walletButton(payer, 'Pay with Sand Wallet')).toHaveCount(0);
  expect(confirms).toEqual([]);
  await payer.button('action.retry').click();
  await walletButton(payer, 'Pay with Sand Wallet').click();
  await payer.seesPaid();
  expect(confirms).toHaveLength(1);
  expect(await payer.books()).toEqual(paidOnce);
});

test('a reload while the wallet is open: it is opened again, and pays once', async ({ payer, page }) => {
  await payer.paysWith(wallet);
  await expect(walletButton(payer, 'Pay with Sand Wallet')).toBeVisible();
  await page.reload();
  await walletButton(payer, 'Pay with Sand Wallet').click();
  await payer.seesPaid();
  expect(await payer.books()).toEqual(paidOnce);
});

test('the wallet’s answer reaches nobody: expires, and nothing is paid', async ({ payer }) => {
  await payer.paysWith(wallet, { behaves: 'never_answers', expiresIn: 8_000 });
  await walletButton(payer, 'Pay with Sand Wallet').click();
  await payer.seesDecline('reason.payment_expired');
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['PAYMENT_EXPIRED'] });
});

test('the wallet answers twice: it is told once', async ({ payer, page }) => {
  const confirms: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/confirm')) confirms.push(request.url());
  });
  await payer.paysWith(wallet);
  await walletButton(payer, 'Pay with Sand Wallet').evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await payer.seesPaid();
  expect(confirms).toHaveLength(1);
  expect(await payer.books()).toEqual(paidOnce);
});

test('given up while the wallet is open: it goes with the payment, and another way pays', async ({ payer }) => {
  await payer.paysWith(wallet);
  await expect(walletButton(payer, 'Pay with Sand Wallet')).toBeVisible();
  await payer.cancels();
  await payer.seesDecline('reason.cancelled');
  await expect(walletButton(payer, 'Pay with Sand Wallet')).toHaveCount(0);
  expect(await payer.books()).toEqual({ order: 'open', attempts: ['cancelled'] });
  await payer.method(payer.says('methods.card')).check();
  await payer.pays({ number: '4242 4242 4242 4242' });
  await payer.seesPaid();
  expect(await payer.books()).toEqual({ order: 'paid', attempts: ['cancelled', 'completed'] });
});
