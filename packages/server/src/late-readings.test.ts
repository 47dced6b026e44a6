import type { IntentStatus } from '@florin/contract';
import type { AttemptReading, Reading } from '@florin/providers';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmOf } from './alarm.js';
import { applyReading } from './apply-reading.js';
import { isLive, undecidedAttempt, type IntentRecord } from './intent-record.js';
import { intentWith, sentAttempt } from './intent-record.fixture.js';
import { attempt, completed, declined } from './scripted-gateway.fixture.js';

const context = { gateway: 'g', attemptId: 'pa_1', now: 0, unreceivedAfter: 100, fallbackId: 'pa_f' };
const apply = (intent: IntentRecord, reading: Reading, attemptId = 'pa_1') =>
  applyReading(intent, reading, { ...context, attemptId });
const applyAll = (readings: readonly Reading[]) =>
  readings.reduce((intent, reading) => apply(intent, reading), intentWith(sentAttempt));
const live = intentWith(sentAttempt);

const challenge = { type: 'iframe', url: 'https://bank.example/', origin: 'https://bank.example' } as const;
const asked = (fields: Partial<AttemptReading> = {}) => attempt({ status: 'action_required', ...fields });

describe('a provider that numbers or dates its answers', () => {
  it('an older answer changes nothing, an equal one and one without a number are taken', () => {
    const known = apply(live, asked({ next_action: { type: 'otp' }, revision: 5 }));
    expect(known.attempts[0]).toMatchObject({ status: 'action_required', revision: 5 });
    expect(apply(known, attempt({ revision: 4 }))).toBe(known);
    expect(apply(known, { ...attempt({ revision: 4 }), status: 'failed' })).toBe(known);
    for (const revision of [{ revision: 5 }, { revision: 6 }, {}])
      expect(apply(known, attempt(revision)).attempts[0]?.status).toBe('processing');
  });

  it('but that money was taken is true whenever it is said', () => {
    const known = apply(live, attempt({ revision: 5 }));
    expect(apply(known, completed({ revision: 4 }))).toMatchObject({
      status: 'completed',
      attempts: [{ status: 'completed' }],
    });
  });

  it('what the customer is asked for is taken from an older answer, where the newer one does not repeat it', () => {
    const known = apply(live, asked({ revision: 5 }));
    expect(apply(known, asked({ revision: 4, next_action: challenge })).attempts[0]).toMatchObject({
      status: 'action_required',
      nextAction: challenge,
      revision: 5,
    });
    const moved = apply(live, attempt({ revision: 5 }));
    expect(apply(moved, asked({ revision: 4, next_action: challenge }))).toBe(moved);
  });

  it('the numbers of one attempt say nothing of another', () => {
    const second = { ...sentAttempt, id: 'pa_2', providerId: 'att_2' };
    const first = { ...sentAttempt, status: 'failed', providerId: 'att_1', revision: 9 };
    const next = apply(intentWith(first, second), asked({ id: 'att_2', revision: 1 }), 'pa_2');
    expect(next.attempts[1]).toMatchObject({ status: 'action_required', revision: 1 });
    const failedOver = apply(intentWith({ ...first, status: 'processing' }), attempt({ id: 'att_3', revision: 1 }));
    expect(failedOver.attempts[1]).toMatchObject({ providerId: 'att_3', revision: 1 });
  });
});

type Step = (revision: number) => Reading;
const processing: Step = (revision) => attempt({ revision });
const unsure: Step = (revision) => attempt({ revision, uncertain: true });
const asking: Step = (revision) => asked({ revision, next_action: { type: 'otp', attempts_left: revision } });
const refusing: Step = (revision) => declined('INSUFFICIENT_BALANCE', { revision });
const givingUp: Step = (revision) => attempt({ status: 'cancelled', revision });
const paying =
  (status: IntentStatus): Step =>
  (revision) => ({ ...completed({ revision }), status });

/** Everything a provider may say of one attempt, in order: also that it was paid after all, and what became of the money. */
const life: fc.Arbitrary<Reading[]> = fc
  .record({
    before: fc.array(fc.constantFrom(processing, asking, unsure), { maxLength: 4 }),
    sure: fc.constantFrom(processing, asking),
    end: fc.constantFrom<Step[]>([], [refusing], [givingUp]),
    paid: fc.boolean(),
    after: fc.subarray<IntentStatus>(['partially_refunded', 'refunded', 'partially_charged_back', 'charged_back']),
    gap: fc.integer({ min: 1, max: 1_000 }),
  })
  .map(({ before, sure, end, paid, after, gap }) => {
    const money: IntentStatus[] = paid ? ['completed', ...after] : [];
    return [...before, sure, ...end, ...money.map(paying)].map((step, index) => step((index + 1) * gap));
  });

