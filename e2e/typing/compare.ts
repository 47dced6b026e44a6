import { type FieldModel, placeIn } from './field-model.js';
import type { Seen } from './recorder.js';
import type { Step } from './steps.js';

const shown = ({ text, start, end }: Seen) =>
  start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

/** The first difference between what was seen and what the model says, told so that it can be done again; null: none. */
export function differenceIn(sequence: readonly Step[], seen: readonly Seen[], model: FieldModel): string | null {
  const told: string[] = [];
  for (const [index, step] of sequence.entries()) {
    const [before, after] = [seen[index], seen[index + 1]];
    if (!before || !after) return `${[...told, JSON.stringify(step)].join('\n')}\nNothing was seen of this step.`;
    told.push(`${shown(before).padEnd(26)} ${JSON.stringify(step)}`);
    const { text, from, to } = model.expect(step, before, after.raw);
    const got = { text: after.text, from: placeIn(after.text, after.start), to: placeIn(after.text, after.end) };
    if (got.text === text && got.from === from && got.to === to) continue;
    return [
      ...told,
      `expected  ${JSON.stringify({ text, from, to })}  (places count digits)`,
      `got       ${JSON.stringify(got)}  ${shown(after)}`,
    ].join('\n');
  }
  return null;
}
