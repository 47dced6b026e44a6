import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { extremeThemes } from '../extreme-themes.js';
import { test } from '../studio.js';

// Colours on their way from one to another are neither.
test.use({ viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });
// One page shows many themes, each in twelve frames.
test.setTimeout(180_000);

const SEED = 20_261_121;

test('every preset passes AA, in light and in dark, as it is painted', async ({ studio, page }) => {
  await studio.open({ show: 'board' });
  const presets = page.getByLabel('Begin with');
  const names = (await presets.getByRole('option').allTextContents()).filter((name) => name !== 'Your own');
  expect(names.length).toBeGreaterThanOrEqual(8);
  for (const name of names) {
    await studio.preset(name);
    expect
      .soft(
        (await studio.said()).filter(({ passes }) => !passes),
        name,
      )
      .toEqual([]);
    expect.soft(await studio.painted(), name).toEqual([]);
  }
  expect(studio.violations).toEqual([]);
});

test('of fifty extreme themes each passes, or the studio names what fails', async ({ studio }) => {
  await studio.open({ show: 'board' });
  let failed = 0;
  for (const [index, theme] of extremeThemes(50, SEED).entries()) {
    await studio.take(theme);
    expect.soft(await studio.concealed(), `theme ${index}: ${JSON.stringify(theme)}`).toEqual([]);
    const failing = (await studio.said()).filter(({ passes }) => !passes).length;
    await expect.soft(studio.failing, `theme ${index}`).toHaveCount(failing);
    if (failing > 0) failed += 1;
  }
  // Themes that all pass would have shown nothing.
  expect(failed).toBeGreaterThan(20);
  expect(studio.violations).toEqual([]);
});

