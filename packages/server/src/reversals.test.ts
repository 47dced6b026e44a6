import type { Reading } from '@florin/providers';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyReading } from './apply-reading.js';
import { paidAttempt, type IntentRecord, type KeptReversal } from './intent-record.js';
import { intentWith, sentAttempt } from './intent-record.fixture.js';
import { completed } from './scripted-gateway.fixture.js';

const context = { gateway: 'g', attemptId: 'pa_1', unreceivedAfter: 100, fallbackId: 'pa_f' };
const apply = (intent: IntentRecord, reading: Reading, now = 0) => applyReading(intent, reading, { ...context, now });
const paid = apply(intentWith(sentAttempt), completed(), 10);
const whole = paid.amount.value;
const after = (status: string, more: Omit<Reading, 'status' | 'attempt'> = {}): Reading => ({
  ...completed(),
  status,
  ...more,
});
const sum = (lines: readonly KeptReversal[] = []) => lines.reduce((total, { amount }) => total + amount, 0);

it('when it was paid is when that was read first', () => {
  expect(paid.completedAt).toBe(10);
  expect(apply(paid, completed(), 20)).toBe(paid);
  expect(apply(paid, after('refunded'), 20).completedAt).toBe(10);
});

describe('what went back', () => {
  it('is a line for each time that more of it was read, dated with that time', () => {
    const once = apply(paid, after('partially_refunded', { refunded: { minor: 1000 } }), 20);
    const twice = apply(once, after('partially_refunded', { refunded: { major: 15.5 } }), 30);
    expect(twice).toMatchObject({
      status: 'partially_refunded',
      refunds: [
        { amount: 1000, at: 20 },
        { amount: 550, at: 30 },
      ],
    });
    // The status is the same, and still there is news.
    expect(twice).not.toBe(once);
    expect(apply(twice, after('partially_refunded', { refunded: { minor: 1000 } }), 40)).toBe(twice);
    expect(apply(twice, after('refunded'), 50).refunds?.at(-1)).toEqual({ amount: whole - 1550, at: 50 });
  });

  it('is not known where only the word for a part is said', () => {
    const part = apply(paid, after('partially_refunded'));
    expect(part.status).toBe('partially_refunded');
    expect(part.refunds).toBeUndefined();
  });

  it('to the bank stands beside what was refunded before', () => {
    const part = apply(paid, after('partially_refunded', { refunded: { minor: 1000 } }), 20);
    const taken = { refunded: { minor: 1000 }, charged_back: { minor: whole - 1000 } };
    expect(apply(part, after('charged_back', taken), 30)).toMatchObject({
      status: 'partially_charged_back',
      refunds: [{ amount: 1000, at: 20 }],
      chargeBacks: [{ amount: whole - 1000, at: 30 }],
    });
  });

  it('to the bank after a refund is not all of it, where nobody says how much it was', () => {
    const part = apply(paid, after('partially_refunded', { refunded: { minor: 1000 } }), 20);
    const taken = apply(part, after('charged_back'), 30);
    expect(taken).toMatchObject({ status: 'charged_back', refunds: [{ amount: 1000, at: 20 }] });
    expect(taken.chargeBacks).toBeUndefined();
    // Until somebody does.
    expect(apply(taken, after('charged_back', { charged_back: { minor: 2000 } }), 40)).toMatchObject({
      status: 'partially_charged_back',
      chargeBacks: [{ amount: 2000, at: 40 }],
    });
  });

  it('of a payment that is not paid is none', () => {
    const failed = { ...intentWith({ ...sentAttempt, status: 'failed' }), status: 'failed' };
    const reading: Reading = { status: 'refunded', refunded: { minor: 1000 }, attempt: null };
    expect(apply(failed, reading)).toBe(failed);
  });
});

describe('the status agrees with the amounts', () => {
  it('a part that is the whole is no part', () => {
    const all = apply(paid, after('partially_refunded', { refunded: { minor: whole } }));
    expect([all.status, sum(all.refunds)]).toEqual(['refunded', whole]);
  });

  it('"refunded" is a part where the amount is one', () => {
    const part = apply(paid, after('refunded', { refunded: { minor: 1000 } }));
    expect([part.status, sum(part.refunds)]).toEqual(['partially_refunded', 1000]);
  });

  it('and says it where the provider still calls the payment paid', () => {
    const part = apply(paid, after('completed', { refunded: { minor: 1000 } }));
    expect([part.status, sum(part.refunds)]).toEqual(['partially_refunded', 1000]);
  });

  it('that all of it went back, of which no amount was kept, is not taken back by a smaller one', () => {
    const { completedAt: _unknown, ...older } = { ...paid, status: 'refunded' };
    expect(apply(older, after('refunded', { refunded: { minor: 1000 } }))).toBe(older);
    expect(sum(apply(older, after('refunded')).refunds)).toBe(whole);
  });
});