/** Each answer arrives, some of them twice, in any order. */
const arrivals = life.chain((inOrder) =>
  fc.array(fc.constantFrom(...inOrder), { maxLength: 6 }).chain((again) =>
    fc.record({
      inOrder: fc.constant(inOrder),
      arrived: fc.shuffledSubarray([...inOrder, ...again], { minLength: inOrder.length + again.length }),
    }),
  ),
);

// Thousands of lives take seconds, and more on a machine that does something else besides.
it('in whatever order its answers arrive, and however often, the record ends the same', { timeout: 60_000 }, () => {
  const same = fc.property(arrivals, ({ inOrder, arrived }) => {
    expect(applyAll(arrived)).toEqual(applyAll(inOrder));
  });
  fc.assert(same, { numRuns: 3_000 });
});

it('when its newest answer is that it does not know, nobody knows, in whatever order', () => {
  const doubts = fc.property(arrivals, fc.nat(), ({ inOrder, arrived }, at) => {
    fc.pre(!inOrder.some((reading) => ['completed', 'failed', 'cancelled'].includes(reading.attempt?.status ?? '')));
    const place = at % (arrived.length + 1);
    const intent = applyAll([...arrived.slice(0, place), unsure(1_000_000), ...arrived.slice(place)]);
    expect(intent.attempts.map(({ uncertain }) => uncertain)).toEqual([true]);
    expect(undecidedAttempt(intent)).toBe(intent.attempts[0]);
  });
  fc.assert(doubts, { numRuns: 1_000 });
});

describe('paid after all', () => {
  const failed = { ...sentAttempt, status: 'failed', providerId: 'att_1' };
  const second = { ...sentAttempt, id: 'pa_2', providerId: 'att_2' };

  it.each(['failed', 'cancelled'])('an attempt that was %s completes the intent', (status) => {
    const next = apply(intentWith({ ...failed, status }), completed());
    expect(next).toMatchObject({ status: 'completed', attempts: [{ status: 'completed', failure: null }] });
  });

  it('one that was given up because nobody had heard of it, too', () => {
    const next = apply(intentWith({ ...failed, providerId: null }), attempt({ status: 'completed' }));
    expect(next).toMatchObject({ status: 'completed', attempts: [{ id: 'pa_1', providerId: 'att_1' }] });
  });

  it('the attempt after it is not taken for paid: it is watched on, and the money of both is seen', () => {
    const paid = apply(intentWith(failed, second), completed());
    expect(paid).toMatchObject({ status: 'completed', attempts: [{ status: 'completed' }, { status: 'processing' }] });
    expect(undecidedAttempt(paid)?.id).toBe('pa_2');
    expect(alarmOf(paid)).toBeNull();
    const quiet = apply(paid, declined('GENERIC_DECLINE', { id: 'att_2' }), 'pa_2');
    expect([quiet.status, quiet.attempts.some(isLive), alarmOf(quiet)]).toEqual(['completed', false, null]);
    const twice = apply(paid, completed({ id: 'att_2' }), 'pa_2');
    expect([twice.status, alarmOf(twice)]).toEqual(['completed', 'paid_twice']);
    expect(apply(twice, completed({ id: 'att_2' }), 'pa_2')).toBe(twice);
  });

  it('an earlier one that comes to life again takes no place from the newest', () => {
    const both = intentWith({ ...failed, providerId: null }, second);
    expect(apply(both, attempt())).toBe(both);
    expect(apply(both, attempt({ status: 'completed' })).attempts.map(({ status }) => status)).toEqual([
      'completed',
      'processing',
    ]);
  });

  it.each(['failed', 'expired', 'cancelled'])('of an intent that is %s it is said, and the intent stays', (status) => {
    const next = apply({ ...intentWith(failed), status }, completed());
    expect(next).toMatchObject({ status, attempts: [{ status: 'completed' }] });
    expect(alarmOf(next)).toBe('outcome_contradicts');
  });
});
