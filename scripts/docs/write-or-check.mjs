import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

/** Path → text. Writes what differs; with `check` it only says so and ends with an error. */
export function writeOrCheck(files, check) {
  const stale = Object.entries(files).filter(([path, text]) => current(path) !== text);
  if (!check) for (const [path, text] of stale) writeFileSync(join(root, path), text);
  else if (stale.length > 0) {
    console.error(`Stale: ${stale.map(([path]) => path).join(', ')}. Run \`npm run docs\`.`);
    process.exit(1);
  }
}

function current(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    // Not written yet.
    return '';
  }
}
