import type { FlorinCard } from '../card/card.js';

type Looks = Pick<FlorinCard, 'labels' | 'inputs' | 'cardPicture'>;

const names = ['labels', 'inputs', 'cardPicture'] as const;
const own = new WeakMap<FlorinCard, Partial<Looks>>();

/** What the checkout says of its fields wins over what the page says of its card, until it is taken back. */
export function dressCard(card: FlorinCard, said: Partial<Looks>): void {
  const kept: Record<string, unknown> = own.get(card) ?? {};
  own.set(card, kept);
  for (const name of names) {
    const isKept = name in kept;
    if (said[name]) {
      if (!isKept) kept[name] = card[name];
      Object.assign(card, { [name]: said[name] });
    } else if (isKept) {
      Object.assign(card, { [name]: kept[name] });
      delete kept[name];
    }
  }
}
