import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { partsOf } from './parts-of.js';

const plan = {
  id: 'p2x',
  payments: [
    { due_at: '2026-11-21T10:00:00Z', amount: 2500, fee: 60 },
    { due_at: '2026-12-21T10:00:00Z', amount: 2500, fee: 0 },
  ],
  total: 5060,
};
const none = { plan: null, count: null, total: null };

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const warned = () => vi.mocked(console.warn).mock.calls.length;

it.each([{}, { plan: '' }, { plan: 'null' }, { installments: '' }])('%j is paid at once', (said) => {
  expect([partsOf(said, 5000), warned()]).toEqual([null, 0]);
});

it('a plan says what all payments come to', () => {
  expect(partsOf({ plan: JSON.stringify(plan) }, 5000)).toEqual({ plan, count: null, total: 5060 });
});

it('so does a count of an issuer’s payments', () => {
  expect(partsOf({ installments: '3', installmentsTotal: '5100' }, 5000)).toEqual({
    plan: null,
    count: 3,
    total: 5100,
  });
  expect(partsOf({ installments: 3, installmentsTotal: 5000 }, 5000)).toMatchObject({ count: 3, total: 5000 });
  expect(warned()).toBe(0);
});

describe('in parts all the same, and no number is shown, of', () => {
  it.each([
    ['a plan of another purchase', { plan: JSON.stringify({ ...plan, id: 'other' }) }, 4000],
    ['a plan with another total', { plan: JSON.stringify({ ...plan, id: 'total', total: 5000 }) }, 5000],
    ['a plan without payments', { plan: JSON.stringify({ ...plan, payments: [] }) }, 5000],
    ['a plan that is no JSON', { plan: '{' }, 5000],
    ['a count without a total', { installments: '3' }, 5000],
  ])('%s', (_, said, purchase) => {
    expect([partsOf(said, purchase), warned()]).toEqual([none, 1]);
  });

  it.each(['49,99', '4900', '-1', 'all'])('a total of %j', (installmentsTotal) => {
    expect(partsOf({ installments: '3', installmentsTotal }, 5000)).toEqual(none);
  });
});
