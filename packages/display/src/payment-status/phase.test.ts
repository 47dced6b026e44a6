import { attemptStatuses, intentStatuses, isFinal, isPaid } from '@florin/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phaseOf } from './phase.js';
import { attemptOf, failedFor, snapshotOf } from './snapshot.fixture.js';

const attempts = fc.oneof(
  fc.constant(null),
  fc
    .record({ status: fc.constantFrom(...attemptStatuses, 'thinking'), uncertain: fc.boolean() })
    .map((said) => attemptOf(said)),
  fc.constantFrom('already_processed', 'unknown_outcome', 'generic_decline').map(failedFor),
);
const snapshots = fc
  .record({ status: fc.constantFrom(...intentStatuses, 'thinking'), active_attempt: attempts })
  .map((said) => snapshotOf(said));

it('what the backend has not said is neither paid nor over, whatever its attempt says', () => {
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      const phase = phaseOf(snapshot);
      expect(phase === 'completed').toBe(isPaid(snapshot.status));
      expect(['failed', 'expired', 'cancelled'].includes(phase) && !isFinal(snapshot.status)).toBe(false);
    }),
  );
});

it.each(['pending', 'failed', 'expired', 'cancelled'])(
  'of a payment that is %s while its provider is not sure nobody says that it may be made again',
  (status) => {
    const unsure = [
      attemptOf({ uncertain: true }),
      attemptOf({ status: 'failed', uncertain: true }),
      failedFor('unknown_outcome'),
    ];
    for (const active_attempt of unsure) expect(phaseOf(snapshotOf({ status, active_attempt }))).toBe('verifying');
  },
);

it('an attempt of a status that nobody knows yet is in progress', () => {
  expect(phaseOf(snapshotOf({ active_attempt: attemptOf({ status: 'thinking' }) }))).toBe('processing');
  expect(phaseOf(snapshotOf({ active_attempt: attemptOf({ status: 'completed' }) }))).toBe('processing');
});
