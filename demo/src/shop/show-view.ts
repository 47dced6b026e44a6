import { byId } from './page.js';
import type { PageView } from './page-view.js';

/** Brings a page up to date that the server has drawn. */
export function showView({ texts, shown, links = {} }: PageView): void {
  for (const [id, text] of Object.entries(texts)) if (byId(id).textContent !== text) byId(id).textContent = text;
  for (const [id, isShown] of Object.entries(shown)) byId(id).hidden = !isShown;
  for (const [id, address] of Object.entries(links)) byId<HTMLAnchorElement>(id).href = address;
}
