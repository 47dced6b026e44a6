import { initialState, type PaymentEvent, type PaymentState, transition } from '@florin/core/payment';
import { expect, it } from 'vitest';
import { eventsBetween } from './host-events.js';
import { attemptOf, intentOf } from './intent.fixture.js';

/** Plays events through the payment machine and collects what the page hears. */
function play(...events: PaymentEvent[]): [name: string, detail: object][] {
  let state: PaymentState = initialState;
  return events.flatMap((event) => {
    const before = state;
    [state] = transition(state, event);
    return eventsBetween(before, state);
  });
}

const named = (events: [string, object][], name: string) => events.filter(([one]) => one === name);
const read = (version: number, overrides: Parameters<typeof intentOf>[0] = {}): PaymentEvent => ({
  type: 'intent_read',
  intent: intentOf({ version, ...overrides }),
});
const declined = (id: string) =>
  attemptOf({
    id,
    status: 'failed',
    failure: {
      code: { value: '51', category: 'CUSTOMER_ERROR', message: 'for the merchant' },
      reason: 'insufficient_funds',
    },
  });

it('nothing new is nothing to say', () => {
  expect(eventsBetween(initialState, initialState)).toEqual([]);
  expect(named(play({ type: 'load' }, read(1), read(1), read(2)), 'florin-status')).toHaveLength(1);
});

it('tells a whole payment in order', () => {
  const action = { type: 'otp' } as const;
  const events = play(
    { type: 'load' },
    read(1),
    { type: 'submit', key: 'a' },
    { type: 'answered', key: 'a', intent: intentOf({ version: 2, active_attempt: attemptOf() }) },
    read(3, { active_attempt: attemptOf({ status: 'action_required', next_action: action }) }),
    read(3, { active_attempt: attemptOf({ status: 'action_required', next_action: action }) }),
    { type: 'confirm', key: 'b' },
    {
      type: 'answered',
      key: 'b',
      intent: intentOf({ version: 4, status: 'completed', active_attempt: attemptOf({ status: 'completed' }) }),
    },
    read(5, { status: 'refunded', active_attempt: attemptOf({ status: 'completed' }) }),
  );
  expect(events.map(([name, detail]) => [name, 'phase' in detail ? detail.phase : ''])).toEqual([
    ['florin-ready', ''],
    ['florin-status', 'ready'],
    ['florin-status', 'submitting'],
    ['florin-status', 'processing'],
    ['florin-status', 'action_required'],
    ['florin-action', ''],
    ['florin-status', 'confirming'],
    ['florin-status', 'completed'],
    ['florin-success', ''],
  ]);
  expect(named(events, 'florin-success')[0]?.[1]).toEqual({
    intent: 'pi_1',
    status: 'completed',
    amount: { value: 4999, currency: 'EUR', exponent: 2 },
  });
});

it('each failure is told once, even when the next try is refused and the form comes back with it', () => {
  const events = play(
    { type: 'load' },
    read(1),
    { type: 'submit', key: 'a' },
    { type: 'answered', key: 'a', intent: intentOf({ version: 2, active_attempt: declined('pa_1') }) },
    read(3, { active_attempt: declined('pa_1') }),
    { type: 'submit', key: 'b' },
    {
      type: 'refused',
      key: 'b',
      problem: { code: 'validation_failed', status: 422, violations: [{ pointer: '/method/cvc', code: 'too_short' }] },
    },
    { type: 'submit', key: 'c' },
    { type: 'answered', key: 'c', intent: intentOf({ version: 4, active_attempt: declined('pa_2') }) },
  );
  expect(named(events, 'florin-failure')).toHaveLength(2);
  expect(named(events, 'florin-failure')[0]?.[1]).toMatchObject({
    reason: 'insufficient_funds',
    recovery: 'other_method',
    final: false,
  });
  expect(named(events, 'florin-error')).toEqual([
    [
      'florin-error',
      { code: 'validation_failed', status: 422, violations: [{ pointer: '/method/cvc', code: 'too_short' }] },
    ],
  ]);
});

it('a failure that ends the payment says so', () => {
  const events = play(
    { type: 'load' },
    read(1),
    { type: 'submit', key: 'a' },
    {
      type: 'answered',
      key: 'a',
      intent: intentOf({ version: 2, status: 'failed', active_attempt: declined('pa_1') }),
    },
  );
  expect(named(events, 'florin-failure')).toMatchObject([['florin-failure', { final: true }]]);
});

it('a problem is told once while it lasts', () => {
  const problem = { code: 'network' };
  const events = play({ type: 'load' }, { type: 'read_failed', problem }, { type: 'read_failed', problem });
  expect(events).toEqual([['florin-error', { code: 'network' }]]);
});
