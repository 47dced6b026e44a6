import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { seenInterval, unseenInterval } from './read-intervals.js';

const pollInterval = 2_000;
const MINUTE = 60_000;

/** When a provider is asked, ms after nothing has been new any more. */
function asked(until: number): number[] {
  const times: number[] = [];
  for (let at = seenInterval({ pollInterval }, 0); at <= until; at += seenInterval({ pollInterval }, at))
    times.push(at);
  return times;
}

it('a page that is left open asks ever more rarely', () => {
  expect(asked(10 * MINUTE).length).toBeLessThan(45);
  const days = asked(3 * 24 * 60 * MINUTE);
  expect(days.slice(-2).reduce((one, next) => next - one)).toBe(5 * MINUTE);
});

it('what has changed is learnt late by an eighth of the wait at most, and never by more than five minutes', () => {
  const times = asked(24 * 60 * MINUTE);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 * 60 * MINUTE }), (changed) => {
      const late = (times.find((at) => at >= changed) ?? Infinity) - changed;
      expect(late).toBeLessThanOrEqual(Math.max(pollInterval, Math.min(changed / 8, 5 * MINUTE)));
    }),
  );
});

it('nobody is asked more often than the server is set to', () => {
  expect(seenInterval({ pollInterval: 10_000 }, 1_000)).toBe(10_000);
});

it('a payment that nobody looks at is asked for from seconds to minutes', () => {
  expect([0, 1, 2, 7, 100].map(unseenInterval)).toEqual([2_000, 2_000, 4_000, 300_000, 300_000]);
});
