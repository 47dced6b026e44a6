import { expect, it } from 'vitest';
import { challengeWindow } from './challenge-window.js';

const desk = { width: 1280, height: 900 };

it.each([
  ['01', { width: 250, height: 400 }],
  ['02', { width: 390, height: 400 }],
  ['03', { width: 500, height: 600 }],
  ['04', { width: 600, height: 400 }],
  ['05', 'full'],
  [undefined, 'full'],
  ['06', 'full'],
] as const)('%s on a desk', (asked, size) => {
  expect(challengeWindow(asked, desk)).toEqual(size);
});

it('is never larger than the room there is', () => {
  expect(challengeWindow('04', { width: 520, height: 600 })).toEqual({ width: 520, height: 400 });
});

it.each([
  { width: 499, height: 900 },
  { width: 1280, height: 599 },
])('is the whole screen where there is little room: %o', (room) => {
  for (const asked of ['01', '02', '03', '04', '05']) expect(challengeWindow(asked, room)).toBe('full');
});
