import { expect, test } from '@playwright/test';
import { openTab, type Tab } from './chromium.js';
import { typistIn } from './chromium-keys.js';
import { serveFieldPage } from './field-page.js';

/** `4242 |42`: what stands in a field, with its caret. */
const standsIn = (tab: Tab, id: string) =>
  tab.run<string>(`(() => {
    const { value, selectionStart } = document.querySelector('florin-card').shadowRoot.getElementById('${id}');
    return value.slice(0, selectionStart) + '|' + value.slice(selectionStart);
  })()`);

/** A page with the caret in a field, and somebody who writes there with an input method. */
async function writerIn(id: string, work: (tab: Tab, does: Awaited<ReturnType<typeof typistIn>>) => Promise<void>) {
  const { url, close } = await serveFieldPage();
  const tab = await openTab(url);
  try {
    await work(tab, await typistIn(tab, id));
  } finally {
    await tab.close();
    close();
  }
}

const compose = (tab: Tab, text: string) =>
  tab.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (tab: Tab, text: string) => tab.send('Input.insertText', { text });

/** Keys, without the one that ends a sequence and empties the field. */
async function press(tab: Tab, ...keys: [key: string, code: number, modifiers?: number][]): Promise<void> {
  for (const [key, windowsVirtualKeyCode, modifiers = 0] of keys)
    await tab.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode, modifiers });
}
const LEFT: [string, number] = ['ArrowLeft', 37];
const UNDO: [string, number, number] = ['z', 90, 2];

test('digits that are composed in the middle of a number are left alone until they are done, and are one edit', async () => {
  await writerIn('number', async (tab) => {
    await commit(tab, '42424242');
    await press(tab, LEFT, LEFT);
    await compose(tab, '１');
    await compose(tab, '１２');
    await compose(tab, '１２３');
    expect(await standsIn(tab, 'number')).toBe('4242 42１２３|42');
    await commit(tab, '１２３');
    expect(await standsIn(tab, 'number')).toBe('4242 4212 3|42');
    await press(tab, UNDO);
    expect(await standsIn(tab, 'number')).toBe('4242 42|42');
  });
});

test('a composition that is given up leaves the number as it was', async () => {
  await writerIn('number', async (tab) => {
    await commit(tab, '42424');
    await press(tab, LEFT);
    await compose(tab, '٣٣');
    await compose(tab, '');
    expect(await standsIn(tab, 'number')).toBe('4242 |4');
    await commit(tab, '٥');
    expect(await standsIn(tab, 'number')).toBe('4242 5|4');
  });
});

test('a month that is composed gets its zero and its slash', async () => {
  await writerIn('expiry', async (tab) => {
    await compose(tab, '４');
    expect(await standsIn(tab, 'expiry')).toBe('４|');
    await commit(tab, '４');
    expect(await standsIn(tab, 'expiry')).toBe('04 / |');
    await compose(tab, '４２');
    await commit(tab, '４２');
    expect(await standsIn(tab, 'expiry')).toBe('04 / 42|');
  });
});
