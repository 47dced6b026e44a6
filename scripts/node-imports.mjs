// Imports every public entry of every package in plain Node, each in a process of its own: a server may import what it
// will never draw. An import must not throw, and must not keep the process alive (this check would not end).
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt, root } from './run.mjs';

const entries = [];
for (const folder of readdirSync(join(root, 'packages'))) {
  const { name, exports } = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
  for (const [path, target] of Object.entries(exports)) {
    // A file for a script tag, or data: no module to import.
    if (typeof target === 'string' || path.endsWith('.js')) continue;
    if (!path.includes('*')) {
      entries.push(join(name, path));
      continue;
    }
    const files = readdirSync(join(root, 'packages', folder, dirname(target.default)));
    for (const file of files.filter((one) => one.endsWith('.js')))
      entries.push(join(name, path.replace('*', file.slice(0, -3))));
  }
}

let failed = 0;
for (const entry of entries) {
  const { ok } = await attempt('node', ['--input-type=module', '--eval', `await import(${JSON.stringify(entry)})`]);
  if (ok) continue;
  failed += 1;
  console.error(`✗ ${entry} cannot be imported in plain Node`);
}
console.log(`${entries.length - failed} of ${entries.length} entries import in plain Node`);
process.exit(failed === 0 ? 0 : 1);
