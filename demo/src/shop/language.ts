import { words } from './words.js';
import type { ShopLocale, Word } from './words.js';

const KEPT_AS = 'atelier-nord:locale';
const listeners = new Set<(locale: ShopLocale) => void>();
let current = initialLocale();

/** Draws the page's words, and draws them again whenever the customer picks another language. */
export function startLanguage(onChange?: (locale: ShopLocale) => void): void {
  if (onChange) listeners.add(onChange);
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-locale]'))
    button.addEventListener('click', () => choose(button.dataset['locale'] as ShopLocale));
  apply();
}

export function word(name: Word): string {
  return words[current][name];
}

export function shopLocale(): ShopLocale {
  return current;
}

function choose(locale: ShopLocale): void {
  current = locale;
  try {
    localStorage.setItem(KEPT_AS, locale);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  apply();
}

function apply(): void {
  document.documentElement.lang = current;
  document.documentElement.dir = current === 'ar' ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
    element.textContent = word(element.dataset['text'] as Word);
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]'))
    element.setAttribute('aria-label', word(element.dataset['label'] as Word));
  for (const button of document.querySelectorAll<HTMLElement>('[data-locale]'))
    button.setAttribute('aria-pressed', String(button.dataset['locale'] === current));
  for (const listener of listeners) listener(current);
}

function initialLocale(): ShopLocale {
  const wanted = [new URLSearchParams(location.search).get('lang'), kept(), ...navigator.languages];
  const known = wanted.map((tag) => tag?.split('-')[0]).find((tag) => tag !== undefined && Object.hasOwn(words, tag));
  return (known as ShopLocale | undefined) ?? 'en';
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}
