// Stencil writes its declarations for bundlers: `from '../types/components'`. Node's own resolution, which TypeScript follows
// under `nodenext`, finds nothing there, and says so to nobody: every prop of every wrapper would be `any`. This says the files.
// A prop that may be left out may be `undefined` too, as React's own: `intent={keys?.intent}` is how pages are written.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

const built = join(root, 'packages/display/dist');

for (const folder of ['types', 'components', 'loader']) {
  for (const file of readdirSync(join(built, folder), { recursive: true })) {
    if (!file.endsWith('.d.ts')) continue;
    const path = join(built, folder, file);
    const text = readFileSync(path, 'utf8');
    const said = text
      .replace(/(\bfrom\s+["'])(\.{1,2}\/[^"']+)/g, (_, before, name) => before + named(dirname(path), name))
      .replace(/^(\s+"\w+"\?: )([^;=]+?)(?: \| undefined)*;$/gm, '$1$2 | undefined;');
    if (said !== text) writeFileSync(path, said);
  }
}

/** `./x` → `./x.js`, or `./x/index.js` where it is a folder. */
function named(folder, name) {
  if (name.endsWith('.js') || name.endsWith('.d.ts')) return name;
  if (existsSync(join(folder, `${name}.d.ts`))) return `${name}.js`;
  if (existsSync(join(folder, name, 'index.d.ts'))) return `${name}/index.js`;
  throw new Error(`${folder} names ${name}, which has no declarations.`);
}
