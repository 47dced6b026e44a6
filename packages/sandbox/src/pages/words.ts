import type { Context } from 'hono';
import { ar } from './words/ar.js';
import { en } from './words/en.js';
import { fr } from './words/fr.js';

export type Words = Record<keyof typeof en, string>;

export const words = { en, fr, ar };

export type PageLocale = keyof typeof words;

/** The language of `Accept-Language` that the customer likes best among those the pages speak; else English. */
export function pageLocale(acceptLanguage: string | undefined): PageLocale {
  return namedLocale(acceptLanguage) ?? 'en';
}

/** The same; `null` where it names none of them. */
export function namedLocale(acceptLanguage: string | undefined): PageLocale | null {
  let best: { locale: PageLocale; quality: number } | undefined;
  for (const entry of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const language = /^\s*([a-z]+)/.exec(entry)?.[1] ?? '';
    const quality = Number(/;\s*q=([\d.]+)/.exec(entry)?.[1] ?? 1);
    if (Object.hasOwn(words, language) && quality > (best?.quality ?? 0))
      best = { locale: language as PageLocale, quality };
  }
  return best?.locale ?? null;
}

/** What the merchant has said of the customer goes before what their browser says. */
export function localeOf(c: Context, said: PageLocale | null = null): PageLocale {
  return said ?? pageLocale(c.req.header('Accept-Language'));
}
