import { sheets, views } from '@florin/demo/gallery/sheets';
import { expect } from '@playwright/test';
import { test } from '../gallery.js';

// Dates are written in the browser's zone. What is on its way from one look to another is neither.
test.use({ timezoneId: 'UTC', trace: 'off', contextOptions: { reducedMotion: 'reduce' } });
// One test shows many pages.
test.setTimeout(180_000);

const english = { locale: 'en', theme: 'light' };
const arabic = { locale: 'ar', theme: 'dark' };
/** The narrowest phone; a window of 1280 × 1024 at 400 % zoom. */
const heights = [640, 256];
/** Phases in which the form stands, or is not there yet: nothing comes in its place. */
const withForm = ['loading', 'ready', 'submitting'];

/** What each button of a view asks the payment to do, where that is plain to see. */
const presses: [view: string, state: string, part: string, call: string][] = [
  ['otp', 'fresh', 'cancel', 'cancel'],
  ['approval', 'resend', 'resend', 'resend'],
  ['approval', 'app', 'cancel', 'cancel'],
  ['qr', 'fresh', 'cancel', 'cancel'],
  ['redirect', 'page_came_back', 'retry', 'refresh'],
  ['redirect', 'popup_closed', 'cancel', 'cancel'],
  ['sdk', 'no_plug_in', 'cancel', 'cancel'],
  ['status', 'unreachable', 'retry', 'refresh'],
  ['status', 'verifying_overdue', 'retry', 'refresh'],
];

for (const view of Object.keys(views)) {
  test(`${view}, in English, light`, async ({ gallery }) => {
    for await (const [state, { payment, act, arrival = 'heading' }] of gallery.each(view, english)) {
      await expect.soft(gallery.tag).toMatchAriaSnapshot({ name: `${view}.${state}.aria.yml`, timeout: 2_000 });
      expect.soft(await gallery.faults(), `${state}: axe`).toEqual([]);
      const stops = await gallery.walk();
      const names = stops.map(({ name }) => name);
      expect.soft(names, `${state}: Tab`).toEqual(await gallery.controls());
      const unseen = stops.filter(({ hasVisibleFocus }) => !hasVisibleFocus);
      expect.soft(unseen, `${state}: a focus that cannot be seen`).toEqual([]);
      if (!act && !withForm.includes(payment.phase ?? 'loading'))
        expect.soft(await gallery.focusOnArrival(), `${state}: focus`).toBe(arrival);
      for (const height of heights)
        expect.soft(await gallery.lost(height), `${state}: lost at 320 × ${height}`).toEqual([]);
    }
    expect(gallery.strangers).toEqual([]);
  });

  test(`${view}, in Arabic, dark`, async ({ gallery }) => {
    for await (const [state] of gallery.each(view, arabic)) {
      expect.soft(await gallery.faults(), `${state}: axe`).toEqual([]);
      expect.soft(await gallery.lost(256), `${state}: lost at 320 × 256`).toEqual([]);
    }
    expect(gallery.strangers).toEqual([]);
  });
}

for (const key of ['Enter', 'Space'])
  test(`every button answers to ${key}`, async ({ gallery, page }) => {
    for (const [view, state, part, call] of presses) {
      await gallery.open(view, state, english);
      const before = await gallery.calls();
      await gallery.part(part).focus();
      await page.keyboard.press(key);
      await expect.poll(() => gallery.calls(), `${view}, ${state}: ${part}`).toEqual([...before, call]);
    }
  });

test('a code is confirmed with Enter, from its field and from its button', async ({ gallery, page }) => {
  for (const from of ['input', 'submit']) {
    await gallery.open('otp', 'fresh', english);
    await gallery.part('input').focus();
    await page.keyboard.type('123456');
    await gallery.part(from).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => gallery.calls(), from).toEqual(['confirm']);
  }
});

test('what asks before it stops is asked and answered by keyboard', async ({ gallery, page }) => {
  for (const [view, state] of [
    ['three_ds_challenge', 'open'],
    ['iframe', 'open'],
    ['instructions', 'transfer'],
  ] as const) {
    await gallery.open(view, state, english);
    await gallery.part('cancel').focus();
    await page.keyboard.press('Enter');
    // To go on comes first.
    await expect(gallery.tag.getByRole('alertdialog').getByRole('button').first(), view).toBeFocused();
    expect(await gallery.calls(), view).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(async () => (await gallery.calls()).length, view).toBe(1);
  }
});

test('the index has a link to every state and every sheet, which keeps what is chosen', async ({ page }) => {
  await page.goto('/gallery');
  const links = page.locator('#views').getByRole('link');
  const count = Object.values(views).reduce(
    (sum, states) => sum + Object.keys(states).length,
    Object.keys(sheets).length,
  );
  await expect(links).toHaveCount(count);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await page.getByRole('link', { name: 'wrong code' }).click();
  await expect(page).toHaveURL(/view=otp&state=wrong_code&locale=ar&theme=dark$/);
  await expect(page.locator('florin-checkout')).toHaveAttribute('theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
});

test('a layout can be looked at the other way round', async ({ page }) => {
  await page.goto('/gallery?view=otp&state=fresh&dir=rtl');
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expect(page.getByRole('heading')).toHaveCSS('direction', 'rtl');
  await expect(page.getByRole('heading')).toHaveText('Enter the code');
});
