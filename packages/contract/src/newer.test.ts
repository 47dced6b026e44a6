import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntentSnapshot } from './intent-snapshot.js';
import { intentStatuses, isFinal, isPaid } from './intent-status.js';
import { newerOf } from './newer.js';

function snapshotOf(overrides: Partial<IntentSnapshot>): IntentSnapshot {
  return {
    id: 'pi_1',
    version: 1,
    status: 'pending',
    amount: { value: 4999, currency: 'EUR', exponent: 2 },
    merchant: { name: 'Atelier Nord' },
    active_attempt: null,
    ...overrides,
  };
}

const snapshots: fc.Arbitrary<IntentSnapshot> = fc
  .record({
    id: fc.oneof({ weight: 9, arbitrary: fc.constant('pi_1') }, { weight: 1, arbitrary: fc.constant('pi_2') }),
    version: fc.nat(8),
    status: fc.constantFrom<string>(...intentStatuses, 'pending', 'pending', 'thinking'),
  })
  .map((said) => snapshotOf(said));

it('never goes backward, whatever is said in whatever order, and however often', () => {
  fc.assert(
    fc.property(fc.array(snapshots, { maxLength: 20 }), (said) => {
      let known: IntentSnapshot | null = null;
      for (const snapshot of said) {
        const next: IntentSnapshot = newerOf(known, snapshot);
        const before: IntentSnapshot = known ?? next;
        expect(next.id).toBe(before.id);
        expect(next.version).toBeGreaterThanOrEqual(before.version);
        const isKept = next.status === before.status;
        expect(!isFinal(before.status) || isKept || (isPaid(before.status) && isPaid(next.status))).toBe(true);
        expect(newerOf(next, next)).toBe(next);
        known = next;
      }
    }),
    { numRuns: 5000 },
  );
});

it.each([
  ['what is newer', { version: 2, status: 'completed' }, { version: 3, status: 'partially_refunded' }],
  ['the same version said again', { version: 2, status: 'pending' }, { version: 2, status: 'completed' }],
  ['a dispute that was won', { version: 4, status: 'charged_back' }, { version: 5, status: 'completed' }],
  ['a status that nobody knows yet', { version: 1, status: 'pending' }, { version: 2, status: 'thinking' }],
])('%s counts', (_, known, other) => {
  expect(newerOf(snapshotOf(known), snapshotOf(other))).toMatchObject(other);
});

it.each([
  ['what is older', { version: 3, status: 'completed' }, { version: 2, status: 'pending' }],
  ['another payment', { version: 1 }, { id: 'pi_2', version: 9 }],
  ['a failure after it was paid', { version: 2, status: 'completed' }, { version: 3, status: 'failed' }],
  ['a payment after it failed', { version: 2, status: 'failed' }, { version: 3, status: 'completed' }],
])('%s does not', (_, known, other) => {
  expect(newerOf(snapshotOf(known), snapshotOf(other))).toMatchObject(known);
});

describe('of the same version, what says no more how much went back does not count', () => {
  const refunds = [{ amount: 1000, at: '2026-11-21T12:00:00Z' }];
  const known = snapshotOf({ version: 2, status: 'partially_refunded', refunds });

  it.each([
    ['the same, without its lines', { version: 2, refunds: null }, refunds],
    ['the same, with others', { version: 2, refunds: [] }, []],
    ['what is newer', { version: 3, refunds: null }, null],
    ['another status', { version: 2, status: 'refunded', refunds: null }, null],
  ])('%s', (_, other, lines) => {
    expect(newerOf(known, { ...known, ...other }).refunds).toEqual(lines);
  });
});
