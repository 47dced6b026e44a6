import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnedOf } from './reversals.js';

const early = { amount: 500, at: '2026-11-22T09:00:00Z' };
const late = { amount: 1500, at: '2026-12-01T09:00:00+02:00' };

it('refunds and charge-backs stand in the order of their dates, and what is left is said', () => {
  const { lines, net } = returnedOf(5000, { refunds: [late], chargeBacks: [early] });
  expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['charge_back', 500],
    ['refund', 1500],
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
    ['partially_refunded', 'refund'],
    ['refunded', 'refund'],
    ['partially_charged_back', 'charge_back'],
    ['charged_back', 'charge_back'],
  ])('%s: %s of an amount that is not known, and no sum', (status, kind) => {
    const none = { amount: null, at: null };
    expect(returnedOf(5000, { refunds: [], chargeBacks: [], status })).toEqual({
      lines: [{ kind, ...none }],
      net: null,
    });
  });

  it('is not needed where there are lines of its kind', () => {
    expect(returnedOf(5000, { refunds: [early], chargeBacks: [], status: 'partially_refunded' }).net).toBe(4500);
    expect(returnedOf(5000, { refunds: [early], chargeBacks: [], status: 'charged_back' }).net).toBe(null);
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
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), reversals, reversals, (amount, refunds, chargeBacks) => {
      const { lines, net } = returnedOf(amount, { refunds, chargeBacks });
      const sum = lines.reduce((all, line) => all + (line.amount ?? 0), 0);
      expect(lines.length).toBe(refunds.length + chargeBacks.length);
      expect(net).toBe(sum > amount ? null : amount - sum);
    }),
  );
});
