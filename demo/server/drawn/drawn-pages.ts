import { render } from '@florin/display/server';
import type { Context } from 'hono';
import type { PageView } from '../../src/shop/page-view.js';
import type { ShopLocale } from '../../src/shop/words.js';
import { drawExample, isExample } from '../examples.js';
import { localeOf } from './locale.js';
import { drawOrder } from './order-page.js';
import { drawProduct } from './product-page.js';
import { drawReceipt } from './receipt-page.js';
import type { ShownShop } from './shown-shop.js';
import { filled, translated, type Elements } from './template.js';

/** A page as it stands when it is asked for. */
export interface Drawn {
  view: PageView;
  /** The display elements, as tags: they are rendered together. */
  elements: Elements;
  status?: 200 | 404;
}

export interface Question {
  shop: ShownShop;
  query: URLSearchParams;
  locale: ShopLocale;
}

export type Drawer = (question: Question) => Promise<Drawn>;

/** Address → what stands on the page. The other pages of the shop have nothing but words. */
const drawers: Readonly<Record<string, Drawer>> = {
  '/': drawProduct,
  '/order': drawOrder,
  '/receipt': drawReceipt,
  '/checkout': async () => ({ view: { texts: {}, shown: {} }, elements: {} }),
};

export function isDrawn(address: string): boolean {
  return Object.hasOwn(drawers, address) || isExample(address);
}

/** Draws a page of the shop: readable as it arrives, without a script. */
export async function draw(
  c: Context,
  page: string,
  { shop, nonce }: { shop: ShownShop; nonce: string },
): Promise<{ html: string; status: 200 | 404 }> {
  const { pathname, searchParams: query } = new URL(c.req.url);
  if (isExample(pathname)) return drawExample(c, page, { shop, nonce });
  const locale = localeOf(c);
  const drawer = drawers[pathname];
  if (!drawer) throw new Error(`Nobody draws ${pathname}.`);
  const { view, elements, status = 200 } = await drawer({ shop, query, locale });
  return { html: filled(translated(page, locale, query), view, await renderAll(elements, nonce)), status };
}

async function renderAll(elements: Elements, nonce: string): Promise<Elements> {
  const rendered = Object.entries(elements).map(async ([name, html]) => [name, await render(html, { nonce })] as const);
  return Object.fromEntries(await Promise.all(rendered));
}
