// node scripts/with-browser.mjs node scripts/shop-pictures.mjs: takes the pictures in docs/theming.md from the running demo (`npm start`).
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserArguments } from './browser.mjs';
import { root } from './run.mjs';

const demo = `http://localhost:${process.env.PORT ?? 4242}`;
const folder = join(root, 'docs/theming');
const widths = [900, 390];
const browser = await chromium.launch({ args: browserArguments, executablePath: process.env.FLORIN_BROWSER });

/** The form of a shop with a card in it, or with what is wrong with it. */
async function view(shop, width, isWrong) {
  const page = await browser.newPage({ viewport: { width, height: 700 }, colorScheme: 'light' });
  await page.goto(`${demo}/shops/${shop}`);
  await page.locator('florin-checkout[phase=ready]').waitFor();
  await page.getByRole('textbox', { name: 'Card number' }).fill(isWrong ? '4242424242424241' : '4242424242424242');
  await page.getByRole('textbox', { name: 'Expiry' }).fill('04/42');
  // All that comes later is there: the rows, and the mark of the brand.
  await page.getByRole('radio', { name: 'QR code' }).waitFor();
  await page.locator('florin-brand-mark svg').first().waitFor();
  if (isWrong) {
    await page.getByRole('button', { name: /^Pay/ }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
  }
  await page.evaluate(() => scrollTo(0, 0));
  const picture = await page.screenshot({ fullPage: true, animations: 'disabled' });
  await page.close();
  return `<img width="${width}" src="data:image/png;base64,${picture.toString('base64')}">`;
}

await mkdir(folder, { recursive: true });
for (const shop of ['bank', 'toys', 'fashion']) {
  const views = [];
  for (const isWrong of [false, true]) for (const width of widths) views.push(await view(shop, width, isWrong));
  const sheet = await browser.newPage({ viewport: { width: 1378, height: 700 } });
  await sheet.setContent(
    `<style>body{margin:0;display:grid;grid-template-columns:900px 390px;gap:24px;padding:32px;background:#d8d8d8;align-items:start}img{box-shadow:0 4px 20px #0003}</style>
     ${views.join('')}`,
  );
  await sheet.screenshot({ path: join(folder, `${shop}.png`), fullPage: true });
  await sheet.close();
}
await browser.close();
