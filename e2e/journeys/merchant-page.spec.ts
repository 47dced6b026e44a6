import { expect, test as base } from '@playwright/test';
import { Customer, test } from '../customer.js';

base.describe('a page with a strict content security policy', () => {
  for (const [what, number] of [
    ['a payment', '4242 4242 4242 4242'],
    ['a challenge', '4000 0000 0000 3220'],
    ['a one-time code', '5060 6666 6666 6666 666'],
  ] as const) {
    base(`${what} goes through without one violation`, async ({ page }) => {
      const response = await page.goto('/fixtures/strict-csp.html');
      const policy = (await response?.headerValue('content-security-policy')) ?? '';
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("require-trusted-types-for 'script'");
      const customer = await Customer.at(page);
      await customer.isIn('ready');
      await customer.pays({ number });
      if (number.endsWith('3220')) await customer.issuer.getByRole('button', { name: 'Confirm' }).click();
      if (number.startsWith('5060')) {
        await page.getByRole('textbox', { name: customer.says('otp.label') }).pressSequentially('123456');
        await page.keyboard.press('Enter');
      }
      await customer.seesPaid();
      expect(await page.evaluate(() => (globalThis as unknown as { violations: unknown[] }).violations)).toEqual([]);
    });
  }

  base('a QR code is drawn without one violation', async ({ page }) => {
    await page.goto('/fixtures/strict-csp.html');
    const customer = await Customer.at(page);
    await customer.isIn('ready');
    await customer.choosesQr();
    await customer.payButton.click();
    await expect(page.getByRole('img', { name: customer.says('qr.image') })).toBeVisible();
    expect(await page.evaluate(() => (globalThis as unknown as { violations: unknown[] }).violations)).toEqual([]);
  });

  base('the policy is not for show: an inline script is a violation', async ({ page }) => {
    await page.goto('/fixtures/strict-csp.html');
    await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'globalThis.ran = true';
      } catch {
        // Trusted Types refuse it here already.
      }
      document.head.append(script);
    });
    const violations = () =>
      page.evaluate(() => (globalThis as unknown as { violations: unknown[] }).violations.length);
    await expect.poll(violations).toBeGreaterThan(0);
  });
});

base('one script and one tag, drawn by the merchant’s server: pays, in the page’s language', async ({ page }) => {
  const chunks: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/florin/')) chunks.push(request.url().split('/').at(-1) ?? '');
  });
  await page.goto('/one-tag');
  const customer = await Customer.at(page);
  await customer.isIn('ready');
  expect(chunks[0]).toBe('florin.js');
  await customer.pays({ number: '4242 4242 4242 4242' });
  await customer.seesPaid();
});

base('inside a foreign shadow root: mounted and unmounted 50 times, without a throw or a leak', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('/fixtures/foreign-root.html');
  await expect(page.locator('html[data-ready]')).toBeAttached();
  const client = await page.context().newCDPSession(page);
  const mount = page.getByRole('button', { name: 'Mount', exact: true });
  const unmount = page.getByRole('button', { name: 'Unmount', exact: true });
  const customer = await Customer.at(page);

  const nodesLeft = async (): Promise<number> => {
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return value('Nodes') + value('JSEventListeners');
  };
  await client.send('Performance.enable');
  // The first rounds load and cache what every later one uses.
  for (let round = 0; round < 5; round += 1) {
    await mount.click();
    await customer.isIn('ready');
    await unmount.click();
  }
  const before = await nodesLeft();
  for (let round = 0; round < 50; round += 1) {
    await mount.click();
    // Every other round it goes before it is ready.
    if (round % 2 === 0) await customer.isIn('ready');
    await unmount.click();
  }
  await expect.poll(nodesLeft, { timeout: 20_000 }).toBeLessThan(before + 50);
  expect(errors).toEqual([]);

  await mount.click();
  await customer.isIn('ready');
  await customer.pays({ number: '4242 4242 4242 4242' });
  await customer.seesPaid();
  expect(errors).toEqual([]);
});

test('events reach the page and hold no digit of the card', async ({ customer, page }) => {
  await customer.checkout.evaluate((element) => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    for (const name of [
      'florin-ready',
      'florin-change',
      'florin-submit',
      'florin-action',
      'florin-status',
      'florin-success',
      'florin-failure',
      'florin-error',
    ])
      element.ownerDocument.addEventListener(name, (event) => seen.push([name, (event as CustomEvent).detail]));
  });
  await customer.pays({ number: '4000 0000 0000 9995', cvc: '739' });
  await customer.seesDecline('reason.insufficient_funds');
  await customer.pays({ number: '4242 4242 4242 4242', cvc: '739' });
  await customer.seesPaid();
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: [string, unknown][] }).seen);
  const names = seen.map(([name]) => name);
  for (const name of ['florin-change', 'florin-submit', 'florin-status', 'florin-failure', 'florin-success'])
    expect(names).toContain(name);
  expect(JSON.stringify(seen)).not.toMatch(/4242|9995|\b739\b/);
  expect(seen.find(([name]) => name === 'florin-failure')?.[1]).toMatchObject({
    reason: 'insufficient_funds',
    final: false,
  });
  expect(await customer.checkout.evaluate((element) => element.outerHTML)).not.toMatch(/4242|\b739\b/);
});

test('card data is in no storage, no URL and no console', async ({ customer, page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await customer.pays({ number: '4000 0000 0000 9995', cvc: '739' });
  await customer.seesDecline('reason.insufficient_funds');
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
  );
  expect(kept + said.join() + urls.join()).not.toMatch(/9995|\b739\b/);
});