it('what was paid twice and is given back once says nothing of the purchase', () => {
  const first = { ...sentAttempt, status: 'completed', providerId: 'att_1' };
  const twice = { ...intentWith(first, { ...first, id: 'pa_2', providerId: 'att_2' }), status: 'completed' };
  expect(apply(twice, after('refunded'))).toBe(twice);
  expect(apply(twice, after('partially_refunded', { refunded: { minor: 1000 } }))).toBe(twice);
});

it('the attempt that was paid is asked about, though another was begun after it', () => {
  const later = { ...sentAttempt, id: 'pa_2', status: 'failed' };
  expect(paidAttempt({ ...paid, attempts: [...paid.attempts, later] })?.id).toBe('pa_1');
  expect(paidAttempt(intentWith(later))).toBeNull();
});

describe('any readings, in any order, any number of times', () => {
  const total = fc.oneof(fc.nat(whole), fc.constantFrom(-1, 0.5, whole + 1, Number.NaN));
  const amount = fc.oneof(fc.record({ minor: total }), fc.record({ major: total.map((minor) => minor / 100) }));
  const reading: fc.Arbitrary<Reading> = fc.record(
    {
      status: fc.constantFrom(
        'pending',
        'completed',
        'partially_refunded',
        'refunded',
        'partially_charged_back',
        'charged_back',
        'thinking',
      ),
      attempt: fc.constantFrom(null, completed().attempt),
      refunded: amount,
      charged_back: amount,
    },
    { requiredKeys: ['attempt'] },
  );
  const minorOf = (said: Reading['refunded']): number => {
    const value = !said ? 0 : 'minor' in said ? said.minor : Math.round(said.major * 1e8) / 1e6;
    return Number.isInteger(value) && value > 0 && value <= whole ? value : 0;
  };
  /** What is known after them. That all of it was refunded is known by the word alone only while nothing was charged back. */
  const largest = (readings: Reading[]) =>
    readings.reduce<[number, number]>(
      ([refunds, chargeBacks], each) => {
        const [back, taken] = [minorOf(each.refunded), minorOf(each.charged_back)];
        const isUnsaid = back === 0 && taken === 0;
        const allBack = isUnsaid && chargeBacks === 0 && each.status === 'refunded' ? whole : back;
        return [Math.max(refunds, allBack), Math.max(chargeBacks, taken)];
      },
      [0, 0],
    );
  const ranks = [['completed'], ['partially_refunded', 'refunded'], ['partially_charged_back', 'charged_back']];
  const rankOf = (status: string) => ranks.findIndex((words) => words.includes(status));

  it('the lines come to the largest total that was said, never to more than was paid, and none is taken back', () => {
    const holds = fc.property(fc.array(reading, { maxLength: 6 }), (readings) => {
      let intent = paid;
      // Each one twice, and all of them once more.
      const all = [...readings.flatMap((each) => [each, each]), ...readings];
      const grows = all.every((each, index) => {
        const next = apply(intent, each, 100 + index);
        const kept = (before: readonly KeptReversal[] = [], now: readonly KeptReversal[] = []) =>
          before.every((line, place) => now[place]?.amount === line.amount && now[place]?.at === line.at);
        const isMonotone =
          kept(intent.refunds, next.refunds) &&
          kept(intent.chargeBacks, next.chargeBacks) &&
          rankOf(next.status) >= rankOf(intent.status);
        intent = next;
        return isMonotone;
      });
      const sums = [sum(intent.refunds), sum(intent.chargeBacks)];
      const lines = [...(intent.refunds ?? []), ...(intent.chargeBacks ?? [])];
      const isFull = { refunded: sums[0] === whole, charged_back: sums[1] === whole };
      const agrees =
        (intent.status !== 'partially_refunded' || !isFull.refunded) &&
        (intent.status !== 'partially_charged_back' || !isFull.charged_back) &&
        (intent.status !== 'completed' || lines.length === 0);
      return (
        grows &&
        agrees &&
        lines.every((line) => Number.isSafeInteger(line.amount) && line.amount > 0) &&
        JSON.stringify(sums) === JSON.stringify(largest(all))
      );
    });
    expect(fc.check(holds, { numRuns: 1_000 }).counterexample).toBeNull();
  });
});
