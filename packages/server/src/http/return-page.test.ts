import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, openCheckout, openTestStore } from '../checkout.fixture.js';
import type { IntentStore } from '../store/intent-store.js';
import { PageWindow, scriptOf } from './page-script.fixture.js';
import { returnScript } from './return-page.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const SHOP = 'https://shop.example/checkout?order=1&from="bank"</script><b>';
const report = { type: 'florin:three-ds', nonce: '0123456789abcdef' };

async function comeBack({ returnUrl, id, query = '', language, method = 'GET' }: Record<string, string>) {
  const checkout = await openCheckout(store, {}, { ...(returnUrl && { returnUrl }) });
  const headers = { 'Accept-Language': language ?? '' };
  const url = `${BASE}/return/${id ?? checkout.id}${query}`;
  const response = await checkout.server.fetch(new Request(url, { method, headers }));
  return { response, html: await response.text() };
}

describe('the return page', () => {
  it.each(['GET', 'POST'])('by %s leads to the shop, and says nothing of the payment', async (method) => {
    const { response, html } = await comeBack({
      returnUrl: SHOP,
      method,
      query: '?status=paid&next=https://evil.example',
    });
    expect(response.status).toBe(200);
    expect(html).toContain('href="https://shop.example/checkout?order=1&amp;from=&quot;bank&quot;&lt;/script>&lt;b>"');
    expect(html).toContain('Back to the shop');
    expect(html).not.toMatch(/evil|paid/);
    expect(html.split('</script>')).toHaveLength(2);
  });

  it('is under a policy that lets its own script run and nothing else', async () => {
    const { response, html } = await comeBack({ returnUrl: SHOP });
    const { nonce } = scriptOf(html);
    expect(response.headers.get('Content-Security-Policy')).toBe(
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`,
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it('of an intent that is not there is that of one without an address', async () => {
    const withoutNonce = (html: string) => html.replaceAll(/nonce="[\w-]+"/g, '');
    const unknown = await comeBack({ id: 'pi_none', query: '?return_url=https://evil.example' });
    const nowhere = await comeBack({});
    expect(unknown.response.status).toBe(200);
    expect(withoutNonce(unknown.html)).toBe(withoutNonce(nowhere.html));
    expect(unknown.html).toContain('You can go back to the shop.');
    expect(unknown.html).not.toContain('href');
  });

  it.each([
    ['', 'en', 'ltr'],
    ['fr-CH, de;q=0.9', 'fr', 'ltr'],
    ['de, en;q=0.5, ar-EG;q=0.8', 'ar', 'rtl'],
    ['fr;q=0, xx', 'en', 'ltr'],
    ['<script>, ;q=', 'en', 'ltr'],
  ])('for "%s" speaks %s', async (language, lang, dir) => {
    expect((await comeBack({ language })).html).toContain(`<html lang="${lang}" dir="${dir}">`);
  });

  it('ends a challenge too, where the provider has one address for both', async () => {
    const { html } = await comeBack({ returnUrl: SHOP, query: '?three_ds=0123456789abcdef' });
    expect(html).toContain(JSON.stringify(report));
    expect((await comeBack({ query: '?three_ds=<script>' })).html).not.toContain('florin:three-ds');
  });
});

describe('its script', () => {
  const settings = { report, targets: ['https://shop.example', 'https://pay.example'], next: 'https://shop.example/c' };
  const run = (about: Record<string, unknown>, changed: object = settings) => {
    const page = new PageWindow();
    page.run(returnScript, changed, about);
    return page;
  };

  it('closes a payment window, whatever else it was told', () => {
    expect(run({ isFramed: false, name: 'florin-redirect-12-34' })).toMatchObject({ isClosed: true, wentTo: null });
  });

  it('goes on to the shop in any other window, and in one without an address stays', () => {
    expect(run({ isFramed: false })).toMatchObject({ isClosed: false, wentTo: 'https://shop.example/c' });
    expect(run({ isFramed: false, name: 'shop', opener: {} }).isClosed).toBe(false);
    expect(run({ isFramed: false }, { next: null })).toMatchObject({ isClosed: false, wentTo: null });
  });

  it('in a frame reports the challenge to the shop’s pages, and goes nowhere', () => {
    const page = run({ name: 'florin-redirect-12-34' });
    expect(page).toMatchObject({ isClosed: false, wentTo: null });
    expect(page.posted).toEqual(settings.targets.map((target) => ({ message: report, target })));
    expect(run({}, { next: settings.next }).posted).toEqual([]);
  });
});
