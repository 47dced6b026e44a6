import type { Amount } from '@florin/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provider as milkyPay } from './milky-pay/index.js';
import { provider as paymentIntents, readRefunded } from './payment-intents/index.js';
import type { Reading } from './provider.js';
import { provider as purse } from './purse/index.js';
import { reversedIn, statusWith, sumOf, totalOf, withTotal, type Reversed } from './reversals.js';

const euros: Amount = { value: 4999, currency: 'EUR', exponent: 2 };
const said = ({ status, refunded, charged_back }: Reading) => ({ status, refunded, charged_back });

describe('a total', () => {
  it.each([
    [0, 0],
    [12.5, 12.5],
    [49.99, 49.99],
    [50, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
    [Infinity, undefined],
    ['12.50', undefined],
    [null, undefined],
    [{}, undefined],
  ])('of 49.99: %j', (value, total) => {
    expect(totalOf(value, 49.99)).toBe(total);
  });
});

describe('what an invoice of Corefy says', () => {
  const read = (attributes: object) => said(milkyPay.read({ data: { id: 'cpi_1', attributes } }));

  it('is in major units', () => {
    const amounts = { amount: 49.99, refunded_amount: 10.5, charged_back_amount: 0 };
    expect(read({ status: 'partially_refunded', ...amounts })).toEqual({
      status: 'partially_refunded',
      refunded: { major: 10.5 },
      charged_back: { major: 0 },
    });
  });

  it('is nothing where it is more than was paid, or none', () => {
    const amounts = { amount: 49.99, refunded_amount: 50, charged_back_amount: 'all' };
    expect(read({ status: 'partially_refunded', ...amounts })).toEqual({ status: 'partially_refunded' });
  });

  it('is nothing of one that was not paid', () => {
    expect(read({ status: 'process_failed', amount: 49.99, refunded_amount: 10 })).toEqual({ status: 'pending' });
  });
});

describe('what a payment of Purse says', () => {
  const read = (fields: object) => said(purse.read({ state: 'SUCCESS', amount: 4999, ...fields }));

  it('is in minor units', () => {
    expect(read({ totals: { refunded: 1000, charged_back: 3999 } })).toEqual({
      status: 'partially_charged_back',
      refunded: { minor: 1000 },
      charged_back: { minor: 3999 },
    });
  });

  it('is nothing where it is more than was paid', () => {
    expect(read({ totals: { refunded: 5000 } })).toEqual({ status: 'refunded', charged_back: { minor: 0 } });
  });

  it('is the sum of the refunds that Alma lists', () => {
    const alma = (refunds: unknown[]) => said(purse.read({ state: 'paid', purchase_amount: 4999, refunds }));
    expect(alma([{ amount: 1000 }, { amount: 500 }])).toMatchObject({
      status: 'partially_refunded',
      refunded: { minor: 1500 },
    });
    expect(alma([{ amount: 1000 }, { amount: '500' }])).toEqual({
      status: 'partially_refunded',
      charged_back: { minor: 0 },
    });
  });
});

describe('what the payment-intent system says', () => {
  it('is no amount on the intent', () => {
    expect(said(paymentIntents.read({ data: { id: 'TRX1', status: 'partially_refunded' } }))).toEqual({
      status: 'partially_refunded',
    });
  });

  const answer = (refunded_amount: unknown) => ({ data: { is_refundable: true, refunded_amount } });
  it.each<[unknown, object]>([
    [answer({ value: 1000, currency: 'EUR' }), { refunded: { minor: 1000 } }],
    [answer(1000), { refunded: { minor: 1000 } }],
    [answer({ value: 1000, currency: 'USD' }), {}],
    [answer({ value: -1 }), {}],
    [answer(null), {}],
    [{ data: [] }, {}],
    ['', {}],
  ])('stands in the availability of refunds: %j', (payload, reading) => {
    expect(readRefunded(payload, 'minor', 'EUR')).toEqual(reading);
  });

  it('in the unit of the account', () => {
    expect(readRefunded(answer({ value: 10 }), 'major', 'EUR')).toEqual({ refunded: { major: 10 } });
  });
});

describe('in minor units of what was paid', () => {
  const back = (reading: Partial<Reading>, amount = euros) => reversedIn({ attempt: null, ...reading }, amount);

  it.each<[Partial<Reading>, number, number]>([
    [{}, 0, 0],
    [{ refunded: { major: 10.1 } }, 1010, 0],
    // As a provider adds up 10.1 and 20.2.
    [{ refunded: { major: 30.299999999999997 } }, 3030, 0],
    [{ refunded: { major: 10.005 } }, 0, 0],
    [{ refunded: { minor: 10.5 } }, 0, 0],
    [{ refunded: { minor: 5000 }, charged_back: { minor: 1 } }, 0, 1],
    [{ status: 'refunded' }, 4999, 0],
    [{ status: 'refunded', refunded: { minor: 0 } }, 4999, 0],
    // Somebody knows of a part, and nobody of the rest: that it is all of it would be a guess.
    [{ status: 'charged_back' }, 0, 0],
    [{ status: 'charged_back', refunded: { minor: 1000 } }, 1000, 0],
    [{ status: 'partially_refunded' }, 0, 0],
  ])('%j', (reading, refunds, chargeBacks) => {
    expect(back(reading)).toEqual({ refunds, chargeBacks });
  });

  it('all of it is all only while nothing else is known to have gone back', () => {
    const kept = (reversed: Reversed, status: string) => reversedIn({ attempt: null, status }, euros, reversed);
    expect(kept({ refunds: 1000, chargeBacks: 0 }, 'charged_back')).toEqual({ refunds: 0, chargeBacks: 0 });
    expect(kept({ refunds: 0, chargeBacks: 1000 }, 'refunded')).toEqual({ refunds: 0, chargeBacks: 0 });
    expect(kept({ refunds: 1000, chargeBacks: 0 }, 'refunded')).toEqual({ refunds: 4999, chargeBacks: 0 });
  });

  it('without fractions, and with three digits of them', () => {
    expect(back({ refunded: { major: 500 } }, { value: 1000, currency: 'XOF', exponent: 0 }).refunds).toBe(500);
    expect(back({ refunded: { major: 1.234 } }, { value: 2000, currency: 'TND', exponent: 3 }).refunds).toBe(1234);
  });

  it('every amount of a currency is read as it was written', () => {
    const written = fc.tuple(fc.integer({ min: 1, max: 10_000_000_000_000 }), fc.integer({ min: 0, max: 4 }));
    const isRead = fc.property(written, ([value, exponent]) => {
      const major = Number(`${value}e-${exponent}`);
      return back({ refunded: { major } }, { value, currency: 'EUR', exponent }).refunds === value;
    });
    expect(fc.check(isRead, { numRuns: 2_000 }).counterexample).toBeNull();
  });
});

describe('lines', () => {
  const line = (amount: number) => ({ amount });

  it('come to the largest total, in whatever order and however often it is said', () => {
    const holds = fc.property(fc.array(fc.nat(4999)), (totals) => {
      const lines = totals.reduce<readonly { amount: number }[]>((all, total) => withTotal(all, total, line), []);
      return sumOf(lines) === Math.max(0, ...totals) && lines.every(({ amount }) => amount > 0);
    });
    expect(fc.check(holds, { numRuns: 1_000 }).counterexample).toBeNull();
  });

  it('stay the very same where nothing is new', () => {
    const lines = [line(1000)];
    expect(withTotal(lines, 1000, line)).toBe(lines);
    expect(withTotal(lines, 999, line)).toBe(lines);
  });
});

describe('the status agrees with the amounts', () => {
  it.each([
    ['completed', 0, 0, 'completed'],
    ['completed', 1, 0, 'partially_refunded'],
    ['partially_refunded', 0, 0, 'partially_refunded'],
    ['partially_refunded', 4999, 0, 'refunded'],
    ['refunded', 4998, 0, 'partially_refunded'],
    ['refunded', 1000, 1, 'partially_charged_back'],
    ['partially_charged_back', 4999, 0, 'partially_charged_back'],
    ['charged_back', 1000, 3999, 'partially_charged_back'],
    ['partially_charged_back', 0, 4999, 'charged_back'],
    ['charged_back', 0, 0, 'charged_back'],
  ])('%s with %i refunded and %i charged back is %s', (status, refunds, chargeBacks, shown) => {
    expect(statusWith(status, { refunds, chargeBacks }, 4999)).toBe(shown);
  });
});
