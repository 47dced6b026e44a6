import { loadMessages } from '@florin/locale';
import { describe, expect, it } from 'vitest';
import { planCost, planName, payWords, isDueToday, type PlanLanguage } from './plan-words.js';
import { credit, deferred, free, planOf, withFees } from './plans.fixture.js';

const amount = { value: 5000, currency: 'EUR', exponent: 2 };
const now = Date.parse('2026-11-21T10:00:00Z');
const english: PlanLanguage = { messages: await loadMessages('en'), locale: 'en', amount, now };
const french: PlanLanguage = { messages: await loadMessages('fr'), locale: 'fr', amount, now };
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

describe('the pay button says', () => {
  it.each([
    ['what is taken today, and the total', withFees, 'Pay €17.27 today, €50.60 in all'],
    ['the amount, where all of it is taken today', planOf('a', [[5000]]), 'Pay €50.00'],
    [
      'that it is agreed to, where nothing is taken today',
      planOf('a', [[2500], [2500]], 1),
      'Confirm 2 × €25.00 (€50.00)',
    ],
    ['on which day everything is taken', deferred, 'Confirm €50.00 on December 21, 2026'],
  ])('%s', (_, plan, words) => {
    expect(payWords(plan, english)).toBe(words);
  });

  it('everything that is due by now', () => {
    const soon = '2026-11-21T10:00:01Z';
    const [first, second] = planOf('a', [[1000], [4000]]).payments;
    if (!first || !second) throw new Error('There are two.');
    const plan = { id: 'a', payments: [first, { ...second, due_at: soon }, { ...second, amount: 5 }], total: 5005 };
    expect(payWords(plan, english)).toBe('Pay €50.00 today, €50.05 in all');
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
    expect(isDueToday(due.toISOString(), at(2026, 10, 21, 12).getTime())).toBe(isToday);
  });
});
