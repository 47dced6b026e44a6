import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { root } from '../run.mjs';

export function brotliSize(text) {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

export function gzipSize(text) {
  return gzipSync(text, { level: 9 }).length;
}

export function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** The text of each npm package in bundled files, told by their source maps, heaviest first. */
export function packagesIn(files) {
  const texts = new Map();
  for (const { path, text } of files) {
    const code = text.toString().split('\n');
    const map = new TraceMap(readFileSync(join(root, 'packages/elements/dist/cdn', `${path}.map`), 'utf8'));
    const starts = [];
    eachMapping(map, ({ generatedLine, generatedColumn, source }) =>
      starts.push([generatedLine - 1, generatedColumn, source]),
    );
    starts.forEach(([line, column, source], index) => {
      const next = starts[index + 1];
      const end = next && next[0] === line ? next[1] : undefined;
      const name = packageOf(source);
      texts.set(name, (texts.get(name) ?? '') + code[line].slice(column, end));
    });
  }
  return [...texts]
    .map(([name, text]) => ({ name, raw: text.length, brotli: brotliSize(text) }))
    .toSorted((one, other) => other.brotli - one.brotli);
}

function packageOf(source) {
  if (!source) return 'bundler';
  const dependency = source.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1];
  if (dependency) return /^(lit|lit-html|lit-element|@lit\/reactive-element)$/.test(dependency) ? 'lit' : dependency;
  const own = source.match(/([a-z]+)\/src\//)?.[1];
  return `@florin/${own ?? 'elements'}`;
}
