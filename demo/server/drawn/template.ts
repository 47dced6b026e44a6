import { directionOf } from '@florin/locale';
import type { PageView } from '../../src/shop/page-view.js';
import { words, type ShopLocale, type Word } from '../../src/shop/words.js';

/** What stands in the places that a page leaves for it: `<!-- drawn: plans -->`. It is HTML. */
export type Elements = Readonly<Record<string, string>>;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The page's words in a language: the same places that its script fills when the visitor chooses another one. */
export function translated(page: string, locale: ShopLocale, query: URLSearchParams): string {
  return page
    .replace('<html lang="en">', `<html lang="${locale}" dir="${directionOf(locale)}">`)
    .replace(
      /(<[^>]*\sdata-text="(\w+)"[^>]*>)[^<]*/g,
      (_, tag: string, word: Word) => tag + escapeHtml(words[locale][word]),
    )
    .replace(/\sdata-label="(\w+)"/g, (place, word: Word) => `${place} aria-label="${escapeHtml(words[locale][word])}"`)
    .replaceAll(`value="${locale}" aria-pressed="false"`, `value="${locale}" aria-pressed="true"`)
    .replace('<!-- kept -->', () => keptIn(query));
}

/** What is drawn, put where the page leaves room for it. */
export function filled(page: string, { texts, shown, links = {} }: PageView, elements: Elements): string {
  let whole = page;
  for (const [id, text] of Object.entries(texts))
    whole = whole.replace(new RegExp(`(<[^>]*\\sid="${id}"[^>]*>)[^<]*`), (_, tag: string) => tag + escapeHtml(text));
  for (const id of Object.keys(shown).filter((name) => shown[name]))
    whole = whole.replace(new RegExp(`(<[^>]*\\sid="${id}"[^>]*?)\\shidden(?=[\\s>])`), '$1');
  for (const [id, address] of Object.entries(links))
    whole = whole.replace(new RegExp(`(<[^>]*\\sid="${id}")`), (place) => `${place} href="${escapeHtml(address)}"`);
  return whole.replace(/<!-- drawn: (\w+) -->/g, (_, name: string) => elements[name] ?? '');
}

/** A tag with its attributes; those that are not there are left out. */
export function tag(name: string, attributes: Readonly<Record<string, string | number | null | undefined>>): string {
  const said = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null);
  return `<${name}${said.map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`).join('')}></${name}>`;
}

/** Whoever chooses a language without a script stays on the page that they are on. */
function keptIn(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'lang')
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
}
