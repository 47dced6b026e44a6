import { nearestPassing, painted, ratioOf } from './contrast.js';
import { needs, pairs, type Pair } from './pairs.js';
import type { VariableName } from './tokens.js';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** What a browser paints a page on: it shows through a background that is not opaque. */
export const beneath: Readonly<Record<Scheme, string>> = { light: '#ffffff', dark: '#121212' };

/** What each token comes to in one scheme, as the browser computes it. */
export type Resolved = Readonly<Record<VariableName, string>>;

/** How well one pair is read in one scheme. */
export interface Figure {
  pair: Pair;
  scheme: Scheme;
  /** Both as they are seen, `#rrggbb`; null for what the browser takes for no colour. */
  front: string | null;
  back: string | null;
  ratio: number;
  need: number;
  passes: boolean;
}

/** One of the two colours that would do, the other one staying. */
export interface Suggestion {
  name: VariableName;
  scheme: Scheme;
  value: string;
}

export function figuresOf(resolved: Resolved, scheme: Scheme): Figure[] {
  const ground = [beneath[scheme], resolved.colorBackground];
  return pairs.map((pair) => {
    const need = needs[pair.kind];
    // What a part has behind it lies on the ground; the ground itself lies there once.
    const behind = pair.back === 'colorBackground' ? ground : [...ground, resolved[pair.back]];
    const back = painted(behind);
    const front = painted([...behind, resolved[pair.front]]);
    const ratio = front && back ? ratioOf(front, back) : 1;
    return { pair, scheme, front, back, ratio, need, passes: ratio >= need };
  });
}

/** What to change so that a pair passes: the colour in front, or the one behind it. */
export function suggestionsFor({ pair, scheme, front, back, need }: Figure): Suggestion[] {
  if (!front || !back) return [];
  const ways: [VariableName, string | null][] = [
    [pair.front, nearestPassing(front, back, need)],
    [pair.back, nearestPassing(back, front, need)],
  ];
  return ways.flatMap(([name, value]) => (value ? [{ name, scheme, value }] : []));
}
