import { words } from './words.js';
import type { ShopLocale, Word } from './words.js';

/** Seconds: a year. */
const KEPT_FOR = 365 * 24 * 60 * 60;
const listeners = new Set<(locale: ShopLocale) => void>();
/** The server has drawn the page in it. */
let current = document.documentElement.lang as ShopLocale;

/** The server has drawn the page's words; they are drawn again whenever the customer picks another language. */
export function startLanguage(onChange?: (locale: ShopLocale) => void): void {
  if (onChange) listeners.add(onChange);
  const form = document.querySelector<HTMLFormElement>('.site-header form');
  form?.addEventListener('submit', (event) => {
    // Without a script the same press asks the server for the page in that language.
    event.preventDefault();
    choose((event.submitter as HTMLButtonElement).value as ShopLocale);
  });
}

export function word(name: Word): string {
  return words[current][name];
}

export function shopLocale(): ShopLocale {
  return current;
}

function choose(locale: ShopLocale): void {
  current = locale;
  // The server reads it: the next page is drawn in the same language.
  document.cookie = `locale=${locale}; path=/; max-age=${KEPT_FOR}; samesite=lax`;
  apply();
}

function apply(): void {
  document.documentElement.lang = current;
  document.documentElement.dir = current === 'ar' ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
    element.textContent = word(element.dataset['text'] as Word);
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]'))
    element.setAttribute('aria-label', word(element.dataset['label'] as Word));
  for (const button of document.querySelectorAll<HTMLButtonElement>('.languages button'))
    button.setAttribute('aria-pressed', String(button.value === current));
  // What Florin draws on this page speaks the same language.
  for (const element of document.querySelectorAll('main [locale]')) element.setAttribute('locale', current);
  for (const listener of listeners) listener(current);
}
