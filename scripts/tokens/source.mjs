// The design tokens as one flat list, in the order of the file they are written in (DTCG format, 2025.10).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

export const source = 'packages/elements/src/theme/tokens.json';
const extension = 'florin.checkout';

/** `{color.primary}` → `color.primary`; null for a value that stands for itself. */
export const aliasOf = (value) => (typeof value === 'string' ? (/^\{(.+)\}$/.exec(value)?.[1] ?? null) : null);

/** `color.primary` → `color-primary`: what follows `--florin-`. */
export const cssName = (path) => path.replaceAll('.', '-');

/** `color.primary` → `colorPrimary`: its name in `appearance.variables`. */
export const variableName = (path) => path.replace(/[.-](\w)/g, (_, letter) => letter.toUpperCase());

export function readTokens() {
  const tokens = [...walk(JSON.parse(readFileSync(join(root, source), 'utf8')), [], undefined)];
  const paths = new Set(tokens.map(({ path }) => path));
  for (const { path, references } of tokens)
    for (const reference of references)
      if (!paths.has(reference)) throw new Error(`${source}: ${path} is made of {${reference}}, which is no token.`);
  return tokens;
}

function* walk(group, path, inherited) {
  const type = group.$type ?? inherited;
  if ('$value' in group) {
    const { basic = false, dark, looks = {}, ...derived } = group.$extensions?.[extension] ?? {};
    const own = { value: group.$value, ...derived };
    const variants = Object.entries(looks).map(([look, value]) => [look, lookValue(value)]);
    yield {
      path: path.join('.'),
      type,
      description: group.$description,
      basic,
      ...own,
      ...(dark === undefined ? {} : { dark }),
      looks: Object.fromEntries(variants),
      references: [own, ...variants.map(([, value]) => value)].flatMap(referencesOf),
    };
    return;
  }
  for (const [name, inner] of Object.entries(group))
    if (!name.startsWith('$')) yield* walk(inner, [...path, name], type);
}

/** In a look a value may be derived too: then what it is made of is its `base`. */
function lookValue(value) {
  return value.mix ? { value: value.mix.base, mix: value.mix } : { value };
}

function referencesOf({ value, mix }) {
  return [value, mix?.with].map(aliasOf).filter(Boolean);
}
