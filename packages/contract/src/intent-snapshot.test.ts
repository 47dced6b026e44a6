import { describe, expect, it } from 'vitest';
import { Intent, IntentSnapshot, parse } from './index.js';

const attempt = {
  id: 'pa_1',
  status: 'completed',
  uncertain: false,
  method: { type: 'card', label: 'Visa •••• 4242' },
  failure: null,
};
const snapshot = {
  id: 'pi_1',
  version: 9,
  status: 'partially_refunded',
  amount: { value: 4999, currency: 'EUR', exponent: 2 },
  merchant: { name: 'Atelier Nord' },
  completed_at: '2026-01-01T00:00:10.000Z',
  refunds: [{ amount: 1000, at: '2026-01-02T00:00:00.000Z' }],
  charge_backs: [],
  active_attempt: attempt,
};
const intent = {
  ...snapshot,
  description: 'Order 1024',
  return_url: 'https://shop.example/checkout',
  server_time: '2026-01-03T00:00:00.000Z',
  methods: [{ type: 'card' }],
  active_attempt: { ...attempt, is_fallback: true, next_action: null },
};

describe('a snapshot', () => {
  it('of a whole intent holds what the pages around the checkout show, and no more', () => {
    expect(parse(IntentSnapshot, intent)).toEqual({ ok: true, value: snapshot });
    expect(parse(IntentSnapshot, snapshot)).toEqual({ ok: true, value: snapshot });
  });

  it('of an older backend says nothing of what went back', () => {
    const { completed_at: _paid, refunds: _refunds, charge_backs: _taken, ...older } = snapshot;
    expect(parse(IntentSnapshot, older)).toEqual({ ok: true, value: older });
    expect(parse(IntentSnapshot, { ...older, refunds: null, charge_backs: null, completed_at: null }).ok).toBe(true);
  });

  it('keeps words that are not known yet', () => {
    const newer = { ...snapshot, status: 'thinking', active_attempt: { ...attempt, status: 'wondering' }, surprise: 1 };
    expect(parse(IntentSnapshot, newer)).toMatchObject({ ok: true, value: { status: 'thinking' } });
  });
});

describe.each([
  ['an intent', Intent, intent],
  ['a snapshot', IntentSnapshot, snapshot],
])('what went back of %s', (_, schema, whole) => {
  it.each([
    ['nothing at all', { refunds: [{ amount: 0, at: '2026-01-02T00:00:00Z' }] }, '/refunds/0/amount'],
    ['less than nothing', { refunds: [{ amount: -1, at: '2026-01-02T00:00:00Z' }] }, '/refunds/0/amount'],
    ['a fraction of a cent', { charge_backs: [{ amount: 0.5, at: '2026-01-02T00:00:00Z' }] }, '/charge_backs/0/amount'],
    ['at no time', { charge_backs: [{ amount: 1, at: 'yesterday' }] }, '/charge_backs/0/at'],
  ])('%s breaks the contract', (_case, said, pointer) => {
    const result = parse(schema, { ...whole, ...said });
    expect(result.ok ? null : result.violations[0]?.pointer).toBe(pointer);
  });
});
