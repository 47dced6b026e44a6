import { loadDisplayMessages } from '@florin/locale/display';
import { expect, type Page } from '@playwright/test';
import { test } from '../customer.js';

test.use({ javaScriptEnabled: false });

/** What the demo takes through Purse. */
const names = ['Visa', 'Mastercard', 'American Express', 'CB', 'Alma'];

async function listOf(page: Page, locale: string) {
  await page.goto(`/?provider=purse&lang=${locale}`);
  const name = (await loadDisplayMessages('accepted-methods', locale))['accepted.title'];
  return page.getByRole('list', { name, exact: true });
}

for (const locale of ['en', 'ar'])
  test(`${locale}: without scripts every way to pay is named, in its order, and whole at 240 pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 240, height: 700 });
    const list = await listOf(page, locale);
    const items = list.getByRole('listitem');
    await expect(items).toHaveCount(names.length);
    for (const name of names.slice(0, -1)) await expect(list.getByRole('img', { name, exact: true })).toBeVisible();
    await expect(items.last()).toHaveText('Alma');

    const box = (await list.boundingBox())!;
    const boxes = await Promise.all((await items.all()).map(async (each) => (await each.boundingBox())!));
    for (const { x, width, height } of boxes) {
      expect(x).toBeGreaterThanOrEqual(box.x - 1);
      expect(x + width).toBeLessThanOrEqual(box.x + box.width + 1);
      expect(height).toBeGreaterThan(24);
    }
    // They begin where the language begins.
    const [first, second] = boxes;
    expect(Math.sign((second?.x ?? 0) - (first?.x ?? 0))).toBe(locale === 'ar' ? -1 : 1);
  });

test('in forced colours the marks have them', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const list = await listOf(page, 'en');
  const card = list.locator('rect').first();
  await expect(card).toHaveCSS('fill', 'rgb(0, 0, 0)');
  await expect(card).toHaveCSS('stroke', 'rgb(255, 255, 255)');
  await expect(list.locator('text').first()).toHaveCSS('fill', 'rgb(255, 255, 255)');
});
