import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Customer } from '../customer.js';

const shops = ['bank', 'toys', 'fashion'] as const;
type Shop = (typeof shops)[number];

/** A toy shop has no night. */
const themes: Record<Shop, ('light' | 'dark')[]> = {
  bank: ['light', 'dark'],
  toys: ['light'],
  fashion: ['light', 'dark'],
};

const GOOD = '4242424242424242';
/** Its bank asks. */
const ASKED = '4000000000003220';

async function enters(page: Page, shop: Shop): Promise<Customer> {
  const customer = await Customer.at(page);
  await page.goto(`/shops/${shop}`);
  await customer.isIn('ready');
  await expect(customer.payButton).toBeVisible();
  // The ways to pay that are no card come in a file of their own.
  await expect(page.getByRole('radio', { name: customer.says('methods.qr') })).toBeVisible();
  return customer;
}

/** A part as it is painted; of several the first that is seen. */
const part = (page: Page, name: string): Locator => page.locator(`florin-checkout [part~="${name}"]:visible`).first();

/** What cannot be told counts too: a contrast is either enough or it is not. */
async function expectNothingFound(page: Page): Promise<void> {
  const { violations, incomplete } = await new AxeBuilder({ page }).analyze();
  const found = [...violations, ...incomplete.filter(({ id }) => id === 'color-contrast')];
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}

async function tabsTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 100 });
  }).toPass();
}

for (const shop of shops) {
  test(`${shop}: the stylesheet says tokens and parts, and nothing of how Florin is made`, () => {
    const file = join(import.meta.dirname, `../../demo/src/shops/${shop}.checkout.css`);
    const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    expect(css).not.toContain('!important');
    const selectors = [...css.matchAll(/([^{};]+)\{/g)].flatMap(([, prelude = '']) => prelude.trim().split(/,\s*/));
    const ofOurs = selectors.filter((selector) => !selector.startsWith('@media'));
    expect(ofOurs.length).toBeGreaterThan(2);
    for (const selector of ofOurs)
      expect(selector).toMatch(/^florin-(checkout|card|pay-button|methods)(::part\([\w -]+\)(:hover)?)?$/);
    const declared = /^florin-checkout\s*\{([^}]*)\}/m.exec(css)?.[1] ?? '';
    for (const [, property] of declared.matchAll(/([\w-]+)\s*:/g)) expect(property).toMatch(/^--florin-/);
  });

  for (const theme of themes[shop])
    test(`${shop}, ${theme}: axe finds nothing, empty and with errors`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const customer = await enters(page, shop);
      await expectNothingFound(page);
      await customer.payButton.click();
      await expect(part(page, 'error')).toBeVisible();
      await expectNothingFound(page);
    });

  test(`${shop}: pays by keyboard, with a number to correct on the way`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const customer = await enters(page, shop);
    await tabsTo(page, customer.field('number'));
    await page.keyboard.type('4242424242424241');
    await tabsTo(page, customer.field('expiry'));
    await page.keyboard.type('1242');
    await tabsTo(page, customer.field('cvc'));
    await page.keyboard.type('123');
    await tabsTo(page, customer.payButton);
    await page.keyboard.press('Enter');
    await expect(customer.field('number')).toHaveAttribute('aria-invalid', 'true');
    await expect(customer.field('number')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(shop === 'bank' ? ASKED : GOOD);
    await tabsTo(page, customer.payButton);
    await page.keyboard.press('Enter');
    if (shop === 'bank') {
      const confirm = customer.issuer.getByRole('button', { name: 'Confirm' });
      await expect(confirm).toBeVisible();
      await tabsTo(page, confirm);
      await page.keyboard.press('Enter');
    }
    await customer.seesPaid();
    await expectNothingFound(page);
  });
}

test('the bank is square and dense, and its form is a table', async ({ page }) => {
  const { payButton } = await enters(page, 'bank');
  await expect(payButton).toHaveCSS('border-radius', '0px');
  await expect(payButton).toHaveCSS('font-family', /^Arial/);
  await expect(payButton).toHaveCSS('background-color', 'rgb(11, 61, 102)');
  await expect(part(page, 'method')).toHaveCSS('border-radius', '0px');
  const label = await page.locator('florin-card [part~=label]').first().boundingBox();
  const control = await part(page, 'control').boundingBox();
  expect(label!.x + label!.width).toBeLessThanOrEqual(control!.x);
  expect(control!.height).toBeLessThan(42);
});

test('the toy shop is round, loud and large, with soft shadows', async ({ page }) => {
  const { payButton: button } = await enters(page, 'toys');
  await expect(button).toHaveCSS('background-color', 'rgb(184, 18, 95)');
  await expect(button).toHaveCSS('box-shadow', /rgba\(184, 18, 95, 0\.35\) 0px 10px 24px/);
  await expect(button).toHaveCSS('font-family', /^ui-rounded/);
  expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(72);
  expect(parseFloat(await button.evaluate((node) => getComputedStyle(node).borderRadius))).toBeGreaterThanOrEqual(24);
  await expect(part(page, 'control')).toHaveCSS('border-width', '3px');
  await expect(part(page, 'control')).toHaveCSS('border-radius', '24px');
  expect((await part(page, 'control').boundingBox())!.height).toBeGreaterThanOrEqual(60);
});

test('the fashion house has thin lines, a serif, one box of fields, and labels that float', async ({ page }) => {
  const customer = await enters(page, 'fashion');
  const button = customer.payButton;
  await expect(button).toHaveCSS('text-transform', 'uppercase');
  await expect(button).toHaveCSS('font-family', /serif$/);
  await expect(button).toHaveCSS('font-weight', '400');
  await expect(button).toHaveCSS('border-radius', '0px');
  await expect(part(page, 'fields')).toHaveCSS('border-width', '1px');
  const [number, expiry] = [
    await part(page, 'field-number').boundingBox(),
    await part(page, 'field-expiry').boundingBox(),
  ];
  expect(expiry!.y - (number!.y + number!.height)).toBeLessThanOrEqual(1);
  const label = page.locator('florin-card [part~=label]').first();
  const resting = (await label.boundingBox())!;
  await customer.field('number').focus();
  await expect.poll(async () => (await label.boundingBox())!.height).toBeLessThan(resting.height);
});
