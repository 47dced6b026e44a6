import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { test } from '../easel.js';
import { findPlaces, placesOf } from '../token-places.js';

/** What the test reads of a file of design tokens (DTCG). */
interface Token {
  $type?: string;
  $value: unknown;
  $extensions?: { 'florin.checkout'?: { looks?: unknown } };
}
type TokenFile = Record<string, Record<string, Token>>;
/** Place → properties. */
type Places = Record<string, string[]>;

const list = fileURLToPath(new URL('tokens-shown.json', import.meta.url));
const jsonOf = async <Type>(file: string | URL): Promise<Type> => JSON.parse(await readFile(file, 'utf8')) as Type;
/** What begins with `$` is said about a group. */
const isNamed = ([name]: [string, unknown]): boolean => !name.startsWith('$');
async function tokensOf(file: string): Promise<[name: string, token: Token][]> {
  const groups = await jsonOf<TokenFile>(new URL(import.meta.resolve(`@florin/elements/${file}`)));
  return Object.entries(groups)
    .filter(isNamed)
    .flatMap(([group, tokens]) =>
      Object.entries(tokens)
        .filter(isNamed)
        .map(([name, token]): [string, Token] => [`${group}-${name}`, token]),
    );
}

/** Of its type, and like nothing that is drawn otherwise. */
function conspicuous({ $type, $value }: Token): string {
  const { value, unit } = $value as { value: number; unit: string };
  const values: Record<string, string> = {
    color: '#e500e5',
    dimension: `${value * 1.5 + (unit === 'px' ? 1 : 0.01)}${unit}`,
    duration: '777ms',
    cubicBezier: 'steps(7)',
    fontFamily: 'Conspicuous',
    fontWeight: '873',
    number: '2.71',
    shadow: '0 0 7px 3px #e500e5',
  };
  return values[$type ?? ''] ?? `no value for ${$type}`;
}

const sheet = { sheet: 'every_token', columns: 3, settings: { locale: 'en', theme: 'light', width: '400' } };

test('a changed token shows in exactly the places that use it', async ({ easel: { page }, easel }, { config }) => {
  test.slow();
  const tokens = await tokensOf('tokens/florin.light.tokens.json');
  const names = tokens.map(([name]) => name);
  const shown: Record<string, Places> = {};
  await easel.put(sheet);
  for (const isPointedAt of [false, true])
    // With less motion asked for nothing is on its way from one value to the other; then, of motion itself, what it says.
    for (const isMotion of [false, true]) {
      await page.emulateMedia({ reducedMotion: isMotion ? 'no-preference' : 'reduce' });
      await page.evaluate(findPlaces, isPointedAt);
      for (const [token, description] of tokens.filter(([name]) => name.startsWith('motion-') === isMotion)) {
        const others = names.filter((name) => name !== token);
        const places = await page.evaluate(placesOf, { token, value: conspicuous(description), others });
        shown[token] = isPointedAt ? { ...shown[token], ...beyond(shown[token] ?? {}, places) } : places;
      }
    }
  const written = readable(shown);
  if (['all', 'changed'].includes(config.updateSnapshots))
    await writeFile(list, `${JSON.stringify(written, null, 2)}\n`);
  expect(written).toEqual(await jsonOf(list));

  const madeOf = await partsOfTokens();
  const dead = names.filter(
    (name) =>
      Object.keys(shown[name] ?? {}).length === 0 && ![...madeOf.values()].some((parts) => parts.includes(name)),
  );
  expect(dead, 'tokens that show nowhere').toEqual([]);
});

test('a token that others are made of changes those, and no other', async ({ easel: { page }, easel }) => {
  await easel.put({ ...sheet, sheet: 'sdk' });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const light = new Map(await tokensOf('tokens/florin.light.tokens.json'));
  const tokens = await tokensOf('tokens.json');
  const madeOf = await partsOfTokens();
  const isMadeOf = (name: string, token: string): boolean =>
    name === token || (madeOf.get(name) ?? []).some((part) => isMadeOf(part, token));
  const tag = page.frameLocator('iframe').first().locator('florin-checkout');
  for (const [token] of tokens) {
    const description = light.get(token);
    expect(description, token).toBeDefined();
    const changed = await tag.evaluate(
      (element: HTMLElement, { token, value, names }) => {
        const read = () => names.map((name) => getComputedStyle(element).getPropertyValue(`--_${name}`));
        const before = read();
        element.style.setProperty(`--florin-${token}`, value);
        const after = read();
        element.style.removeProperty(`--florin-${token}`);
        return names.filter((_, index) => before[index] !== after[index]);
      },
      { token, value: conspicuous(description as Token), names: tokens.map(([name]) => name) },
    );
    expect(changed, token).toEqual(tokens.map(([name]) => name).filter((name) => isMadeOf(name, token)));
  }
});

/** Token → the tokens that its default is made of, whatever the look. */
async function partsOfTokens(): Promise<Map<string, string[]>> {
  return new Map(
    (await tokensOf('tokens.json')).map(([name, { $value, $extensions }]) => {
      const { looks: _, ...derived } = $extensions?.['florin.checkout'] ?? {};
      const said = JSON.stringify([$value, derived]);
      return [name, [...said.matchAll(/\{([\w-]+)\.([\w-]+)\}/g)].map(([, group, other]) => `${group}-${other}`)];
    }),
  );
}

/** What shows only where the pointer or the focus is. */
function beyond(always: Places, pointed: Places): Places {
  return Object.fromEntries(
    Object.entries(pointed)
      .map(([name, all]) => [`${name} (pointed at)`, all.filter((one) => !always[name]?.includes(one))] as const)
      .filter(([, left]) => left.length > 0),
  );
}

/** A line for each place, in the order of the alphabet: which comes first on the sheet does not matter. */
function readable(shown: Record<string, Places>): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(shown).map(([token, places]) => {
      const names = Object.keys(places);
      names.sort();
      return [token, Object.fromEntries(names.map((name) => [name, inOrder(places[name])]))];
    }),
  );
}

function inOrder(properties: readonly string[] = []): string {
  const names = [...properties];
  names.sort();
  return names.join(', ');
}
