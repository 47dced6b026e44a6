import { views } from '@florin/demo/gallery';
import type { Messages } from '@florin/locale';
import { expect, type Locator } from '@playwright/test';
import { test } from '../gallery.js';
import { longestWords } from '../longest-words.js';
import { spillsIn, type Size } from '../spills.js';

// What turns is measured once it has.
test.use({ timezoneId: 'UTC', contextOptions: { reducedMotion: 'reduce' } });
// One test shows many pages.
test.setTimeout(180_000);

const at = (text: string, ...widths: number[]): Size[] => widths.map((width) => ({ width, text }));
// Each layout once: the narrowest, below and above where fields and tabs go side by side, the widest.
const sizes = [...at('100%', 240, 320, 480, 640, 900), ...at('200%', 240, 480)];

/** Says other words; they are drawn when two frames have been. */
async function says(tag: Locator, messages: Partial<Messages>): Promise<void> {
  await tag.evaluate(async (element, longest) => {
    Object.assign(element, { messages: longest });
    for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, messages);
}

for (const view of Object.keys(views))
  test(`${view}: everything fits, from 240 to 900 pixels, at 200 % text, with the longest words`, async ({
    gallery,
  }) => {
    const messages = await longestWords();
    for await (const [state] of gallery.each(view, { locale: 'en', theme: 'light' })) {
      await says(gallery.tag, messages);
      expect.soft(await gallery.tag.evaluate(spillsIn, sizes), state).toEqual([]);
    }
  });
