import { expect, it } from 'vitest';
import { askedSize, takesWholeScreen } from './challenge-window.js';

it.each([
  ['01', { width: 250, height: 400 }],
  ['02', { width: 390, height: 400 }],
  ['03', { width: 500, height: 600 }],
  ['04', { width: 600, height: 400 }],
  ['05', null],
  [undefined, null],
  ['06', null],
  ['constructor', null],
] as const)('%s asks for %o', (asked, size) => {
  expect(askedSize(asked)).toEqual(size);
});

it.each([
  [{ width: 499, height: 900 }, true],
  [{ width: 1280, height: 599 }, true],
  [{ width: 500, height: 600 }, false],
])('a screen of %o is small: %s', (viewport, isSmall) => {
  expect(takesWholeScreen(viewport)).toBe(isSmall);
});
