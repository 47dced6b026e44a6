// What any keys at all make of a field is in e2e/typing; here stands how undo and redo travel.
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fieldOf, mount, shown } from './card.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
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

it('a key that changes nothing is no step back', async () => {
  const card = await mount();
  const input = fieldOf(card, /Card number/);
  input.focus();
  await userEvent.keyboard('42x {Control>}z{/Control}');
  expect(shown(input)).toBe('4|');
  await userEvent.keyboard('x{Control>}y{/Control}');
  expect(shown(input)).toBe('42|');
});
