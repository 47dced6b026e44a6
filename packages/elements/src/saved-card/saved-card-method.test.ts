import { expect, it } from 'vitest';
import { mayBeChosen } from '../checkout/method-list.js';
import { savedCardMethods } from './saved-card-method.js';

const now = Date.parse('2026-11-21T10:00:00Z');

it('one way to pay per saved card, which may be chosen until it has expired', () => {
  const card = { brand: 'visa', last4: '4242' };
  const cards = [
    { ...card, id: 'a', exp_month: 11, exp_year: 2026 },
    { ...card, id: 'b', exp_month: 10, exp_year: 2026 },
  ];
  const methods = (test_mode: boolean) =>
    savedCardMethods({ type: 'saved_card', cards, test_mode }, now).map((method) => [method.key, mayBeChosen(method)]);
  expect(methods(false)).toEqual([
    ['saved_card-a', true],
    ['saved_card-b', false],
  ]);
  expect(methods(true).every(([, may]) => may)).toBe(true);
  expect(savedCardMethods({ type: 'saved_card', cards: [] }, now)).toEqual([]);
});
