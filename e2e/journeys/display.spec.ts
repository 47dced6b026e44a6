import { AxeBuilder } from '@axe-core/playwright';
import type { APIRequestContext, Browser, Page, Response } from '@playwright/test';
import { expect, test } from '../customer.js';
import { shiftsOf, slowDown, watchShifts } from '../layout-shifts.js';
import { paidOrder, refundedInPart } from '../paid-order.js';
import { textOf } from '../read-aloud.js';

/** The pages around the checkout that a server draws, and what is read on each whatever the language. */
const pages = {
  product: { elements: ['florin-installments', 'florin-accepted-methods'], says: [/4.*12[.,]49/, /VISA/] },
  order: { elements: ['florin-payment-status'], says: [/49[.,]99/, /25[.,]00/] },
  receipt: { elements: ['florin-receipt'], says: [/49[.,]99/, /25[.,]00/, /4242/] },
} as const;

type Name = keyof typeof pages;
const names = Object.keys(pages) as Name[];

async function addressOf(request: APIRequestContext, name: Name, locale: string): Promise<string> {
  if (name === 'product') return `/?provider=purse&lang=${locale}`;
  const order = await paidOrder(request);
  await refundedInPart(request, order);
  return name === 'order' ? `/order?id=${order}&lang=${locale}` : `/receipt?order=${order}&lang=${locale}`;
}

async function withoutScripts(browser: Browser): Promise<Page> {
  // In a zone and a language that are not the shop's.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    timezoneId: 'Asia/Tokyo',
    locale: 'de-DE',
    baseURL: test.info().project.use.baseURL ?? '',
  });
  return context.newPage();
}

/** The page's script has taken all of them over, has its words, and has drawn with them. */
async function areAlive(page: Page, name: Name): Promise<void> {
  for (const tag of pages[name].elements) await expect(page.locator(`${tag}:not([s-id])`)).toBeAttached();
  await page.waitForLoadState('networkidle');
}

/** All that can be read: each plan with its payments. */
async function opensPlans(page: Page): Promise<void> {
  const plans = page.locator('florin-installments');
  if ((await plans.count()) === 0) return;
  await plans.locator('summary').first().click();
  await expect(plans.locator('table').first()).toBeVisible();
}

for (const locale of ['en', 'fr', 'ar']) {
  for (const name of names) {
    test(`${name}, ${locale}: read without a script, and the same once it is alive`, async ({ browser, page }) => {
      const address = await addressOf(page.request, name, locale);
      const still = await withoutScripts(browser);
      await still.goto(address);
      await opensPlans(still);
      const drawn = await textOf(still);
      for (const text of pages[name].says) expect(drawn.join('\n')).toMatch(text);
      await expect(still.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
      await still.context().close();

      await page.goto(address);
      await areAlive(page, name);
      await opensPlans(page);
      expect(await textOf(page)).toEqual(drawn);
    });
  }
}

for (const name of names) {
  test(`${name}: on a slow line nothing flashes and nothing moves when it comes alive`, async ({ page }) => {
    const address = await addressOf(page.request, name, 'en');
    await watchShifts(page);
    await page.addInitScript(watchFrames, pages[name].elements);
    const errors = errorsOf(page);
    await slowDown(page);
    await page.goto(address);
    await areAlive(page, name);
    expect(await shiftsOf(page)).toEqual([]);
    const frames = await page.evaluate(() => (globalThis as unknown as { frames: Frame[] }).frames);
    // It was there before its script, and has looked the same ever since.
    expect(frames.filter(({ isAlive }) => !isAlive).length).toBeGreaterThan(0);
    expect(frames.filter(({ isAlive }) => isAlive).length).toBeGreaterThan(0);
    expect([...new Set(frames.map(({ look }) => look))]).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test(`${name}: axe finds nothing`, async ({ page }) => {
    await page.goto(await addressOf(page.request, name, 'en'));
    await areAlive(page, name);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test('another language without a script: the same page in it', async ({ browser, page }) => {
  const address = await addressOf(page.request, 'order', 'en');
  const still = await withoutScripts(browser);
  await still.goto(address);
  const id = new URL(still.url()).searchParams.get('id');
  await still.getByRole('button', { name: 'Français' }).click();
  await expect(still.locator('html')).toHaveAttribute('lang', 'fr');
  expect(new URL(still.url()).searchParams.get('id')).toBe(id);
  await still.goto('/');
  await expect(still.locator('html')).toHaveAttribute('lang', 'fr');
  await still.context().close();
});

test('another language in the page: the elements speak it too', async ({ page }) => {
  await page.goto(await addressOf(page.request, 'receipt', 'en'));
  await areAlive(page, 'receipt');
  await page.getByRole('button', { name: 'العربية' }).click();
  await expect(page.locator('florin-receipt')).toHaveAttribute('locale', 'ar');
  await expect.poll(() => textOf(page).then(([text]) => /[\u0600-\u06ff]/.test(text ?? ''))).toBe(true);
});

test('pages that only show load no Lit; the checkout loads no Stencil', async ({ page, request }) => {
  const lit = /litElementVersions|reactiveElementVersions/;
  const stencil = /sty-id/;
  const kinds = async (address: string, ready: () => Promise<unknown>) => {
    const scripts: Promise<string>[] = [];
    const read = (response: Response) =>
      response.request().resourceType() === 'script' && scripts.push(response.text().catch(() => ''));
    page.on('response', read);
    await page.goto(address);
    await ready();
    await page.waitForLoadState('networkidle');
    const texts = await Promise.all(scripts);
    page.off('response', read);
    return { lit: texts.some((text) => lit.test(text)), stencil: texts.some((text) => stencil.test(text)) };
  };
  for (const name of names)
    expect([name, await kinds(await addressOf(request, name, 'en'), () => areAlive(page, name))]).toEqual([
      name,
      { lit: false, stencil: true },
    ]);
  await page.goto('/');
  await page.locator('main form button.primary').click();
  await page.waitForURL(/\/checkout\?order=/);
  const checkout = await kinds(page.url(), () =>
    expect(page.locator('florin-checkout')).toHaveAttribute('phase', 'ready'),
  );
  expect(checkout).toEqual({ lit: true, stencil: false });
});

interface Frame {
  isAlive: boolean;
  /** Place, size and words of each element. */
  look: string;
}

/** In the page, before anything else: writes down each frame from the first in which the elements are there. */
function watchFrames(tags: readonly string[]): void {
  const frames: Frame[] = [];
  Object.assign(globalThis, { frames });
  const read = (root: ShadowRoot): string =>
    [...root.childNodes]
      .filter(({ nodeName }) => nodeName !== 'STYLE')
      .map(({ textContent }) => textContent?.trim())
      .filter(Boolean)
      .join(' ');
  const look = () => {
    const elements = tags.map((tag) => document.querySelector(tag));
    const isThere = document.readyState !== 'loading' && elements.every((element) => element?.shadowRoot);
    if (isThere) {
      const looks = elements.map((element) => {
        const { x, y, width, height } = (element as Element).getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(' ') + read((element as Element).shadowRoot as ShadowRoot);
      });
      frames.push({ isAlive: elements.every((element) => !element?.hasAttribute('s-id')), look: looks.join('|') });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}
