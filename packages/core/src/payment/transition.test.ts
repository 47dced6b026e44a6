import type { NextAction } from '@florin/contract';
import { describe, expect, it } from 'vitest';
import { attemptOf, intentOf } from './intent.fixture.js';
import { initialState, transition, type Effect, type PaymentEvent, type PaymentState } from './index.js';

const otp = { type: 'otp' } as const;
const declined = { code: { value: 'INSUFFICIENT_BALANCE', category: 'CUSTOMER_ERROR' }, reason: 'insufficient_funds' };

/** Runs events from the initial state and answers where that led, and the effects of the last one. */
function after(...events: PaymentEvent[]): [PaymentState, readonly Effect[]] {
  let state = initialState;
  let effects: readonly Effect[] = [];
  for (const event of events) [state, effects] = transition(state, event);
  return [state, effects];
}

const read = (overrides: Parameters<typeof intentOf>[0] = {}): PaymentEvent => ({
  type: 'intent_read',
  intent: intentOf(overrides),
});
const live = (version: number, attempt: Parameters<typeof attemptOf>[0] = {}) =>
  read({ version, active_attempt: attemptOf(attempt) });
const submit: PaymentEvent = { type: 'submit', key: 'k1' };
const lost: PaymentEvent = { type: 'unanswered', key: 'k1', problem: { code: 'network' } };

describe('the way to a payment', () => {
  it('loads, and is ready', () => {
    expect(after({ type: 'load' })[1]).toEqual([{ type: 'read' }]);
    expect(after({ type: 'load' }, read())[0].phase).toBe('ready');
  });

  it('remembers a decision before it sends it, and watches', () => {
    const [state, effects] = after(read(), submit);
    expect(state.phase).toBe('submitting');
    expect(effects.map((effect) => effect.type)).toEqual(['remember', 'send', 'watch']);
  });

  it('asks, confirms and completes', () => {
    const [asked] = after(read(), submit, live(2, { status: 'action_required', next_action: otp }));
    expect(asked).toMatchObject({ phase: 'action_required', action: otp, decision: null });
    const [confirming, effects] = transition(asked, { type: 'confirm', key: 'k2' });
    expect(confirming.phase).toBe('confirming');
    expect(effects).toEqual([{ type: 'send', decision: { key: 'k2', kind: 'confirm', attempt: 'pa_1' } }]);
    const [done, last] = transition(confirming, {
      type: 'answered',
      key: 'k2',
      intent: intentOf({ version: 3, status: 'completed' }),
    });
    expect(done.phase).toBe('completed');
    expect(last).toEqual([{ type: 'unwatch' }, { type: 'forget' }]);
  });

  it('comes back with the reason after a decline, and takes a second decision', () => {
    const [state] = after(read(), submit, live(2, { status: 'failed', failure: declined }));
    expect(state).toMatchObject({ phase: 'ready', failure: { reason: 'insufficient_funds' }, decision: null });
    expect(transition(state, { type: 'submit', key: 'k2' })[0]).toMatchObject({ phase: 'submitting', failure: null });
  });

  it('shows a blocked card as a plain decline, code included', () => {
    const failure = {
      code: { value: 'STOLEN_CARD', category: 'SECURITY_ERROR', message: 'stolen' },
      reason: 'blocked',
    };
    expect(JSON.stringify(after(live(2, { status: 'failed', failure }))[0].failure)).not.toMatch(/stolen|block/i);
  });
});

describe('an answer that is lost', () => {
  it('locks the form and sends the same decision again', () => {
    const [state, effects] = after(read(), submit, lost);
    expect(state).toMatchObject({ phase: 'verifying', decision: { key: 'k1', unanswered: true } });
    expect(effects.find((effect) => effect.type === 'send_again')).toMatchObject({ decision: { key: 'k1' } });
    expect(transition(state, { type: 'submit', key: 'k2' })[0]).toBe(state);
  });

  it('is not given up by a read that shows nothing', () => {
    expect(after(read(), submit, lost, read())[0].phase).toBe('verifying');
  });

  it('is found by a read that shows the attempt', () => {
    expect(after(read(), submit, lost, live(2))[0]).toMatchObject({ phase: 'processing', decision: null });
  });

  it('is not believed when it is refused afterwards for another reason than its body', () => {
    const refused = (code: string): PaymentEvent => ({ type: 'refused', key: 'k1', problem: { code } });
    expect(after(read(), submit, lost, refused('rate_limited'))[0].phase).toBe('verifying');
    expect(after(read(), submit, lost, refused('validation_failed'))[0].phase).toBe('ready');
  });

  it('is looked for after a reload, and given up only after a last look', () => {
    const load: PaymentEvent = { type: 'load', remembered: { key: 'k1', attempt: null } };
    expect(after(load, read())[0].phase).toBe('verifying');
    expect(after(load, read(), { type: 'overdue' })[0].phase).toBe('verifying');
    expect(after(load, read(), { type: 'overdue' }, read())[0].phase).toBe('ready');
    expect(after(load, live(2))[0].phase).toBe('processing');
  });
});

