import { loadMessages } from '@florin/locale';
import { describe, expect, it } from 'vitest';
import { payWords } from './pay-words.js';
import { deferred, planOf, withFees } from './plans.fixture.js';

const amount = { value: 5000, currency: 'EUR', exponent: 2 };
const now = Date.parse('2026-11-21T10:00:00Z');
const english = { messages: await loadMessages('en'), locale: 'en', amount, now };

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
