import { expect, test as base, type Page, type Route } from '@playwright/test';
import { Customer, test } from '../customer.js';

/** Attributes as a page's author may write them. */
async function open(
  page: Page,
  attributes: Record<string, string>,
  secret?: string,
): Promise<{ warnings: string[]; errors: string[] }> {
  const warnings: string[] = [];
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const fragment = secret === undefined ? '' : `#client-secret=${secret}`;
  await page.goto(`/fixtures/bare.html?${new URLSearchParams(attributes)}${fragment}`);
  return { warnings, errors };
}

const right = { endpoint: '/api/checkout', intent: 'pi_1', locale: 'en' };

base.describe('attributes', () => {
  for (const [name, attributes, secret] of [
    ['endpoint', { intent: 'pi_1' }, 's'],
    ['endpoint', { endpoint: 'javascript:alert(1)', intent: 'pi_1' }, 's'],
    ['intent', { endpoint: '/api/checkout' }, 's'],
    ['client-secret', { endpoint: '/api/checkout', intent: 'pi_1' }, undefined],
  ] as const) {
    base(`${name}: ${JSON.stringify(attributes)}`, async ({ page }) => {
      const { warnings, errors } = await open(page, { ...attributes, locale: 'en' }, secret);
      const customer = await Customer.at(page);
      await expect(page.getByRole('heading', { name: customer.says('unavailable.title') })).toBeVisible();
      await expect(customer.view.getByText(name)).toBeVisible();
      const named = warnings.filter((warning) => warning.includes(`"${name}"`));
      expect(named).toHaveLength(1);
      expect(errors).toEqual([]);
    });
  }

  base('a wrong layout or theme is said once and does not stand in the way', async ({ page }) => {
    const { warnings, errors } = await open(page, { ...right, layout: 'spiral', theme: 'purple' }, 's');
    await expect(page.locator('florin-checkout')).toHaveAttribute('phase', 'unavailable');
    expect(warnings.filter((warning) => /"(layout|theme)"/.test(warning))).toHaveLength(2);
    expect(errors).toEqual([]);
  });

  base('what was missing can be said later', async ({ page }) => {
    await open(page, { endpoint: '/api/checkout', locale: 'en' });
    await expect(page.locator('florin-checkout')).toHaveAttribute('phase', 'unavailable');
    const order = await page.request.post('/api/orders', { data: { product: 'lune' } });
    const { intent, client_secret: secret } = (await order.json()) as { intent: string; client_secret: string };
    await page.locator('florin-checkout').evaluate(
      (element, values) => {
        element.setAttribute('intent', values.intent);
        element.setAttribute('client-secret', values.secret);
      },
      { intent, secret },
    );
    await expect(page.locator('florin-checkout')).toHaveAttribute('phase', 'ready');
  });
});

base.describe('a checkout that is not there', () => {
  base('an unknown intent', async ({ page }) => {
    const { errors } = await open(page, { ...right, intent: 'pi_nobody' }, 'wrong');
    const customer = await Customer.at(page);
    await expect(customer.view.getByText(customer.says('unavailable.intent'))).toBeVisible();
    expect(errors).toEqual([]);
  });

  base('a wrong secret', async ({ page }) => {
    const order = await page.request.post('/api/orders', { data: { product: 'lune' } });
    const { intent } = (await order.json()) as { intent: string };
    const { errors } = await open(page, { ...right, intent }, 'wrong');
    const customer = await Customer.at(page);
    await expect(customer.view.getByText(customer.says('unavailable.secret'))).toBeVisible();
    expect(errors).toEqual([]);
  });

  base('malformed JSON', async ({ page }) => {
    await page.route('**/intents/*', (route) =>
      route.fulfill({ contentType: 'application/json', body: '{"id": "pi_1", ' }),
    );
    const { errors } = await open(page, right, 's');
    const customer = await Customer.at(page);
    await expect(customer.view.getByText(customer.says('unavailable.contract'))).toBeVisible();
    expect(errors).toEqual([]);
  });

  base('a backend that is down, and comes back', async ({ page }) => {
    const customer = await Customer.at(page);
    await page.route('**/api/checkout/**', (route) => route.abort('connectionrefused'));
    await page.goto('/');
    await page.locator('main form button.primary').click();
    await expect(page.getByRole('heading', { name: customer.says('unreachable.title') })).toBeVisible();
    // Pressed while it is still down: as soon as it is back, the page finds it by itself, and there is nothing left to press.
    const asked = page.waitForRequest('**/api/checkout/**');
    await page.getByRole('button', { name: customer.says('action.retry') }).click();
    await asked;
    await page.unroute('**/api/checkout/**');
    await customer.isIn('ready');
    await customer.pays({ number: '4242 4242 4242 4242' });
    await customer.seesPaid();
  });
});

test.describe('words that this version does not know', () => {
  /** Changes what the backend answers about the payment from now on. */
  async function rewrite(page: Page, change: (intent: Record<string, unknown>) => void): Promise<void> {
    const handler = async (route: Route) => {
      const response = await route.fetch();
      const intent = (await response.json()) as Record<string, unknown>;
      change(intent);
      return route.fulfill({ response, json: intent });
    };
    await page.route('**/events', (route) => route.abort());
    await page.route(/\/intents\/[^/]+(\/attempts)?$/, handler);
  }

  test('an unknown intent status is in progress, and is kept watched', async ({ customer, page }) => {
    let isPondering = true;
    await rewrite(page, (intent) => {
      if (isPondering) Object.assign(intent, { status: 'pondering', version: 1 });
    });
    await page.reload();
    await customer.isIn('processing');
    isPondering = false;
    await customer.isIn('ready');
  });

  test('an unknown next action waits, and the payment goes on', async ({ customer }) => {
    await customer.pays({ number: '4000 0000 0000 0994' });
    await customer.isIn('action_required');
    await expect(customer.view.getByText(customer.says('waiting.text'))).toBeVisible();
    await customer.seesPaid();
  });

  test('an unknown failure code is told by its category', async ({ customer }) => {
    await customer.pays({ number: '4000 0000 0000 0705' });
    await customer.seesDecline('reason.generic_decline');
  });

  test('a method that cannot be drawn is left out', async ({ customer, page }) => {
    await rewrite(page, (intent) => {
      intent['methods'] = [{ type: 'barter' }, ...(intent['methods'] as unknown[])];
    });
    await page.reload();
    await customer.isIn('ready');
    await expect(page.getByRole('radio')).toHaveCount(2);
  });
});

test('an intent that expires while the form is open says so', async ({ customer, page }) => {
  await page.route(/\/intents\/[^/]+$/, async (route) => {
    const response = await route.fetch();
    const intent = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ response, json: { ...intent, version: 99, status: 'expired' } });
  });
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByRole('heading', { name: customer.says('expired.title') })).toBeVisible();
});
