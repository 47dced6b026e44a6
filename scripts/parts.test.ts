import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { partNames } from '../packages/elements/src/appearance/part-names.js';
import { viewParts } from '../packages/elements/src/action-view/parts.js';
import { cardParts } from '../packages/elements/src/card/parts.js';
import { phoneNumberParts } from '../packages/elements/src/methods/parts.js';
import { payButtonParts } from '../packages/elements/src/pay-button/parts.js';
import { securityCodeParts } from '../packages/elements/src/saved-card/parts.js';
import { root } from './run.mjs';

const sources = join(root, 'packages/elements/src');
const read = (path: string) => readFileSync(path, 'utf8');
const isElement = (text: string) => text.includes('interface HTMLElementTagNameMap');

const elements = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.includes('.test.') && isElement(read(join(sources, path))))
  .toSorted();

const namesIn = (list: string) => list.split(/,\s*/).toSorted();

/** `part="method ${isChosen ? 'method-selected' : ''}"` → both. What a field's id makes of it is not told by a template. */
function partsWritten(text: string): string[] {
  const written = [...text.matchAll(/\bpart(?:="([^"]+)"|', [`']([^`']+)[`'])/g)].map(([, a, b]) => a ?? b ?? '');
  return written.flatMap((value) => {
    const chosen = [...value.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name ?? '');
    return [...value.replace(/\S*\$\{[^}]*\}/g, '').split(/\s+/), ...chosen].filter(Boolean);
  });
}

/** The templates of an element: its own file and what that imports, as far as the next element. */
function templatesOf(path: string, seen = new Set<string>()): Set<string> {
  seen.add(path);
  const imported = read(path).matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gms);
  for (const [, fixed, later] of imported) {
    const next = resolve(dirname(path), (fixed ?? later ?? '').replace(/\.js$/, '.ts'));
    if (!seen.has(next) && !next.includes('/define/') && !isElement(read(next))) templatesOf(next, seen);
  }
  return seen;
}

function partsOf(path: string): string[] {
  const all = [...templatesOf(join(sources, path))].flatMap((file) => partsWritten(read(file)));
  return [...new Set(all)].toSorted();
}

/** The part of each line, and what it says to be one "also". */
function partsSaid(path: string): string[] {
  const lines = read(join(sources, path)).matchAll(/@csspart ([a-z-]+) - ([^@]*?)(?=\n \*(?: @|\n|\/))/g);
  const all = [...lines].flatMap(([, name, words]) => {
    const also = / also (.*)/s.exec(words ?? '')?.[1] ?? '';
    return [name ?? '', ...[...also.matchAll(/`([a-z0-9-]+)`/g)].map(([, each]) => each ?? '')];
  });
  return [...new Set(all)].toSorted();
}

const isOfOneField = (name: string) => name.startsWith('field-');
/** What stands in these is drawn by the checkout. */
const drawnByTheCheckout = ['messages/messages.ts', 'methods-list/methods-list.ts'];
const views = elements.filter((path) => partsSaid(path).includes('heading'));

test.for(elements.filter((path) => !drawnByTheCheckout.includes(path)))('%s says which parts it has', (path) => {
  const [said, had] = [partsSaid(path), partsOf(path)];
  expect(said.filter((name) => !isOfOneField(name))).toEqual(had.filter((name) => !isOfOneField(name)));
});

test.for(drawnByTheCheckout)('%s says parts that the checkout has', (path) => {
  expect(partsOf('checkout/checkout.ts')).toEqual(expect.arrayContaining(partsSaid(path)));
});

test.for([
  ['card/card.ts', cardParts],
  ['saved-card/security-code.ts', securityCodeParts],
  ['methods/phone-number.ts', phoneNumberParts],
] as const)('the parts of %s go on to the page', ([path, list]) => {
  expect(namesIn(list)).toEqual(partsSaid(path));
});

test('so do those of the pay button, whose button has a name of its own there', () => {
  expect(namesIn(payButtonParts)).toEqual(partsSaid('pay-button/pay-button.ts').filter((name) => name !== 'button'));
});

test('so do those of every view', () => {
  expect(views.length).toBeGreaterThan(6);
  const all = [...new Set(views.flatMap(partsSaid))].filter((name) => name !== 'view').toSorted();
  expect(namesIn(viewParts)).toEqual(all);
});

test('a rule of an appearance may name every part that a page can', () => {
  const lists = [cardParts, securityCodeParts, phoneNumberParts, payButtonParts, viewParts].flatMap(namesIn);
  expect([...partNames].toSorted()).toEqual([...new Set([...partsSaid('checkout/checkout.ts'), ...lists])].toSorted());
});
