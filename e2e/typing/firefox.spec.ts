import { firefox, test } from '@playwright/test';
import { differenceIn } from './compare.js';
import { serveFieldPage } from './field-page.js';
import { cvc, expiry, number } from './fields.js';
import { typistIn } from './firefox-keys.js';
import { seed } from './random.js';
import { sequenceOf } from './steps.js';

const executablePath = process.env['FLORIN_FIREFOX'];

for (const { field, count } of [
  { field: number, count: 250 },
  { field: expiry, count: 75 },
  { field: cvc, count: 50 },
]) {
  test(`Firefox, ${field.id}: digits with a caret, in ${count} sequences`, async () => {
    test.skip(!executablePath, 'There is no Firefox here.');
    const { url, close } = await serveFieldPage();
    // A stock Firefox, spoken to through WebDriver BiDi.
    const browser = await firefox.launch({ channel: 'moz-firefox', ...(executablePath && { executablePath }) });
    try {
      const page = await browser.newPage();
      await page.goto(url);
      const perform = await typistIn(page, field.id);
      for (let at = seed; at < seed + count; at += 1) {
        const { steps, seen } = await perform(sequenceOf(at, field));
        const difference = differenceIn(steps, seen, field.model());
        if (difference) throw new Error(`FLORIN_SEED=${at} begins with this:\n${difference}`);
      }
    } finally {
      await browser.close();
      close();
    }
  });
}
