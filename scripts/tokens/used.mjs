// The tokens that a room's style sheets use.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

/**
 * `var(--_color-text)` → `color-text`. What is declared in the sheets themselves is no token, unless it is one that a sheet
 * sets anew, on paper.
 */
export function namesUsedIn(room, tokens) {
  const sheets = readdirSync(join(root, room), { recursive: true })
    .filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css'))
    .map((file) => readFileSync(join(root, room, file), 'utf8'));
  const own = new Set(sheets.flatMap((sheet) => [...sheet.matchAll(/--_([\w-]+)\s*:/g)].map(([, name]) => name)));
  const used = new Set(sheets.flatMap((sheet) => [...sheet.matchAll(/var\(--_([\w-]+)/g)].map(([, name]) => name)));
  return [...used].filter((name) => tokens.has(name) || !own.has(name)).toSorted();
}
