import { expect, it } from 'vitest';
import { drawMark, linesOf, MARK_HEIGHT } from './index.js';

it('one line stands in the middle of a card, in the largest letters', () => {
  const [line, ...others] = drawMark('visa').lines;
  expect(drawMark('visa')).toMatchObject({ width: 34, size: 11 });
  expect(others).toEqual([]);
  expect(line).toMatchObject({ text: 'VISA' });
  expect(line?.length).toBeLessThan(28);
  expect(line?.y).toBeCloseTo(MARK_HEIGHT / 2 + 0.36 * 11, 9);
});

it('two lines stand above each other, in letters of one size', () => {
  const { size, lines } = drawMark('mastercard');
  const [first, second] = lines;
  expect(lines.map(({ text }) => text)).toEqual(['Master', 'card']);
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(size + 0.5, 9);
  expect(Math.max(...lines.map(({ length }) => length))).toBeCloseTo(28, 9);
});

it('a long name makes the card wider, and its letters are no smaller than what is read', () => {
  const { width, size, lines } = drawMark('the_card_of_a_very_small_town');
  expect(size).toBe(6);
  expect(width).toBeGreaterThan(34);
  for (const { length } of lines) expect(length).toBeLessThanOrEqual(width - 6);
});

it.each([
  ['humo', ['Humo']],
  ['the_card_of_a_town', ['The Card', 'Of A Town']],
  ['uzcardplus', ['Uzcar', 'dplus']],
])('%s, which nobody here knows, is written %j', (brand, lines) => {
  expect(linesOf(brand)).toEqual(lines);
});
