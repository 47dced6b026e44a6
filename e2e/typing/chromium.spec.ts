import { test } from '@playwright/test';
import { openTab } from './chromium.js';
import { typistIn } from './chromium-keys.js';
import { differenceIn } from './compare.js';
import { serveFieldPage } from './field-page.js';
import { cvc, expiry, number } from './fields.js';
import { seed } from './random.js';
import { sequenceOf } from './steps.js';

/** Keys on their way at one time; more would wait in the browser. */
const BATCH = 25;

for (const { field, from, count } of [
  { field: number, from: 0, count: 2500 },
  { field: number, from: 2500, count: 2500 },
  { field: expiry, from: 0, count: 1000 },
  { field: cvc, from: 0, count: 250 },
]) {
  test(`${field.id}: digits with a caret, in sequences ${from + 1} to ${from + count}`, async () => {
    const { url, close } = await serveFieldPage();
    const tab = await openTab(url);
    try {
      const perform = await typistIn(tab, field.id);
      for (let at = from; at < from + count; at += BATCH) {
        const seeds = Array.from({ length: Math.min(BATCH, from + count - at) }, (_, index) => seed + at + index);
        const sequences = seeds.map((each) => sequenceOf(each, field));
        const seen = await perform(sequences);
        for (const [index, sequence] of sequences.entries()) {
          const difference = differenceIn(sequence, seen[index] ?? [], field.model());
          if (difference) throw new Error(`FLORIN_SEED=${seeds[index]} begins with this:\n${difference}`);
        }
      }
    } finally {
      await tab.close();
      close();
    }
  });
}
