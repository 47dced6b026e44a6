import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawableMethods, mayBeChosen } from './method-list.js';

const now = Date.parse('2026-11-21T10:00:00Z');

afterEach(() => {
  vi.restoreAllMocks();
});

it('keeps the order, and the first card is always the same one', () => {
  const methods = drawableMethods(
    [{ type: 'qr' }, { type: 'card', label: 'Card' }, { type: 'card', label: 'Meal card' }],
    now,
  );
  expect(methods.map((method) => [method.key, 'label' in method ? method.label : undefined])).toEqual([
    ['qr-0', undefined],
    ['card-0', 'Card'],
    ['card-1', 'Meal card'],
  ]);
});

it('leaves out what it cannot draw, and says so once', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  for (let round = 0; round < 3; round += 1)
    expect(drawableMethods([{ type: 'carrier_pigeon' }, { type: 'card' }], now).map(({ key }) => key)).toEqual([
      'card-0',
    ]);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"carrier_pigeon"'));
});

it('may be left with nothing', () => {
  expect(drawableMethods([], now)).toEqual([]);
});

it('has one way to pay per saved card, and knows which ones have expired', () => {
  const card = { brand: 'visa', last4: '4242' };
  const cards = [
    { ...card, id: 'a', exp_month: 11, exp_year: 2026 },
    { ...card, id: 'b', exp_month: 10, exp_year: 2026 },
  ];
  const expired = (test_mode: boolean) =>
    drawableMethods([{ type: 'saved_card', cards, test_mode }, { type: 'card' }], now).map((method) => [
      method.key,
      mayBeChosen(method),
    ]);
  expect(expired(false)).toEqual([
    ['saved_card-a', true],
    ['saved_card-b', false],
    ['card-0', true],
  ]);
  expect(expired(true).every(([, may]) => may)).toBe(true);
  expect(drawableMethods([{ type: 'saved_card', cards: [] }], now)).toEqual([]);
});

describe('installments', () => {
  const plan = { id: 'p', payments: [{ due_at: '2026-11-21T10:00:00Z', amount: 100, fee: 1 }], total: 101 };
  const keys = (...methods: Parameters<typeof drawableMethods>[0]) =>
    drawableMethods(methods, now).map(({ key }) => key);

  it('go on with the assumed card where there is no other', () => {
    const installments = { type: 'installments' as const, plans: [plan] };
    expect(keys({ type: 'qr' }, installments, installments)).toEqual(['qr-0', 'card-0', 'installments-1']);
    expect(keys(installments, { type: 'card' })).toEqual(['installments-0', 'card-0']);
  });
});
