import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../gallery.js';

// As Windows calls it: a contrast theme. Nothing has a background or a shadow of its own there.
test.use({ forcedColors: 'active', timezoneId: 'UTC' });

const english = { locale: 'en', theme: 'light' };

/** What a system colour is here. */
const systemColor = (page: Page, name: string): Promise<string> =>
  page.evaluate((color) => {
    const probe = document.createElement('i');
    probe.style.color = color;
    document.body.append(probe);
    const { color: found } = getComputedStyle(probe);
    probe.remove();
    return found;
  }, name);

const styleOf = (element: Locator, ...names: string[]): Promise<string> =>
  element.evaluate((node, asked) => {
    const style = getComputedStyle(node);
    return asked.map((name) => style.getPropertyValue(name)).join(' ');
  }, names);

const edge = ['border-block-start-style', 'border-block-start-width', 'border-block-start-color', 'outline-style'];

/** It has an edge that is seen on the page. */
async function expectAnEdge(page: Page, element: Locator): Promise<void> {
  const canvas = await systemColor(page, 'Canvas');
  await expect(element).toHaveCSS('border-block-start-style', /solid|double|dashed/);
  await expect(element).not.toHaveCSS('border-block-start-width', '0px');
  await expect(element).not.toHaveCSS('border-block-start-color', canvas);
}

test('fields and the pay button have edges, what is wrong has another one, the focus a ring', async ({
  gallery,
  page,
}) => {
  await gallery.open('card', 'half_filled', english);
  const wrong = page.locator('[part~=control]:has([aria-invalid=true])').first();
  const right = page.locator('[part~=control]:has([aria-invalid=false])').first();
  await expectAnEdge(page, right);
  await expectAnEdge(page, wrong);
  await expectAnEdge(page, page.locator('florin-pay-button button'));
  expect(await styleOf(wrong, ...edge)).not.toBe(await styleOf(right, ...edge));
  await right.locator('input').focus();
  await expect(right).toHaveCSS('outline-style', 'solid');
  await expect(right).toHaveCSS('outline-color', await systemColor(page, 'Highlight'));
  expect(await gallery.faults()).toEqual([]);
});

for (const layout of ['accordion', 'list', 'tabs'])
  test(`${layout}: the chosen way to pay is another one than the rest`, async ({ gallery, page }) => {
    await page.goto(`/gallery?view=methods&state=every_kind&layout=${layout}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    const rows = page.locator('florin-checkout [part~=method]');
    const chosen = page.locator('florin-checkout [part~=method]:has(input:checked)');
    const other = page.locator('florin-checkout [part~=method]:not(:has(input:checked))').first();
    expect(await rows.count()).toBeGreaterThan(2);
    await expectAnEdge(page, other);
    expect(await styleOf(chosen, ...edge, 'border-block-end-width', 'border-block-end-color')).not.toBe(
      await styleOf(other, ...edge, 'border-block-end-width', 'border-block-end-color'),
    );
    expect(await gallery.faults()).toEqual([]);
  });

test('a spinner has a gap, so that it is seen to turn', async ({ gallery, page }) => {
  await gallery.open('card', 'paying', english);
  const spinner = page.locator('florin-pay-button .spinner');
  await expect(spinner).toBeVisible();
  const sides = await styleOf(spinner, 'border-block-start-color', 'border-inline-end-color');
  const [drawn, gap] = sides.split(/(?<=\)) /);
  expect(gap).not.toBe(drawn);
});

test('the outcome’s icon is drawn in a colour of the system', async ({ gallery, page }) => {
  await gallery.open('status', 'paid', english);
  const icon = page.locator('florin-status svg').first();
  await expect(icon).toBeVisible();
  await expect(icon).toHaveCSS('stroke', await systemColor(page, 'CanvasText'));
  expect(await gallery.faults()).toEqual([]);
});

for (const [view, state] of [
  ['otp', 'wrong_code'],
  ['saved_card', 'list'],
  ['qr', 'fresh'],
  ['three_ds_challenge', 'ask_to_stop'],
] as const)
  test(`${view}, ${state}: every control has an edge, and axe finds nothing`, async ({ gallery, page }) => {
    await gallery.open(view, state, english);
    for (const control of await page
      .locator('florin-checkout')
      .locator('button, [part~=control]:not(.code), .boxes span')
      .all())
      if (await control.isVisible()) await expectAnEdge(page, control);
    expect(await gallery.faults()).toEqual([]);
  });
