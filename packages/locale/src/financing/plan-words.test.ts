import { describe, expect, it } from 'vitest';
import { loadDisplayMessages } from '../display.js';
import { isDueToday, planCost, planName, type PlanLanguage } from './plan-words.js';
import { credit, deferred, free, planOf, withFees } from './plans.fixture.js';

const amount = { value: 5000, currency: 'EUR', exponent: 2 };
const now = Date.parse('2026-11-21T10:00:00Z');
const english: PlanLanguage = { messages: await loadDisplayMessages('installments', 'en'), locale: 'en', amount, now };
const french: PlanLanguage = { messages: await loadDisplayMessages('installments', 'fr'), locale: 'fr', amount, now };
const plain = (text: string) => text.replace(/[\u00a0\u202f\u200e\u200f]/g, ' ');

describe('what a plan is called', () => {
  it.each([
    ['equal payments', free, '4 × €12.50'],
    ['a first one that differs', planOf('a', [[1300, 60], [1300], [1300]]), '3 payments, €13.60 then 2 × €13.00'],
    ['two that differ', planOf('a', [[2501], [2499]]), '2 payments, €25.01 then €24.99'],
    ['all of them differ', credit, '4 payments, €12.70 at most'],
    ['everything at once, later', deferred, '€50.00 on December 21, 2026'],
    ['everything at once, today', planOf('a', [[5000]]), '1 × €50.00'],
  ])('%s', (_, plan, name) => {
    expect(planName(plan, english)).toBe(name);
  });

  it('never says that payments are equal which are not, however little they differ', () => {
    expect(planName(planOf('a', [[1250], [1250], [1250], [1251]]), english)).toBe('4 payments, €12.51 at most');
  });

  it('in French', () => {
    expect(plain(planName(free, french))).toBe('4 × 12,50 €');
    expect(plain(planName(planOf('a', [[2501], [2499]]), french))).toBe('2 paiements, 25,01 € puis 24,99 €');
    expect(plain(planName(deferred, french))).toBe('50,00 € le 21 décembre 2026');
  });
});

describe('what it costs', () => {
  it('no fees, or the fees with the total', () => {
    expect(planCost(free, english)).toBe('No fees');
    expect(planCost(withFees, english)).toBe('Fees €0.60, €50.60 in all');
  });
});

describe('today', () => {
  const at = (...date: [number, number, number, number?, number?]) => new Date(...date);

  it.each([
    ['the last minute of the day', at(2026, 10, 21, 23, 59), true],
    ['the first minute of the day', at(2026, 10, 21), true],
    ['the next midnight', at(2026, 10, 22), false],
    ['gone by', at(2026, 10, 20, 12), true],
    ['a month later', at(2026, 11, 21, 12), false],
  ])('is where the customer is: %s', (_, due, isToday) => {
    expect(isDueToday(due.toISOString(), { now: at(2026, 10, 21, 12).getTime() })).toBe(isToday);
  });

  it('is where the page says: midnight has passed in Paris, and not in New York', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    const due = '2026-11-21T23:30:00Z';
    expect(isDueToday(due, { now, timeZone: 'Europe/Paris' })).toBe(false);
    expect(isDueToday(due, { now, timeZone: 'America/New_York' })).toBe(true);
    expect(planName(planOf('a', [[5000]]), { ...english, now: now - 36e5 * 24, timeZone: 'Asia/Tokyo' })).toBe(
      '€50.00 on November 21, 2026',
    );
  });
});
