import type { Field } from './fields.js';
import { randomOf } from './random.js';

/** One thing that a customer does to a field. */
export type Step =
  /** A key, as in `4`, `ArrowLeft`, `Control+Shift+z`. */
  | { press: string }
  /** Text that comes without keys, as from a phone's keyboard. */
  | { insert: string }
  /** This is copied elsewhere and pasted here. */
  | { paste: string }
  /** This is dragged here and dropped before a character of the text. */
  | { drop: string; at: number };

type Random = ReturnType<typeof randomOf>;

const press =
  (...keys: string[]) =>
  ({ random }: Choice): Step => ({ press: random.of(keys) });

interface Choice {
  random: Random;
  pasted: readonly string[];
}

/** How often each is done: the first number, of all of them. */
const habits: readonly (readonly [number, (choice: Choice) => Step])[] = [
  [30, press(...'0123456789')],
  [4, press('x', ' ', '-', 'é')],
  [12, press('Backspace')],
  [9, press('Delete')],
  [16, press('ArrowLeft', 'ArrowRight')],
  [5, press('Home', 'End')],
  [11, press('Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+Home', 'Shift+End')],
  [2, press('Control+a')],
  [3, press('Control+Backspace', 'Control+Delete')],
  [3, press('Control+x')],
  [2, press('Control+c')],
  [8, press('Control+z')],
  [5, press('Control+y', 'Control+Shift+Z')],
  [2, ({ random }) => ({ insert: random.of(['٤', '۴', '४', '４']) })],
  [3, ({ random, pasted }) => ({ paste: random.of(pasted) })],
];

/** With digits that come in one piece, in the middle of others. */
const inPieces: typeof habits = [
  [3, press('Control+v')],
  [1, ({ random }) => ({ insert: random.of(['۴۲', '４２', '٤٢٤٢']) })],
  [1, ({ random }) => ({ drop: random.of(['42', '4-2 ', 'No. 424242']), at: random.below(24) })],
];

/** What is done with one field, from what stands in it at first. */
export function sequenceOf(seed: number, { starts, pasted, also = [], isWhole = false }: Field): Step[] {
  const random = randomOf(seed);
  const choice = { random, pasted };
  const all = [...habits, ...(isWhole ? [] : inPieces), ...(also.length > 0 ? [[4, press(...also)] as const] : [])];
  const total = all.reduce((sum, [weight]) => sum + weight, 0);
  const start = random.of(starts);
  const steps: Step[] = [{ insert: start.slice(0, 1 + random.below(start.length)) }];
  for (let left = 8 + random.below(9); left > 0; left -= 1) {
    let at = random.below(total);
    const step = all.find(([weight]) => (at -= weight) < 0)?.[1](choice) as Step;
    if (isWhole && 'paste' in step) steps.push({ press: 'Control+a' });
    steps.push(step);
  }
  return steps;
}
