import { negotiateLocale } from '@florin/locale';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ShopLocale } from '../../src/shop/words.js';

/** Where a visitor's choice is kept, for the server and the page's own script. */
const KEPT_AS = 'locale';
const YEAR = 365 * 24 * 60 * 60;

/** The language of this answer: what a link or the visitor chose, else the first of the browser's that the shop speaks. */
export function localeOf(c: Context): ShopLocale {
  const asked = c.req.query('lang');
  // A link in a language leads through the whole shop in it.
  if (asked !== undefined)
    setCookie(c, KEPT_AS, negotiateLocale([asked]), { maxAge: YEAR, sameSite: 'Lax', path: '/' });
  const wanted = c.req.header('Accept-Language')?.split(',') ?? [];
  return negotiateLocale([asked, getCookie(c, KEPT_AS), ...wanted.map((one) => one.split(';')[0])].filter(isSaid));
}

function isSaid(tag: string | undefined): tag is string {
  return tag !== undefined && tag !== '';
}
