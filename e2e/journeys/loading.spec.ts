import type { Scenario } from '@florin/sandbox';
import { expect } from '../customer.js';
import { test, type OneTagCustomer } from '../one-tag.js';

/** Files of views, by their names in the build. */
const views = [
  'status',
  'otp',
  'qr',
  'three-ds',
  'three-ds-method',
  'redirect',
  'iframe',
  'approval',
  'instructions',
  'sdk',
];
const viewsIn = (names: string[]) => views.filter((view) => names.includes(view));

test('no view is asked for before the customer is at it, and then the likely ones are', async ({ customer, page }) => {
  await customer.opens();
  await page.waitForLoadState('networkidle');
  expect(customer.asked).toContain('till');
  expect(viewsIn(customer.asked)).toEqual([]);
  await customer.field('number').pressSequentially('4');
  const likely = ['status', 'qr', 'three-ds', 'three-ds-method'];
  await customer.has(...likely);
  await page.waitForLoadState('networkidle');
  expect(viewsIn(customer.asked)).toEqual(likely);
});

test('ways to pay that are no card: no view is asked for before one is chosen, and then its own are', async ({
  customer,
  page,
}) => {
  await customer.opens({ more_methods: true });
  await expect(page.getByRole('radio', { name: 'Sandbank', exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(viewsIn(customer.asked)).toEqual([]);
  await page.getByRole('radio', { name: 'Sandbank', exact: true }).check();
  await customer.has('status', 'redirect');
  await page.waitForLoadState('networkidle');
  expect(viewsIn(customer.asked)).toEqual(['status', 'redirect']);
});

type See = (customer: OneTagCustomer) => Promise<void>;

const heading =
  (key: Parameters<OneTagCustomer['says']>[0]): See =>
  (customer) =>
    expect(customer.view.getByRole('heading', { name: customer.says(key), exact: true })).toBeVisible();

/** The bank's page, in the place of the shop's. */
const bankPage: See = (customer) => customer.page.waitForURL(/\/bank\b/);

async function momo({ page }: OneTagCustomer): Promise<void> {
  await page.getByRole('radio', { name: 'MTN MoMo' }).check();
  await page.getByRole('textbox', { name: 'Phone' }).fill('01 95 12 34 56');
}

interface Way {
  view: string;
  /** Few are asked for it: it is fetched when they pay, not before. */
  isRare?: true;
  seen: See;
  asks?: NonNullable<Scenario['asks']>;
  fill?: (customer: OneTagCustomer) => Promise<void>;
}

/** `card …`: what its issuer asks for; else the name of the row. */
const ways: [string, Way][] = [
  ['card, challenged', { asks: 'challenge', view: 'three-ds', seen: heading('three_ds.title') }],
  ['card, looked at', { asks: 'method_and_challenge', view: 'three-ds-method', seen: heading('three_ds.title') }],
  ['card, asked for a code', { asks: 'otp', view: 'otp', isRare: true, seen: heading('otp.title') }],
  ['card, asked in an app', { asks: 'approval', view: 'approval', seen: heading('waiting.title') }],
  ['card, with a frame', { isRare: true, asks: 'iframe', view: 'iframe', seen: heading('waiting.title') }],
  ['QR code', { view: 'qr', seen: heading('qr.title') }],
  ['Sand Wallet', { view: 'qr', seen: heading('qr.title') }],
  ['Sandbank', { view: 'redirect', seen: bankPage }],
  ['Sandbank (POST)', { view: 'redirect', seen: bankPage }],
  ['Sandbank (popup)', { view: 'redirect', seen: heading('waiting.title') }],
  ['Sandbank (iframe)', { isRare: true, view: 'iframe', seen: heading('waiting.title') }],
  ['Sandbank (app)', { view: 'approval', seen: heading('waiting.title') }],
  [
    'Sand Wallet (SDK)',
    {
      isRare: true,
      view: 'sdk',
      seen: (customer) => expect(customer.view.getByText(customer.says('sdk.missing'))).toBeVisible(),
    },
  ],
  ['Bank transfer or cash', { view: 'instructions', seen: heading('instructions.title') }],
  ['Sand Voucher', { view: 'instructions', seen: heading('instructions.title') }],
  ['Mobile money', { view: 'approval', fill: momo, seen: heading('waiting.title') }],
];

for (const [name, { view, isRare, asks, fill, seen }] of ways) {
  test(`${name}: its view is asked for before the bank has answered, and stands without the network`, async ({
    customer,
    page,
  }) => {
    await customer.opens({ more_methods: true, country: 'BJ', ...(asks && { scenario: { asks } }) });
    if (asks) await customer.types({ number: '4242 4242 4242 4242' });
    else await page.getByRole('radio', { name, exact: true }).check();
    await fill?.(customer);
    if (!isRare) await customer.has(view);
    const asked = customer.losesTheNetworkOnce(views);
    await customer.payButton.click();
    expect(viewsIn(await asked)).toEqual(views);
    await seen(customer);
  });
}
