// npm run tokens: writes what is made from the design tokens. With --check: fails when one of the files is stale.
// It needs no build: the elements are built from what it writes.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { writeOrCheck } from './docs/write-or-check.mjs';
import { root } from './run.mjs';
import { tokenFiles } from './tokens/files.mjs';

const options = await resolveConfig(join(root, 'package.json'));
const files = {};
for (const [path, text] of Object.entries(tokenFiles)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  files[path] = await format(text, { ...options, filepath: path });
}
writeOrCheck(files, process.argv.includes('--check'));
