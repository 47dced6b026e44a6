import { afterEach, describe, expect, it, vi } from 'vitest';
import { offeredMethods } from './method-list.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it('keeps the order, and the first card is always the same one', () => {
  const methods = offeredMethods([
    { type: 'qr' },
    { type: 'card', label: 'Card' },
    { type: 'card', label: 'Meal card' },
  ]);
  expect(methods.map((method) => [method.key, 'label' in method ? method.label : undefined])).toEqual([
    ['qr-0', undefined],
    ['card-0', 'Card'],
    ['card-1', 'Meal card'],
  ]);
});

it('leaves out what it cannot draw, and says so once', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  for (let round = 0; round < 3; round += 1)
    expect(offeredMethods([{ type: 'carrier_pigeon' }, { type: 'card' }]).map(({ key }) => key)).toEqual(['card-0']);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"carrier_pigeon"'));
});

it('may be left with nothing', () => {
  expect(offeredMethods([])).toEqual([]);
});

describe('installments', () => {
  const plan = { id: 'p', payments: [{ due_at: '2026-11-21T10:00:00Z', amount: 100, fee: 1 }], total: 101 };
  const keys = (...methods: Parameters<typeof offeredMethods>[0]) => offeredMethods(methods).map(({ key }) => key);

  it('go on with the assumed card where there is no other', () => {
    const installments = { type: 'installments' as const, plans: [plan] };
    expect(keys({ type: 'qr' }, installments, installments)).toEqual(['qr-0', 'card-0', 'installments-1']);
    expect(keys(installments, { type: 'card' })).toEqual(['installments-0', 'card-0']);
  });
});
