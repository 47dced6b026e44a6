import type { Context } from 'hono';
import type { PageData } from '../examples/react/app.js';
import { renderApp } from '../examples/react/server.js';
import type { ShownShop } from './drawn/shown-shop.js';
import { escapeHtml } from './drawn/template.js';

type Reader = (shop: ShownShop, query: URLSearchParams) => Promise<PageData | undefined>;

/** Address → what its page begins with. */
const readers: Readonly<Record<string, Reader>> = {
  '/examples/react': async (shop) => {
    const price = await shop.price({ product: 'lune', quantity: 1, provider: 'purse' });
    return price && { price };
  },
  '/examples/react/order': async (shop, query) => {
    const order = await shop.order(query.get('id') ?? '');
    return order && { order };
  },
};

export function isExample(address: string): boolean {
  return Object.hasOwn(readers, address);
}

/** Puts what React draws into the page that Vite built for it. */
export async function drawExample(
  c: Context,
  page: string,
  { shop, nonce }: { shop: ShownShop; nonce: string },
): Promise<{ html: string; status: 200 | 404 }> {
  const { pathname, searchParams } = new URL(c.req.url);
  const data = await readers[pathname]?.(shop, searchParams);
  if (!data) return { html: 'Not found.', status: 404 };
  const app = await renderApp(data, nonce);
  const html = page.replace('PAGE_DATA', () => escapeHtml(JSON.stringify(data))).replace('<!--app-->', () => app);
  return { html, status: 200 };
}
