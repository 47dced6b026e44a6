import type { Intent } from '@florin/contract';
import type { Page } from '@playwright/test';
import { Customer, expect, test as base } from '../customer.js';

/** What a provider's own JSON says of a payment, and what the customer reads. */
const payloads = {
  'milky-pay': invoice('process_failed', 'insufficient_funds'),
  'payments-trust': invoice('process_failed', 'LOST_OR_STOLEN_CARD'),
  'payment-intents': {
    data: {
      id: 'TRX1',
      status: 'pending',
      active_attempt: {
        id: 'att_1',
        status: 'failed',
        failure: { code: { value: 'INSUFFICIENT_BALANCE', category: 'CUSTOMER_ERROR', message: null } },
      },
    },
  },
  purse: {
    id: 'pay_1',
    version: 2,
    state: 'ERROR',
    code: 'CARD_EXPIRED',
    psp: { name: 'alma', status: 'expired_card' },
  },
} as const;
const reasons = {
  'milky-pay': 'reason.insufficient_funds',
  'payments-trust': 'reason.generic_decline',
  'payment-intents': 'reason.insufficient_funds',
  purse: 'reason.card_expired',
} as const;
const providers = Object.keys(payloads) as (keyof typeof payloads)[];

function invoice(status: string, resolution: string) {
  const attributes = { status, resolution, amount: 49.99, currency: 'EUR', flow_data: [], updated: 1_764_000_000 };
  return { data: { type: 'payment-invoices', id: 'cpi_1', attributes } };
}

/** A page with the one tag, whose backend answers the try to pay with what its provider said. */
const test = base.extend<{ payer: Customer }>({
  payer: async ({ page }, use) => use(await Customer.at(page)),
});

async function relays(page: Page, provider: string, payload: unknown): Promise<() => string[]> {
  const files: string[] = [];
  page.on('request', (request) => void files.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  await page.route('**/intents/*/attempts', async (route) => {
    const id = /intents\/([^/]+)/.exec(route.request().url())?.[1];
    const headers = { authorization: route.request().headers()['authorization'] ?? '' };
    const answer = await page.request.get(`/api/checkout/intents/${id}`, { headers });
    const intent = (await answer.json()) as Intent;
    await route.fulfill({ json: { provider, intent: { ...intent, version: intent.version + 1 }, payload } });
  });
  await page.goto('/one-tag');
  return () => files;
}

for (const provider of providers) {
  test(`${provider}: its raw JSON is read in the page, by its room alone`, async ({ payer }) => {
    const files = await relays(payer.page, provider, payloads[provider]);
    await payer.isIn('ready');
    const rooms = () => providers.filter((id) => files().some((file) => file.startsWith(`florin-${id}-`)));
    expect(rooms()).toEqual([]);
    await payer.pays({ number: '4242424242424242' });
    await expect(payer.checkout.getByText(payer.says(reasons[provider])).first()).toBeVisible();
    expect(rooms()).toEqual([provider]);
  });
}

test('a payload that is not the provider’s: being checked, and the page is told where it breaks', async ({ payer }) => {
  const { page } = payer;
  await page.addInitScript(() =>
    addEventListener('florin-error', (event) => {
      document.documentElement.dataset['error'] = JSON.stringify((event as CustomEvent).detail);
    }),
  );
  await relays(page, 'milky-pay', '{"data":{"id":"cpi_1","attri');
  await payer.isIn('ready');
  await payer.pays({ number: '4242424242424242' });
  await payer.isIn('verifying');
  await expect(payer.view.getByText(payer.says('verifying.text'))).toBeVisible();
  const told = await page.evaluate(() => document.documentElement.dataset['error'] ?? '');
  expect(JSON.parse(told)).toEqual({
    code: 'payload_unreadable',
    provider: 'milky-pay',
    violations: [{ pointer: '/payload', code: 'expected_object' }],
  });
  await expect(payer.payButton).toBeHidden();
});
