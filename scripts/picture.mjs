// node scripts/with-browser.mjs node scripts/picture.mjs: takes the picture in the README from the running demo (`npm start`).
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserArguments } from './browser.mjs';
import { root } from './run.mjs';

const shop = `http://localhost:${process.env.PORT ?? 4242}`;
const browser = await chromium.launch({ args: browserArguments, executablePath: process.env.FLORIN_BROWSER });

/** One phone's view of the checkout, from its heading down. */
async function view({ locale, colorScheme, number, pays }) {
  const context = await browser.newContext({
    viewport: { width: 400, height: 1400 },
    deviceScaleFactor: 2,
    colorScheme,
  });
  const page = await context.newPage();
  await page.goto(`${shop}/?lang=${locale}`);
  await page.locator('main form button.primary').click();
  await page.locator('florin-checkout[phase=ready]').waitFor();
  await page.locator('input[name=cc-number]').fill(number);
  await page.locator('input[name=cc-exp]').fill('04/42');
  await page.locator('input[name=cc-csc]').fill('123');
  if (pays) {
    await page.locator('florin-pay-button button').click();
    await page.locator(pays).waitFor();
  }
  const top = (await page.locator('section.payment').boundingBox())?.y ?? 0;
  const picture = await page.screenshot({ clip: { x: 0, y: top - 16, width: 400, height: 590 } });
  await context.close();
  return picture.toString('base64');
}

const views = [
  await view({ locale: 'en', colorScheme: 'light', number: '4242424242424242' }),
  await view({
    locale: 'fr',
    colorScheme: 'light',
    number: '4000000000009995',
    pays: 'florin-checkout .failure:not([hidden])',
  }),
  await view({ locale: 'ar', colorScheme: 'dark', number: '5060666666666666666', pays: 'florin-otp input' }),
];

const sheet = await browser.newPage({ viewport: { width: 400 * views.length + 80, height: 654 } });
await sheet.setContent(
  `<style>body{margin:0;display:flex;gap:16px;padding:32px 24px;background:#e9e4db}img{width:400px;border-radius:14px;box-shadow:0 8px 30px #0003}</style>
   ${views.map((view) => `<img src="data:image/png;base64,${view}">`).join('')}`,
);
await sheet.screenshot({ path: join(root, 'docs/florin.png'), fullPage: true });
await browser.close();
