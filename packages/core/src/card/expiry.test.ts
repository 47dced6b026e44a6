import { describe, expect, it } from 'vitest';
import { april2042, dates, inOrder, inTwoInputs, refusedDates, today } from './expiry.fixture.js';
import { checkExpiry, checkExpiryParts, formatExpiry, parseExpiry } from './index.js';
import type { Check } from './index.js';

const now = new Date(today);

describe('April 2042', () => {
  it.each(april2042)('%j', (text) => {
    expect(checkExpiry(text, { now })).toEqual({ state: 'valid', value: { month: 4, year: 2042 } });
    expect(parseExpiry(formatExpiry(text))).toEqual({ month: 4, year: 2042 });
  });
});

describe('other dates', () => {
  it.each(dates)('%s is %i/%i', (text, month, year) => {
    expect(parseExpiry(text)).toEqual({ month, year });
  });
});

describe('not taken', () => {
  it.each(refusedDates)('%j is %s: %s', (text, state, reason, inTestMode) => {
    expect(checkExpiry(text, { now })).toEqual({ state, reason });
    expect(checkExpiry(text, { now, testMode: true }).state === 'valid').toBe(inTestMode === 'valid');
  });
});

describe('in two inputs', () => {
  const verdictOf = (check: Check<unknown, string>) => (check.state === 'valid' ? 'ok' : check.reason);

  it.each(inTwoInputs)('%j %j: %s, %s; %s', (month, year, ofMonth, ofYear, ofDate) => {
    const checks = checkExpiryParts({ month, year }, { now });
    expect([checks.month, checks.year, checks.expiry].map(verdictOf)).toEqual([ofMonth, ofYear, ofDate]);
  });

  it('answers the month, the year and the date', () => {
    expect(checkExpiryParts({ month: '4', year: '42' }, { now })).toEqual({
      month: { state: 'valid', value: 4 },
      year: { state: 'valid', value: 2042 },
      expiry: { state: 'valid', value: { month: 4, year: 2042 } },
    });
  });

  it('test mode takes past and far dates', () => {
    const at = (month: string, year: string) => checkExpiryParts({ month, year }, { now, testMode: true }).expiry.state;
    expect([at('10', '26'), at('07', '77'), at('12', '2025'), at('13', '77')]).toEqual([
      'valid',
      'valid',
      'valid',
      'wrong',
    ]);
  });
});

describe('the last day', () => {
  it.each([
    ['11/26', '2026-11-30T23:59:59Z', 'valid'],
    ['11/26', '2026-12-01T11:59:59Z', 'valid'],
    ['11/26', '2026-12-01T12:00:00Z', 'wrong'],
    ['12/26', '2027-01-01T11:59:59Z', 'valid'],
    ['12/26', '2027-01-01T12:00:00Z', 'wrong'],
    ['02/28', '2028-02-29T23:59:59Z', 'valid'],
    ['02/28', '2028-03-01T12:00:00Z', 'wrong'],
    ['11/56', '2026-12-01T11:59:59Z', 'valid'],
    ['12/56', '2026-12-01T11:59:59Z', 'wrong'],
    ['12/56', '2026-12-01T12:00:00Z', 'valid'],
  ])('%s at %s is %s: a month is over when it is over everywhere', (text, iso, state) => {
    expect(checkExpiry(text, { now: new Date(iso) }).state).toBe(state);
  });
});

describe('in order', () => {
  it.each(inOrder)('%j → %j', (text, formatted) => {
    expect(formatExpiry(text)).toBe(formatted);
  });
});
