import { readdir } from 'node:fs/promises';
import { sheets, views } from '@florin/demo/gallery/sheets';
import { expect } from '@playwright/test';
import { type Subject, test } from '../easel.js';

const subjectOf = (sheet: string, settings: Subject['settings'], columns = 4): [name: string, Subject] => [
  [sheet, ...Object.values(settings)].join('-').replaceAll('_', '-'),
  { sheet, settings, columns: Math.min(columns, sheets[sheet]?.length ?? 0) },
];
const light = { locale: 'en', theme: 'light' };
const dark = { locale: 'en', theme: 'dark' };

const subjects = new Map([
  ...Object.keys(views).flatMap((view) => [
    subjectOf(view, { ...light, width: '400' }),
    subjectOf(view, { locale: 'ar', theme: 'dark', width: '320' }),
  ]),
  ...[light, dark].flatMap((settings) => [
    subjectOf('card_by_look', { ...settings, width: '400' }),
    subjectOf('methods_by_look', { ...settings, width: '400' }),
  ]),
  subjectOf('by_width', light, 2),
  subjectOf('by_width', { locale: 'ar', theme: 'dark' }, 2),
]);

for (const [name, subject] of subjects)
  test(name, async ({ easel }) => {
    await easel.put(subject);
    await expect(easel.page).toHaveScreenshot(`${name}.png`, { fullPage: true });
  });

test('a border of one pixel in a slightly other colour is seen', async ({ easel }) => {
  const [name, subject] = subjectOf('card', { ...light, width: '400' });
  await easel.put(subject);
  const tag = easel.page.frameLocator('iframe').first().locator('florin-checkout');
  await tag.evaluate((element) => element.style.setProperty('--florin-field-border-color', '#5c5c66'));
  await expect(easel.page).not.toHaveScreenshot(`${name}.png`, { fullPage: true });
});

test('there is no picture of what is no longer shown', async () => {
  const pictures = await readdir(new URL('../pictures', import.meta.url));
  expect(pictures.filter((picture) => !subjects.has(picture.replace('.png', '')))).toEqual([]);
});
