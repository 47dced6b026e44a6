import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { inside, settled } from '../checkout/place.fixture.js';
import { asked } from './otp.fixture.js';

const the = asked();
const root = document.documentElement;

beforeEach(async () => {
  await page.viewport(320, 600);
});

afterEach(async () => {
  root.removeAttribute('style');
  document.body.removeAttribute('style');
  await page.viewport(414, 896);
});

const frame = () => the.input.parentElement as HTMLElement;
const boxes = () => [...frame().querySelectorAll<HTMLElement>('.boxes span')];
const opacity = (pseudo?: string) =>
  getComputedStyle(pseudo ? frame() : (frame().querySelector('.boxes') as Element), pseudo).opacity;

describe('a code of known length', () => {
  it('has a box for each character, and still one field', async () => {
    await the.ask({ length: 6 });
    expect(boxes()).toHaveLength(6);
    expect(frame().querySelectorAll('input')).toHaveLength(1);
    expect([opacity(), opacity('::before')]).toEqual(['1', '0']);
  });

  it.each([{}, { length: 9 }])('is not drawn as boxes when it is unknown, or long: %j', async (action) => {
    await the.ask(action);
    expect(boxes()).toEqual([]);
    expect(opacity('::before')).toBe('1');
  });

  it('that is filled with more than it has is not cut, and drawn plain', async () => {
    await the.ask({ length: 6 });
    the.fill('12345678');
    await settled(the.otp);
    expect(boxes()).toEqual([]);
    expect(the.input.value).toBe('12345678');
    the.fill('123');
    await settled(the.otp);
    expect(boxes()).toHaveLength(6);
  });
});

describe('one plain field', () => {
  it('is asked for with an attribute', async () => {
    await the.ask({ length: 6 });
    the.otp.setAttribute('look', 'plain');
    await settled(the.otp);
    expect(boxes()).toEqual([]);
  });

  it('or by a stylesheet alone', async () => {
    document.body.style.setProperty('--florin-otp-boxes', '0');
    await the.ask({ length: 6 });
    expect([opacity(), opacity('::before')]).toEqual(['0', '1']);
  });
});

describe.each([
  ['16px', 4],
  ['16px', 6],
  ['16px', 8],
  ['32px', 6],
  ['32px', 8],
])('on a screen of 320 px, with text of %s, a code of %i', (size, length) => {
  it.each(['en', 'ar'])('fits, and each character stands in its box: %s', async (locale) => {
    root.style.setProperty('font-size', size);
    document.body.dir = locale === 'ar' ? 'rtl' : 'ltr';
    await the.ask({ length }, { locale });
    await the.type('12345678'.slice(0, length));
    expect(root.scrollWidth).toBeLessThanOrEqual(320);
    expect(the.input.scrollWidth).toBe(the.input.clientWidth);
    expect(the.input.scrollLeft).toBe(0);
    const { fontSize, letterSpacing, paddingLeft } = getComputedStyle(the.input);
    const [first, second] = boxes().map((box) => box.getBoundingClientRect());
    const step = (second?.left ?? 0) - (first?.left ?? 0);
    // The fonts here are all of one width: 0.6 of their size, more or less.
    const character = step - Number.parseFloat(letterSpacing);
    expect(character / Number.parseFloat(fontSize)).toBeCloseTo(0.6, 1);
    expect(first?.width).toBeGreaterThan(character);
    expect(Number.parseFloat(paddingLeft) + character / 2).toBeCloseTo((first?.width ?? 0) / 2, 0);
    document.body.removeAttribute('dir');
  });
});

it.each([
  ['en', 'left'],
  ['ar', 'right'],
] as const)('begins where its label does, and has a ring as wide as the boxes: %s', async (locale, side) => {
  document.body.dir = locale === 'ar' ? 'rtl' : 'ltr';
  await the.ask({ length: 6 }, { locale });
  await the.type('123456');
  const edges = frame().getBoundingClientRect();
  const label = inside(the.otp).getByText(the.english['otp.label']).getBoundingClientRect();
  expect(edges[side]).toBeCloseTo(label[side], 0);
  expect(edges.left).toBeCloseTo(boxes().at(0)?.getBoundingClientRect().left ?? 0, 0);
  expect(edges.right).toBeCloseTo(boxes().at(-1)?.getBoundingClientRect().right ?? 0, 0);
  expect([frame(), the.input].map((element) => getComputedStyle(element).outlineStyle)).toEqual(['solid', 'none']);
  document.body.removeAttribute('dir');
});

it('is as high as a finger is wide', async () => {
  await the.ask({ length: 6 });
  await userEvent.click(the.input);
  expect(the.input.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});
