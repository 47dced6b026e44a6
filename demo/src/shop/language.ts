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
  keep(locale);
  apply();
}

function keep(locale: ShopLocale): void {
  try {
    localStorage.setItem(KEPT_AS, locale);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
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
  const asked = known(new URLSearchParams(location.search).get('lang'));
  // A link in a language leads through the whole shop in it.
  if (asked) keep(asked);
  return asked ?? [kept(), ...navigator.languages].map(known).find(Boolean) ?? 'en';
}

function known(tag: string | null): ShopLocale | undefined {
  const language = tag?.split('-')[0] ?? '';
  return Object.hasOwn(words, language) ? (language as ShopLocale) : undefined;
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}
