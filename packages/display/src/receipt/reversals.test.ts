import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { returnedOf } from './reversals.js';

const early = { amount: 500, at: '2026-11-22T09:00:00Z' };
const late = { amount: 1500, at: '2026-12-01T09:00:00+02:00' };

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

it('refunds and charge-backs stand in the order of their dates, and what is left is said', () => {
  const { lines, net } = returnedOf(5000, { refunds: [late], chargeBacks: [early] });
  expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['charged_back', 500],
    ['refunded', 1500],
  ]);
  expect(net).toBe(3000);
});

it('of what went back whole nothing is left', () => {
  expect(returnedOf(1500, { refunds: [late], chargeBacks: [] }).net).toBe(0);
});

it('more than was paid: the lines are shown, and no sum', () => {
  const { lines, net } = returnedOf(1500, { refunds: [late], chargeBacks: [late] });
  expect([lines.length, net]).toEqual([2, null]);
});

it('beside what cannot be read no sum is right', () => {
  expect(returnedOf(5000, { refunds: [early], chargeBacks: null })).toMatchObject({
    lines: [{ amount: 500 }],
    net: null,
  });
  expect(returnedOf(5000, { refunds: null, chargeBacks: [] })).toEqual({ lines: [], net: null });
});

describe('a status that knows more than the lines', () => {
  it.each([
    ['partially_refunded', 'refunded'],
    ['refunded', 'refunded'],
    ['partially_charged_back', 'charged_back'],
    ['charged_back', 'charged_back'],
  ])('%s: %s of an amount that is not known, and no sum', (status, kind) => {
    const none = { amount: null, at: null };
    expect(returnedOf(5000, { refunds: [], chargeBacks: [], status })).toEqual({
      lines: [{ kind, ...none }],
      net: null,
    });
  });

  it('is not needed where there are lines of its kind', () => {
    expect(returnedOf(5000, { refunds: [early], chargeBacks: [], status: 'partially_refunded' }).net).toBe(4500);
  });

  it('has no amount, and no sum, where the lines do not agree with it', () => {
    expect(returnedOf(5000, { refunds: [early], chargeBacks: [], status: 'refunded' })).toEqual({
      lines: [{ kind: 'refunded', amount: null, at: null }],
      net: null,
    });
  });

  it('stands beside what was refunded before', () => {
    expect(returnedOf(5000, { refunds: [early], chargeBacks: [], status: 'charged_back' })).toEqual({
      lines: [
        { kind: 'refunded', ...early },
        { kind: 'charged_back', amount: null, at: null },
      ],
      net: null,
    });
  });

  it('does not speak of a dispute that was won', () => {
    expect(returnedOf(5000, { refunds: [], chargeBacks: [late], status: 'completed' })).toEqual({
      lines: [],
      net: null,
    });
    const part = returnedOf(5000, { refunds: [early], chargeBacks: [late], status: 'partially_refunded' });
    expect(part).toEqual({ lines: [{ kind: 'refunded', ...early }], net: null });
  });

  it.each(['completed', 'constructor', ''])('%j knows no more', (status) => {
    expect(returnedOf(5000, { refunds: [], chargeBacks: [], status })).toEqual({ lines: [], net: 5000 });
  });
});

it('what went back and what is left are what was paid, or nothing is said to be left', () => {
  const reversal = fc.record({
    amount: fc.integer({ min: 1, max: 10_000 }),
    at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  });
  const reversals = fc.array(reversal, { maxLength: 5 });
  const statuses = fc.constantFrom(
    undefined,
    'completed',
    'partially_refunded',
    'refunded',
    'partially_charged_back',
    'charged_back',
  );
  const said = fc.record({ refunds: reversals, chargeBacks: reversals, status: statuses });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), said, (amount, { refunds, chargeBacks, status }) => {
      const { lines, net } = returnedOf(amount, { refunds, chargeBacks, status });
      const sum = lines.reduce((all, line) => all + (line.amount ?? 0), 0);
      const isAllSaid = lines.length === refunds.length + chargeBacks.length;
      const isKnown = lines.every((line) => line.amount !== null);
      expect(net).toBe(isAllSaid && isKnown && sum <= amount ? amount - sum : null);
    }),
    { numRuns: 2_000 },
  );
});
