import { bySchemes, type ChoiceName, type Design } from './design.js';
import { cssFromValue, isRecord, valueFromCss } from './dtcg-value.js';
import type { Resolved, Scheme } from './figures.js';
import { Gathering, type Accepts, type Reading } from './reading.js';
import { tokenAt, tokens, type Token } from './tokens.js';

type Node = Readonly<Record<string, unknown>>;

const extension = 'florin.checkout';

/**
 * The design in the DTCG format. What a design leaves alone stands in it as Florin's own file has it, or, with
 * `onlyChanged`, not at all. What the format has no way to say (a length in `em`) is what the browser makes of it.
 */
export function toDtcg(design: Design, resolved: Readonly<Record<Scheme, Resolved>>, onlyChanged: boolean): string {
  const file: Record<string, unknown> = {
    $description: onlyChanged ? 'What differs from Florin’s own tokens.' : 'Florin’s tokens, as they are here.',
    ...(Object.keys(design.choices).length > 0 && { $extensions: { [extension]: design.choices } }),
  };
  for (const token of tokens) {
    const css = design.variables[token.name];
    if (css !== undefined) put(file, token.path, changed(token, css, resolved));
    else if (!onlyChanged) put(file, token.path, { ...token.definition });
  }
  return `${JSON.stringify(file, null, 2)}\n`;
}

function changed(token: Token, css: string, resolved: Readonly<Record<Scheme, Resolved>>): Node {
  const { type, description, isBasic } = token;
  const said = bySchemes(css);
  const valueIn = (scheme: Scheme) =>
    valueFromCss(type, said[scheme]) ?? valueFromCss(type, resolved[scheme][token.name]);
  const own = { ...(isBasic && { basic: true }), ...(said.light !== said.dark && { dark: valueIn('dark') }) };
  return {
    $type: type,
    $value: valueIn('light'),
    $description: description,
    ...(Object.keys(own).length > 0 && { $extensions: { [extension]: own } }),
  };
}

function put(file: Record<string, unknown>, path: string, token: Node): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let group = file;
  for (const step of steps) group = (group[step] ??= {}) as Record<string, unknown>;
  group[last] = token;
}

export function fromDtcg(file: Node, accepts: Accepts): Reading {
  const gathering = new Gathering(accepts);
  const found = new Map(tokensIn(file, []));
  for (const [name, value] of Object.entries(extensionOf(file))) gathering.choice(name as ChoiceName, value);
  for (const [path, node] of found) {
    const token = tokenAt.get(path);
    if (!token) gathering.leave(`${path}: there is no such token.`);
    else if (!isSame(node, token.definition)) {
      const css = cssOf(token, node, found);
      if (css === null) gathering.leave(`${path}: its value cannot be read.`);
      else gathering.variable(token.name, css);
    }
  }
  return gathering.reading();
}

/** A token that refers to another one is worth what that one is, if that is said in this file. */
function cssOf(token: Token, node: Node, found: ReadonlyMap<string, Node>, depth = 0): string | null {
  const { mix, times, contrast, dark } = extensionOf(node);
  if (mix || times || contrast || depth > tokens.length) return null;
  const { $value } = node;
  const alias = typeof $value === 'string' ? /^\{(.+)\}$/.exec($value)?.[1] : undefined;
  if (alias !== undefined) {
    const other = found.get(alias) ?? tokenAt.get(alias)?.definition;
    return other ? cssOf(token, other, found, depth + 1) : null;
  }
  const light = cssFromValue(token.type, $value);
  if (light === null || dark === undefined) return light;
  const inDark = cssFromValue(token.type, dark);
  return inDark === null ? null : inDark === light ? light : `light-dark(${light}, ${inDark})`;
}

function* tokensIn(group: Node, path: readonly string[]): Generator<[path: string, node: Node]> {
  if ('$value' in group) {
    yield [path.join('.'), group];
    return;
  }
  for (const [name, inner] of Object.entries(group))
    if (!name.startsWith('$') && isRecord(inner)) yield* tokensIn(inner, [...path, name]);
}

function extensionOf({ $extensions }: Node): Node {
  const own = isRecord($extensions) ? $extensions[extension] : undefined;
  return isRecord(own) ? own : {};
}

function isSame(one: Node, other: Node): boolean {
  return (
    JSON.stringify(one['$value']) === JSON.stringify(other['$value']) &&
    JSON.stringify(extensionOf(one)) === JSON.stringify(extensionOf(other))
  );
}