test('a pair that fails is named with its figure, and mended in one press', async ({ studio, page }) => {
  await studio.open({ colorTextSecondary: 'light-dark(#999999, #c0c0c0)' });
  const hints = studio.failing.filter({ hasText: 'Hints' });
  await expect(hints).toContainText('Hints, light: 2.84:1, needs 4.5:1');
  await expect(hints).toContainText('Change text secondary or background');
  await hints.getByRole('button', { name: /^Set text secondary to #\w{6} in light/ }).click();
  await expect(hints).toHaveCount(0);
  // The other scheme keeps what it had.
  await studio.addressed('#c0c0c0');
  expect(await studio.painted()).toEqual([]);
  await expect(page.getByRole('status').filter({ hasText: 'AA' })).toBeVisible();
});

test('a token is set and put back with the keyboard alone', async ({ studio, page }) => {
  await studio.open();
  const button = studio.checkout('light').locator('[part~="button"]');
  const color = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
  const before = await color();

  const primary = studio.control('primary');
  await primary.getByRole('textbox', { name: 'primary, light', exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('no colour');
  await page.keyboard.press('Enter');
  await expect(primary).toContainText('A CSS colour');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('#7a1fd8');
  await page.keyboard.press('Enter');
  await expect.poll(color).toBe('rgb(122, 31, 216)');
  await studio.addressed('#7a1fd8');

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(primary.getByRole('button', { name: 'Reset primary' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(color).toBe(before);

  await studio.control('border radius').getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect.poll(() => button.evaluate((element) => getComputedStyle(element).borderTopLeftRadius)).toBe('32px');
});

test('every token can be set, and shows what it comes to', async ({ studio, page }) => {
  await studio.open();
  for (const group of await page.locator('#tokens summary').all()) await group.click();
  const controls = page.locator('#tokens [role=group]');
  expect(await controls.count()).toBeGreaterThan(55);
  for (const control of await controls.all()) {
    const field = control.getByRole('textbox').or(control.getByRole('combobox')).first();
    await expect(field).toBeVisible();
    const shown = (await field.inputValue()) || (await field.getAttribute('placeholder'));
    expect.soft(shown, (await control.getAttribute('aria-label')) ?? '').not.toBe('');
  }
});

test('looks, labels, layout: what is chosen is on the tag, and what is looked at stands', async ({ studio, page }) => {
  await studio.open({ state: 'methods.every_kind', locale: 'ar', width: '500' });
  for (const name of ['Outlined', 'Floating', 'Joined', 'Tabs']) await page.getByRole('radio', { name }).check();
  const tag = studio.checkout('dark');
  await expect(tag).toHaveAttribute('look', 'outlined');
  await expect(tag).toHaveAttribute('labels', 'floating');
  await expect(tag).toHaveAttribute('inputs', 'joined');
  await expect(tag).toHaveAttribute('layout', 'tabs');
  await expect(tag).toHaveAttribute('theme', 'dark');
  expect((await tag.boundingBox())?.width).toBe(500);
  await page.getByRole('combobox', { name: 'State' }).focus();
  await page.getByRole('combobox', { name: 'State' }).selectOption('otp.wrong_code');
  await studio.stands();
  await expect(tag).toHaveAttribute('look', 'outlined');
  // Its heading takes the focus when it comes; here the knobs keep it.
  await expect(page.getByRole('combobox', { name: 'State' })).toBeFocused();
});

test('what is exported is imported again', async ({ studio, page }) => {
  const design = {
    look: 'soft',
    layout: 'tabs',
    colorPrimary: 'light-dark(#0b5563, #7fd1de)',
    fontFamily: 'Georgia, serif',
    spacingUnit: '0.4em',
    shadowButton: '0 2px 8px rgb(0 0 0 / 16%)',
  };
  await studio.open(design);
  const address = await page.evaluate(() => document.documentElement.dataset['shown']);
  const dialog = page.getByRole('dialog');
  for (const format of ['CSS', 'appearance', 'DTCG, changes', 'DTCG, all']) {
    await studio.open(design);
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog.getByRole('radio', { name: format, exact: true }).check();
    const text = await dialog.getByLabel('The design').inputValue();
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    expect(await readFile(await (await saving).path(), 'utf8')).toBe(text);
    await dialog.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('button', { name: 'Reset all' }).click();
    await page.getByRole('button', { name: 'Import' }).click();
    await dialog
      .getByLabel('From a file')
      .setInputFiles({ name: 'design.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect(dialog.getByLabel('Or paste it')).toHaveValue(text);
    await dialog.getByRole('button', { name: 'Use it' }).click();
    await expect(dialog).toBeHidden();
    // DTCG knows px and rem alone: what is in em is written as it comes out.
    const expected = format.startsWith('DTCG')
      ? { ...design, spacingUnit: '6.4px', shadowButton: '0px 2px 8px 0px rgb(0 0 0 / 16%)' }
      : design;
    expect.soft(JSON.parse(await appearance()), format).toEqual({
      look: 'soft',
      layout: 'tabs',
      variables: Object.fromEntries(Object.entries(expected).filter(([name]) => !/look|layout/.test(name))),
    });
  }
  expect(address).toContain('look=soft');

  async function appearance(): Promise<string> {
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog.getByRole('radio', { name: 'appearance', exact: true }).check();
    const text = await dialog.getByLabel('The design').inputValue();
    await dialog.getByRole('button', { name: 'Close' }).click();
    return text;
  }
});

test('what cannot be imported is said', async ({ studio, page }) => {
  await studio.open();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Import' }).click();
  await dialog.getByLabel('Or paste it').fill('Dear all,');
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('neither CSS');
  await dialog
    .getByLabel('Or paste it')
    .fill('{ "variables": { "colorMood": "red", "borderRadius": "8", "colorText": "#111111" } }');
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByText('colorMood: there is no such token.')).toBeVisible();
  await expect(page.getByText('border.radius: “8” cannot be used there.')).toBeVisible();
  await studio.addressed('#111111');
});

test('an address holds the design and what is looked at; what is strange in it is left out', async ({
  studio,
  page,
}) => {
  await studio.open({ v: '1', state: 'otp.fresh', locale: 'fr', look: 'dense', borderRadius: '3px', colorMood: 'red' });
  await expect(page.getByText('colorMood: there is no such token.')).toBeVisible();
  await expect(studio.checkout('light')).toHaveAttribute('look', 'dense');
  await expect(studio.control('border radius').getByRole('textbox')).toHaveValue('3px');
  await expect(studio.pane('dark').locator('iframe')).toHaveAttribute('title', 'otp: fresh, dark');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied.', { exact: true })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).not.toContain('colorMood');
  const other = await page.context().newPage();
  await other.goto(link);
  await expect(other.getByRole('combobox', { name: 'Language' })).toHaveValue('fr');
  await expect(other.getByRole('group', { name: 'border radius', exact: true }).getByRole('textbox')).toHaveValue(
    '3px',
  );
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the studio itself can be used by everybody, ${colorScheme}`, async ({ studio, page }) => {
    await page.emulateMedia({ colorScheme });
    await studio.open({ colorText: '#888888' });
    for (const group of await page.locator('#tokens summary').all()) await group.click();
    expect(await studio.faults()).toEqual([]);
    await page.getByRole('button', { name: 'Export' }).click();
    expect(await studio.faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(page.getByRole('heading', { name: 'Contrast' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(studio.violations).toEqual([]);
  });
