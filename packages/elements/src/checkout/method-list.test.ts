import { afterEach, expect, it, vi } from 'vitest';
import { drawableMethods } from './method-list.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it('keeps the order, and the first card is always the same one', () => {
  const methods = drawableMethods([
    { type: 'qr' },
    { type: 'card', label: 'Card' },
    { type: 'card', label: 'Meal card' },
  ]);
  expect(methods.map(({ key, label }) => [key, label])).toEqual([
    ['qr-0', undefined],
    ['card-0', 'Card'],
    ['card-1', 'Meal card'],
  ]);
});

it('leaves out what it cannot draw, and says so once', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  for (let round = 0; round < 3; round += 1)
    expect(drawableMethods([{ type: 'carrier_pigeon' }, { type: 'card' }]).map(({ key }) => key)).toEqual(['card-0']);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"carrier_pigeon"'));
});

it('may be left with nothing', () => {
  expect(drawableMethods([])).toEqual([]);
});
