/** The same numbers each time, from a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const colors = [
  'colorPrimary',
  'colorBackground',
  'colorText',
  'colorDanger',
  'colorSuccess',
  'colorWarning',
  'colorOnPrimary',
  'colorTextSecondary',
  'colorBorder',
  'colorSelected',
  'colorDangerBackground',
  'focusColor',
  'fieldBackground',
  'fieldText',
  'fieldBorderColor',
  'buttonBackground',
  'buttonBackgroundHover',
  'buttonText',
  'methodBackground',
  'methodBackgroundSelected',
  'methodBorderColor',
];

/** Tiny and huge. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  fontSizeBase: [6, 40],
  spacingUnit: [0, 20],
  borderRadius: [0, 60],
  borderWidth: [0, 12],
  fieldHeight: [10, 120],
  buttonHeight: [10, 120],
  focusWidth: [1, 16],
};

/** Settings of the studio's address: any hue, colours that are nearly the same, half transparent ones, tiny and huge sizes. */
export function extremeThemes(count: number, seed: number): Record<string, string>[] {
  const next = numbers(seed);
  const between = (from: number, to: number) => from + next() * (to - from);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const anyColor = (): string =>
    pick([
      () =>
        `#${Math.floor(next() * 0x1_00_00_00)
          .toString(16)
          .padStart(6, '0')}`,
      // Wider than a screen.
      () => `oklch(${next().toFixed(3)} ${between(0, 0.37).toFixed(3)} ${Math.floor(between(0, 360))})`,
      () => `hsl(${Math.floor(between(0, 360))} 100% ${Math.floor(between(0, 100))}%)`,
      () => `rgb(${Math.floor(between(0, 255))} 40 120 / ${Math.floor(between(5, 100))}%)`,
    ])();

  return Array.from({ length: count }, () => {
    const base = between(0, 0.98);
    const hue = Math.floor(between(0, 360));
    const alike = () => `oklch(${(base + between(0, 0.02)).toFixed(3)} 0.05 ${hue})`;
    const color = next() < 0.25 ? alike : anyColor;
    const inScheme = () => (next() < 0.5 ? color() : `light-dark(${color()}, ${color()})`);
    const theme: Record<string, string> = { look: pick(['clean', 'outlined', 'soft', 'dense']) };
    const share = next() < 0.5 ? 0.2 : 0.8;
    for (const [index, name] of colors.entries()) if (next() < (index < 4 ? 0.8 : share / 2)) theme[name] = inScheme();
    for (const [name, [from, to]] of Object.entries(sizes))
      if (next() < 0.5) theme[name] = `${Math.round(between(from, to))}px`;
    return theme;
  });
}
