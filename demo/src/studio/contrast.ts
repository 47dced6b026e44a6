import { converter, formatHex, parse, toGamut, wcagContrast, type Oklch, type Rgb } from 'culori';

const rgb = converter('rgb');
const oklch = converter('oklch');
const intoSrgb = toGamut('rgb', 'oklch');

/** A colour as a browser computes it: `rgb()`, `oklab()`, `color(xyz-d65 …)`. Null for what is no colour. */
function colorOf(css: string): Rgb | null {
  const color = parse(css);
  return color ? rgb(color) : null;
}

/** What is seen where these lie on each other, the lowest first and opaque; eight bits to a channel, as a screen has them. */
export function painted(layers: readonly string[]): string | null {
  const colors = layers.map(colorOf).filter((color) => color !== null);
  return colors.length < layers.length ? null : formatHex(colors.reduce(laidOver));
}

/** As Chromium's painting does it: what is less than nothing is nothing before it is laid over, what is too much is cut after. */
function laidOver(below: Rgb, { r, g, b, alpha = 1 }: Rgb): Rgb {
  const [red, green, blue] = (
    [
      [r, below.r],
      [g, below.g],
      [b, below.b],
    ] as const
  ).map(([own, other]) => Math.min(1, Math.max(0, own) * alpha + other * (1 - alpha))) as [number, number, number];
  return { mode: 'rgb', r: red, g: green, b: blue };
}

/** WCAG 2.2, contrast ratio; both as `painted` gives them. Cut off and not rounded: 4.499 is not 4.5. */
export function ratioOf(one: string, other: string): number {
  return Math.floor(wcagContrast(one, other) * 100) / 100;
}

/** The colour nearest in lightness that has this ratio to another; its hue stays. Null where none has. */
export function nearestPassing(color: string, against: string, need: number): string | null {
  const start = oklch(color);
  if (!start) return null;
  const found = [darker, lighter].flatMap((way) => firstPassing(start, way, against, need) ?? []);
  const [one, other = one] = found;
  if (!one || !other) return null;
  return Math.abs(one.l - start.l) <= Math.abs(other.l - start.l) ? one.hex : other.hex;
}

const STEP = 0.005;
const darker = (l: number): number => l - STEP;
const lighter = (l: number): number => l + STEP;

function firstPassing(
  start: Oklch,
  way: (l: number) => number,
  against: string,
  need: number,
): { l: number; hex: string } | null {
  for (let l = start.l; l > -STEP && l < 1 + STEP; l = way(l)) {
    const hex = formatHex(intoSrgb({ ...start, l: Math.min(1, Math.max(0, l)) }));
    if (ratioOf(hex, against) >= need) return { l, hex };
  }
  return null;
}
