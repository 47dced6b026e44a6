/** Numbers that look random and follow from the seed (mulberry32). */
export function randomOf(seed: number): { below(limit: number): number; of<Item>(items: readonly Item[]): Item } {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, of: (items) => items[below(items.length)] as never };
}

/** `FLORIN_SEED` repeats a run; else each run is another. */
export const seed = Number(process.env['FLORIN_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
