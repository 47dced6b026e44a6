import { expect, type Locator } from '@playwright/test';
import { test } from '../gallery.js';
import { spillsIn } from '../spills.js';

test.use({ timezoneId: 'UTC' });

/** Screens may be dark; paper is not. */
const dark = { locale: 'en', theme: 'dark' };
/** A4 between its margins, and a narrow receipt. */
const papers = [
  { width: 718, text: '100%' },
  { width: 280, text: '100%' },
];

/** How dark the words are: 0 is black. */
const lightnessOf = (words: Locator): Promise<number> =>
  words.evaluate((node) => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.fillStyle = getComputedStyle(node).color;
    context.fillRect(0, 0, 1, 1);
    return Math.max(...context.getImageData(0, 0, 1, 1).data.slice(0, 3));
  });

for (const [view, state] of [
  ['status', 'paid'],
  ['status', 'paid_refunded'],
  ['instructions', 'transfer'],
  ['instructions', 'voucher'],
] as const)
  test(`${view}, ${state}: dark words, no button, nothing cut`, async ({ gallery, page }) => {
    await gallery.open(view, state, dark);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    // What is only said aloud stands outside of it.
    const words = gallery.tag.locator('.view').locator('h2, p, dt, dd, [part~=value]');
    expect(await words.count()).toBeGreaterThan(1);
    for (const each of await words.all())
      if (await each.isVisible()) expect(await lightnessOf(each), await each.innerText()).toBeLessThan(128);
    const drawn = gallery.tag.locator('.view > *').first();
    await expect(drawn).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(drawn).toHaveCSS('print-color-adjust', 'exact');
    for (const button of await gallery.tag.getByRole('button').all()) await expect(button).toBeHidden();
    expect(await gallery.tag.evaluate(spillsIn, papers)).toEqual([]);
  });

test('instructions alone are on the sheet that their button prints', async ({ gallery, page }) => {
  await gallery.open('instructions', 'transfer', dark);
  await page.evaluate(() => Object.assign(globalThis, { print: () => {} }));
  await gallery.part('print').click();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const paper = page.locator('florin-paper');
  await expect(paper).toBeVisible();
  await expect(page.locator('main')).toBeHidden();
  expect(await lightnessOf(paper)).toBeLessThan(128);
  await expect(paper.getByRole('button')).toHaveCount(0);
});

test('a form prints as it stands: what was typed is the customer’s', async ({ gallery, page }) => {
  await gallery.open('card', 'half_filled', dark);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(gallery.tag.getByRole('textbox', { name: 'Card number' })).toBeVisible();
});
