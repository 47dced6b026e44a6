import { describe, expect, it } from 'vitest';
import { AttemptRequest, Intent, parse } from './index.js';

const intent = {
  id: 'pi_1',
  version: 1,
  status: 'pending',
  amount: { value: 4999, currency: 'EUR', exponent: 2 },
  merchant: { name: 'Atelier Nord' },
  server_time: '2026-01-01T00:00:00.000Z',
  methods: [{ type: 'card' }],
  active_attempt: null,
};
const withAction = (next_action: unknown) => ({
  ...intent,
  active_attempt: { id: 'pa_1', status: 'action_required', method: { type: 'card' }, next_action },
});

describe('what the client tolerates', () => {
  it.each([
    ['an unknown status', { ...intent, status: 'thinking' }],
    ['an unknown field', { ...intent, surprise: [1, 2] }],
    ['an unknown method', { ...intent, methods: [{ type: 'barter', goat: true }] }],
    ['an unknown next action', withAction({ type: 'dance', steps: 3 })],
    ['no next action', withAction(null)],
  ])('%s is kept', (_, payload) => {
    expect(parse(Intent, payload).ok).toBe(true);
  });
});

describe('what breaks the contract is named by its path', () => {
  it.each([
    ['a missing id', { ...intent, id: undefined }, '/id'],
    ['a missing version', { ...intent, version: undefined }, '/version'],
    ['a fraction of a cent', { ...intent, amount: { ...intent.amount, value: 0.5 } }, '/amount/value'],
    [
      'a challenge without an address',
      withAction({ type: 'three_ds_challenge', params: {}, nonce: 'n', notification_origin: 'o' }),
      '/active_attempt/next_action/url',
    ],
    ['a time that is none', { ...intent, server_time: 'soon' }, '/server_time'],
    ['no object at all', 'Bad gateway', ''],
  ])('%s', (_, payload, pointer) => {
    const result = parse(Intent, payload);
    expect(result.ok ? null : result.violations[0]?.pointer).toBe(pointer);
  });
});

it('tells what is missing from what is of the wrong type', () => {
  const codes = (method: unknown) => {
    const result = parse(AttemptRequest, { method });
    return result.ok ? [] : result.violations.map(({ code }) => code);
  };
  expect(codes({ type: 'card', exp_month: '4', exp_year: 2042 })).toEqual(['required', 'expected_number']);
  expect(codes({ type: 'card', number: '4242424242424242', exp_month: 4 })).toEqual(['custom']);
});

it('a violation never repeats the value', () => {
  const number = '4242 4242 4242 4242';
  const result = parse(AttemptRequest, { method: { type: 'card', number, exp_month: 13, cvc: '12a' } });
  expect(result.ok).toBe(false);
  expect(JSON.stringify(result)).not.toMatch(/4242|12a/);
  expect(result.ok ? [] : result.violations.map((violation) => violation.pointer)).toEqual([
    '/method/number',
    '/method/exp_month',
    '/method/cvc',
    '/method/exp_year',
  ]);
});
