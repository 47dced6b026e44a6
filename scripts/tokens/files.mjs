// Every file that is made from tokens.json.
import { table } from '../docs/table.mjs';
import { namesUsedIn } from './used.mjs';
import { cssOf, literal } from './css.mjs';
import { resolveTokens } from './resolve.mjs';
import { cssName, readTokens, source, variableName } from './source.mjs';

const tokens = readTokens();
const looks = [...new Set(tokens.flatMap((token) => Object.keys(token.looks)))];
const made = `Made by \`npm run docs\` from ${source}`;

export const tokenFiles = {
  'packages/elements/src/theme/tokens.styles.ts': styles(),
  'packages/elements/src/theme/token-names.ts': names(),
  'packages/display/src/theme/tokens.css': displayStyles(),
  'packages/elements/tokens/florin.light.tokens.json': resolved('light'),
  'packages/elements/tokens/florin.dark.tokens.json': resolved('dark'),
  'docs/tokens.md': page(),
};

function declarationOf(token) {
  const name = cssName(token.path);
  const value = Object.keys(token.looks).length > 0 ? `var(--_look-${name}, ${cssOf(token)})` : cssOf(token);
  return `--_${name}: var(--florin-${name}, ${value});`;
}

/** A server writes them into the page once per element: only those that the elements use, and what these are made of. */
function displayStyles() {
  const declarations = new Map(tokens.map((token) => [cssName(token.path), declarationOf(token)]));
  const used = namesUsedIn('packages/display/src', declarations);
  const needed = new Set();
  const need = (name) => {
    if (needed.has(name)) return;
    const declaration = declarations.get(name);
    if (!declaration) throw new Error(`packages/display uses --_${name}, which is no token.`);
    needed.add(name);
    for (const [, inner] of declaration.matchAll(/var\(--_(?!look-)([\w-]+)/g)) need(inner);
  };
  used.filter((name) => name !== 'target').forEach(need);
  const lines = [...declarations].filter(([name]) => needed.has(name)).map(([, declaration]) => declaration);
  return `/* ${made}: change it there. */
:host {
  --_target: 0px;
  ${lines.join('\n  ')}
}

@media (pointer: coarse) {
  :host {
    --_target: 44px;
  }
}

:host([theme='light']) {
  color-scheme: light;
}

:host([theme='dark']) {
  color-scheme: dark;
}

:host([theme='auto']) {
  color-scheme: light dark;
}
`;
}

function styles() {
  const lines = tokens.map((token) => `    ${declarationOf(token)}`);
  const inLook = (look) =>
    tokens
      .filter((token) => look in token.looks)
      .map((token) => `    --_look-${cssName(token.path)}: ${cssOf({ type: token.type, ...token.looks[look] })};`);
  return `// ${made}: change it there.
import { css } from 'lit';

/**
 * The design tokens. A page sets \`--florin-*\` on any ancestor; Florin only ever reads them. Each element gives them its
 * default under a private name, so that an element inside another one does not put the defaults back over the page's choice.
 * What a look says is inherited by the elements inside: \`--_look-*\`.
 *
 * Light or dark follows the page's \`color-scheme\`; the \`theme\` attribute of the nearest Florin element decides over it.
 * Whatever the tokens say, nothing that a finger presses is smaller than \`--_target\`, and nothing moves where less motion is wanted.
 */
export const tokens = css\`
  :host {
    --_target: 0px;
${lines.join('\n')}
  }
${looks.map((look) => `  :host([look='${look}']) {\n${inLook(look).join('\n')}\n  }\n`).join('')}  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  @media (pointer: coarse) {
    :host {
      --_target: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion-duration: 0s;
    }
  }
\`;
`;
}

function names() {
  const list = (paths) => paths.map((path) => `  '${variableName(path)}',`).join('\n');
  const documented = tokens
    .map(({ path, description }) => `  /** ${description} */\n  ${variableName(path)}?: string;`)
    .join('\n');
  return `// ${made}: change it there.

/** The tokens by the names that \`appearance.variables\` knows them by. Each is a CSS value. */
export interface AppearanceVariables {
${documented}
}

export const variableNames: readonly (keyof AppearanceVariables)[] = [
${list(tokens.map(({ path }) => path))}
];

/** The handful that all others come from. */
export const basicVariableNames: readonly (keyof AppearanceVariables)[] = [
${list(tokens.filter(({ basic }) => basic).map(({ path }) => path))}
];
`;
}

/** Plain values, in groups: what Figma and other design tools import as variables of one mode. */
function resolved(scheme) {
  const values = resolveTokens(tokens, scheme);
  const file = { $description: `Florin's tokens in a ${scheme} scheme. ${made}.` };
  for (const { path, type, description } of tokens) {
    let group = file;
    const steps = path.split('.');
    for (const step of steps.slice(0, -1)) group = group[step] ??= {};
    group[steps.at(-1)] = { $type: type, $value: values.get(path), $description: description };
  }
  return `${JSON.stringify(file, null, 2)}\n`;
}

function page() {
  const groups = grouped();
  const sections = [...groups].map(([group, members]) => {
    const rows = members.map((token) => [
      `\`--florin-${cssName(token.path)}\`${token.basic ? ' **•**' : ''}`,
      `\`${variableName(token.path)}\``,
      defaultOf(token),
      token.description,
    ]);
    return `## ${group}\n\n${table(['token', 'in `appearance`', 'default', 'what it is'], rows)}\n`;
  });
  return `<!-- ${made}. -->

# Design tokens

A page sets them in CSS (\`florin-checkout { --florin-color-primary: … }\`) or as \`appearance.variables\`; how, and with what
else a checkout is restyled, is in [theming](theming.md). Those with **•** are the handful that all others come from.
\`mix\` is \`color-mix(in oklab, …)\`. Lengths may be given in any unit; durations in \`ms\` or \`s\`.

${sections.join('\n')}`;
}

function groupOf({ path }) {
  return path.split('.')[0];
}

function grouped() {
  const groups = new Map();
  for (const token of tokens) groups.set(groupOf(token), [...(groups.get(groupOf(token)) ?? []), token]);
  return groups;
}

function defaultOf(token) {
  const { type, value, dark, mix, times, contrast, looks: inLooks } = token;
  const plain = (each) =>
    typeof each === 'string' ? `\`${each.slice(1, -1).replaceAll('.', '-')}\`` : `\`${literal(type, each)}\``;
  let text = plain(value);
  if (mix) text += ` with ${Math.round(mix.share * 100)} % ${plain(mix.with)}`;
  else if (times) text += ` × ${times}`;
  else if (contrast) text = `black or white, as ${text} asks`;
  else if (dark !== undefined) text += `, dark ${plain(dark)}`;
  const variants = Object.entries(inLooks).map(
    ([look, each]) =>
      `${look}: ${plain(each.value)}${each.mix ? ` with ${Math.round(each.mix.share * 100)} % ${plain(each.mix.with)}` : ''}`,
  );
  return [text, ...variants].join('<br>');
}
