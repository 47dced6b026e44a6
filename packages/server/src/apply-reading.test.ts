import { isFinal, isPaid } from '@florin/contract';
import type { Reading } from '@florin/providers';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyReading, contradicts } from './apply-reading.js';
import { isLive, type IntentRecord } from './intent-record.js';
import { intentWith, sentAttempt } from './intent-record.fixture.js';
import { attempt, completed, declined } from './scripted-gateway.fixture.js';

const context = { gateway: 'g', attemptId: 'pa_1', now: 0, unreceivedAfter: 100, fallbackId: 'pa_2' };
const apply = (intent: IntentRecord, reading: Reading, more: Partial<typeof context> = {}) =>
  applyReading(intent, reading, { ...context, ...more });
const live = intentWith(sentAttempt);

describe('one reading', () => {
  it('a completed attempt completes the intent', () => {
    const next = apply(live, attempt({ status: 'completed' }));
    expect(next.status).toBe('completed');
    expect(next.attempts[0]).toMatchObject({ status: 'completed', providerId: 'att_1' });
  });

  it('a failed attempt leaves the intent pending', () => {
    const next = apply(live, declined('LOST_CARD'));
    expect(next.status).toBe('pending');
    expect(next.attempts[0]?.failure).toMatchObject({ code: { value: 'LOST_CARD' }, reason: 'blocked' });
  });

  it('"I do not know" takes nothing back', () => {
    const known = apply(live, attempt({ status: 'action_required', next_action: { type: 'otp' } }));
    expect(apply(known, attempt({ uncertain: true })).attempts[0]).toMatchObject({
      status: 'action_required',
      uncertain: true,
      nextAction: { type: 'otp' },
    });
  });

  it('a refund follows a payment, and nothing leads back', () => {
    const paid = apply(live, completed());
    const refunded = apply(paid, { ...completed(), status: 'refunded' });
    expect(refunded.status).toBe('refunded');
    expect(apply(refunded, completed())).toBe(refunded);
    expect(apply(refunded, { ...completed(), status: 'partially_refunded' })).toBe(refunded);
  });

  it('no attempt outlives its payment', () => {
    expect(apply(live, { status: 'expired', attempt: null })).toMatchObject({
      status: 'expired',
      attempts: [{ status: 'failed' }],
    });
    expect(apply(live, { status: 'completed', attempt: null }).attempts[0]?.status).toBe('completed');
  });

  it('a payment that ended otherwise is said, not changed', () => {
    const expired = { ...live, status: 'expired', attempts: [] };
    expect(contradicts(expired, completed())).toBe(true);
    expect(apply(expired, completed())).toBe(expired);
  });
});

describe('an attempt the provider does not show', () => {
  const absent: Reading = { status: 'pending', attempt: null };
  const before = { ...sentAttempt, id: 'pa_0', status: 'failed', providerId: 'att_1' };

  it('is still on its way for a while', () => {
    expect(apply(live, absent, { now: 99 })).toBe(live);
  });
  it('did not take place afterwards', () => {
    expect(apply(live, absent, { now: 100 }).attempts[0]).toMatchObject({
      status: 'failed',
      failure: { reason: 'try_again_later' },
    });
  });
  it('is not taken for an earlier one', () => {
    const second = intentWith(before, sentAttempt);
    expect(apply(second, completed(), { now: 99 }).attempts[1]?.providerId).toBeNull();
  });
});

describe('failover', () => {
  it('shows as a new attempt in place of the old one', () => {
    const known = apply(live, attempt());
    const next = apply(known, attempt({ id: 'att_2', is_fallback: true }));
    expect(next.attempts).toMatchObject([
      { id: 'pa_1', status: 'failed' },
      { id: 'pa_2', status: 'processing', isFallback: true, providerId: 'att_2' },
    ]);
  });

  it('reports 3-D Secure where the provider was told to, however often it fails over', () => {
    const once = apply(apply(live, attempt()), attempt({ id: 'att_2' }));
    const twice = apply(once, attempt({ id: 'att_3' }), { attemptId: 'pa_2', fallbackId: 'pa_3' });
    expect(twice.attempts.map(({ id, nonce }) => [id, nonce])).toEqual([
      ['pa_1', 'n'],
      ['pa_2', 'n'],
      ['pa_3', 'n'],
    ]);
  });
});

describe('any readings, in any order', () => {
  const reading: fc.Arbitrary<Reading> = fc.record(
    {
      status: fc.constantFrom(
        'pending',
        'completed',
        'failed',
        'expired',
        'refunded',
        'partially_refunded',
        'thinking',
      ),
      attempt: fc.option(
        fc.record({
          id: fc.constantFrom('att_1', 'att_2', 'att_3'),
          status: fc.constantFrom('processing', 'action_required', 'completed', 'failed', 'cancelled', 'pondering'),
          uncertain: fc.boolean(),
          is_fallback: fc.boolean(),
          next_action: fc.constantFrom(null, { type: 'otp' as const }),
          failure: fc.constant(null),
        }),
      ),
    },
    { requiredKeys: ['attempt'] },
  );
  const readings = fc.array(fc.tuple(reading, fc.nat(200)), { maxLength: 12 });

  it('what is final stays or was paid, one attempt at most is live, and the same reading twice changes nothing', () => {
    const holds = fc.property(readings, (list) => {
      let intent = live;
      return list.every(([reading, now], index) => {
        const step = { now, fallbackId: `pa_f${index}` };
        const next = apply(intent, reading, step);
        const again = apply(next, reading, { ...step, fallbackId: `pa_g${index}` });
        const kept = intent.attempts.every(
          (attempt) =>
            isLive(attempt) ||
            next.attempts.some((each) => each.id === attempt.id && [attempt.status, 'completed'].includes(each.status)),
        );
        const stays =
          !isFinal(intent.status) || (isPaid(intent.status) ? isPaid(next.status) : next.status === intent.status);
        intent = next;
        return again === next && kept && stays && next.attempts.filter(isLive).length <= 1;
      });
    });
    const result = fc.check(holds, { numRuns: 2000 });
    expect(result.counterexample).toBeNull();
  });
});