describe('what nobody knows yet', () => {
  it.each([
    ['an uncertain attempt', { uncertain: true }],
    ['an uncertain attempt that calls itself failed', { uncertain: true, status: 'failed' }],
    ['a failure whose outcome is unknown', { status: 'failed', failure: { ...declined, reason: 'unknown_outcome' } }],
    [
      'a payment that was processed already',
      { status: 'failed', failure: { ...declined, reason: 'already_processed' } },
    ],
  ])('%s is verified, and nothing new is sent', (_, attempt) => {
    const [state] = after(live(2, attempt));
    expect(state).toMatchObject({ phase: 'verifying', failure: null });
    expect(transition(state, submit)[0]).toBe(state);
  });

  it.each([
    ['an unlisted intent status', read({ status: 'thinking' })],
    ['an unlisted attempt status', live(2, { status: 'thinking' })],
    ['an action that is missing', live(2, { status: 'action_required', next_action: null })],
    ['an attempt that is completed before its intent', live(2, { status: 'completed' })],
  ])('%s is in progress', (_, event) => {
    expect(after(event)[0].phase).toBe('processing');
  });

  it.each([
    ['verifying', { uncertain: true }, [{ type: 'read' }]],
    ['processing', {}, []],
  ])('says that the shop will write once %s has lasted long', (phase, attempt, expected) => {
    const [state, effects] = after(live(2, attempt), { type: 'overdue' });
    expect(state).toMatchObject({ phase, overdue: true });
    expect(effects).toEqual(expected);
    expect(transition(state, live(3, attempt))[0]).toMatchObject({ phase, overdue: true });
  });

  const method = {
    type: 'three_ds_method',
    url: 'https://acs.example/',
    params: {},
    server_trans_id: 't-1',
    timeout_ms: 10_000,
    notification_origin: 'https://shop.example',
    nonce: 'n-1',
  } as const;

  it.each([{ type: 'unlisted' }, method])('an action that nobody can answer has its bound too: $type', (action) => {
    const asking = (version: number, next_action: NextAction) =>
      live(version, { status: 'action_required', next_action });
    const [asked, effects] = after(asking(2, action));
    expect(effects.at(-1)).toEqual({ type: 'start_overdue_timer' });
    const [late] = transition(asked, { type: 'overdue' });
    expect(late).toMatchObject({ phase: 'action_required', overdue: true });
    expect(transition(late, asking(3, action))[0].overdue).toBe(true);
    const [next, stopped] = transition(late, asking(3, otp));
    expect([next.overdue, stopped]).toEqual([false, [{ type: 'stop_overdue_timer' }]]);
    const refused = [
      { type: 'confirm', key: 'k2' },
      { type: 'refused', key: 'k2', problem: { code: 'rate_limited' } },
    ] as const;
    expect(after(asking(2, action), ...refused)[1]).toEqual([{ type: 'start_overdue_timer' }]);
    expect(transition(late, { type: 'cancel', key: 'k2' })[0]).toMatchObject({ phase: 'confirming', overdue: false });
  });

  it('each of them has a bound of its own, and nothing else has one', () => {
    const timers = (effects: readonly Effect[]) => effects.map(({ type }) => type).filter((type) => /timer/.test(type));
    const [late, started] = after(live(2), { type: 'overdue' });
    const [cancelling, stopped] = transition(late, { type: 'cancel', key: 'k2' });
    const [checked, again] = transition(late, live(3, { uncertain: true }));
    expect(timers(after(live(2))[1])).toEqual(['start_overdue_timer']);
    expect(timers(started)).toEqual([]);
    expect([cancelling.phase, cancelling.overdue, timers(stopped)]).toEqual([
      'confirming',
      false,
      ['stop_overdue_timer'],
    ]);
    expect([checked.phase, checked.overdue, timers(again)]).toEqual(['verifying', false, ['start_overdue_timer']]);
    const [asked, none] = after(live(2, { status: 'action_required', next_action: otp }), { type: 'overdue' });
    expect([asked.phase, asked.overdue, none]).toEqual(['action_required', false, []]);
  });
});

describe('a checkout that is not there', () => {
  it.each(['secret_invalid', 'intent_not_found', 'contract_broken'])('%s ends in unavailable', (code) => {
    expect(after({ type: 'load' }, { type: 'read_failed', problem: { code } })[0].phase).toBe('unavailable');
  });

  it('waits for a backend that is down', () => {
    const [state, effects] = after(
      { type: 'load' },
      { type: 'read_failed', problem: { code: 'network', retryAfter: 5000 } },
    );
    expect(state).toMatchObject({ phase: 'loading', problem: { code: 'network' } });
    expect(effects).toEqual([{ type: 'read_later', after: 5000 }]);
  });

  it('a failed read in the middle of a payment loses nothing', () => {
    const [before] = after(read(), submit, live(2));
    const [state] = transition(before, { type: 'read_failed', problem: { code: 'contract_broken' } });
    expect(state).toEqual({ ...before, problem: { code: 'contract_broken' } });
  });
});

it('a completed payment carries a later refund', () => {
  const [state] = after(read({ version: 2, status: 'completed' }), read({ version: 3, status: 'refunded' }));
  expect(state).toMatchObject({ phase: 'completed', intent: { status: 'refunded' } });
});
