import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPassing, painted, ratioOf } from './contrast.js';

const color = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('what is seen', () => {
  it('is read in every form that a browser computes', () => {
    expect(painted(['rgb(31, 79, 216)'])).toBe('#1f4fd8');
    expect(painted(['color(srgb 1 0 0)'])).toBe('#ff0000');
    expect(painted(['color(xyz-d65 0.9505 1 1.089)'])).toBe('#ffffff');
    expect(painted(['color(xyz-d65 0 0 0)'])).toBe('#000000');
    expect(painted(['oklab(1 0 0)'])).toBe('#ffffff');
  });

  it('is what lies on each other', () => {
    expect(painted(['#ffffff', 'rgba(0, 0, 0, 0.5)'])).toBe('#808080');
    expect(painted(['#ffffff', 'rgba(0, 0, 0, 0)', '#1f4fd8'])).toBe('#1f4fd8');
  });

  it('is cut to what a screen has, as Chromium does it', () => {
    expect(painted(['#ffffff', 'color(srgb -1 0 0 / 0.5)'])).toBe('#808080');
    expect(painted(['#000000', 'color(srgb 1.6 0 0 / 0.5)'])).toBe('#cc0000');
  });

  it('is nothing where a colour is none', () => {
    expect(painted(['#fff', 'inherit'])).toBeNull();
  });
});

describe('contrast', () => {
  it('is that of WCAG 2.2', () => {
    expect(ratioOf('#000000', '#ffffff')).toBe(21);
    expect(ratioOf('#767676', '#ffffff')).toBe(4.54);
    // 4.478: what is almost enough is not said to be.
    expect(ratioOf('#777777', '#ffffff')).toBe(4.47);
  });

  it('is the same both ways, and never less than 1', () => {
    fc.assert(
      fc.property(color, color, (one, other) => {
        expect(ratioOf(one, other)).toBe(ratioOf(other, one));
        expect(ratioOf(one, other)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('the nearest colour that passes', () => {
  it('passes, for words on any colour at all', () => {
    fc.assert(
      fc.property(color, color, (front, back) => {
        const found = nearestPassing(front, back, 4.5);
        expect(found && ratioOf(found, back)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 300 },
    );
  });

  it('is the colour itself where that passes already', () => {
    expect(nearestPassing('#1f4fd8', '#ffffff', 4.5)).toBe('#1f4fd8');
  });

  it('keeps the hue', () => {
    const found = nearestPassing('#ff9ecb', '#ffffff', 4.5) ?? '';
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(found.slice(at, at + 2), 16));
    expect(red).toBeGreaterThan(blue);
    expect(blue).toBeGreaterThan(green);
  });
});
