import * as fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fieldOf, mount, shown } from './card.fixture.js';

/** What a customer takes the field for: digits, and a selection among them. */
interface Digits {
  digits: string;
  from: number;
  to: number;
  /** A gap alone may be selected: there is no digit in it, and still it is no caret. */
  isCaret: boolean;
}

const digitsIn = (text: string) => text.replace(/\D/g, '');

function read(input: HTMLInputElement): Digits {
  const { value, selectionStart, selectionEnd } = input;
  const placeOf = (caret: number | null) => digitsIn(value.slice(0, caret ?? 0)).length;
  return {
    digits: digitsIn(value),
    from: placeOf(selectionStart),
    to: placeOf(selectionEnd),
    isCaret: selectionStart === selectionEnd,
  };
}

/** The digits and the caret after a key that edits; null for a key that only moves. */
function edited({ digits, from, to, isCaret }: Digits, key: string): { digits: string; caret: number } | null {
  const replace = (start: number, end: number, text = '') => ({
    digits: digits.slice(0, start) + text + digits.slice(end),
    caret: start + text.length,
  });
  if (/^.$/.test(key)) return replace(from, to, digitsIn(key));
  if (key === '{Backspace}') return isCaret ? replace(Math.max(0, from - 1), from) : replace(from, to);
  if (key === '{Delete}') return isCaret ? replace(from, from + 1) : replace(from, to);
  return null;
}

const keys = fc.constantFrom(
  ...'0123456789x ',
  '{Backspace}',
  '{Delete}',
  '{ArrowLeft}',
  '{ArrowRight}',
  '{Home}',
  '{End}',
  '{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}',
);

afterEach(() => {
  document.body.replaceChildren();
});

it('the number is digits with a caret, whatever keys are pressed', { timeout: 60_000 }, async () => {
  const card = await mount();
  const input = fieldOf(card, /Card number/);
  input.focus();
  await fc.assert(
    fc.asyncProperty(fc.array(keys, { minLength: 15, maxLength: 25 }), async (pressed) => {
      card.reset();
      await userEvent.keyboard('378282246');
      for (const key of pressed) {
        const before = read(input);
        const at = shown(input);
        await userEvent.keyboard(key);
        const after = read(input);
        const expected = edited(before, key) ?? { digits: before.digits, caret: after.from };
        expect({ at, key, digits: after.digits, caret: after.from }).toEqual({ at, key, ...expected });
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

it('undo and redo go through what was typed and invent nothing', async () => {
  const card = await mount();
  const input = fieldOf(card, /Card number/);
  input.focus();
  await userEvent.keyboard('424242{ArrowLeft}1');
  expect(shown(input)).toBe('4242 41|2');
  await userEvent.keyboard('{Control>}zz{/Control}');
  expect(shown(input)).toBe('4242 4|');
  await userEvent.keyboard('{Control>}yy{/Control}');
  expect(shown(input)).toBe('4242 41|2');
  await userEvent.keyboard('{Control>}zzzzzzzzz{/Control}');
  expect(shown(input)).toBe('|');
  await userEvent.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
  expect(shown(input)).toBe('4|');
  await userEvent.keyboard('5{Control>}y{/Control}');
  expect(shown(input)).toBe('45|');
  await userEvent.keyboard('{Control>}az{/Control}');
  expect(shown(input)).toBe('4|');
});
