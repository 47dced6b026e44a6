import type { NextAction } from '@florin/contract';
import { initialState, type PaymentState } from '@florin/core/payment';
import { expect, it } from 'vitest';
import { viewOf } from './view.js';

const view = (state: Partial<PaymentState>) => viewOf({ ...initialState, ...state });

it.each([
  ['loading', null],
  ['ready', null],
  ['submitting', null],
  ['processing', 'status'],
  ['verifying', 'status'],
  ['completed', 'status'],
  ['failed', 'status'],
  ['expired', 'status'],
  ['cancelled', 'status'],
  ['unavailable', 'status'],
] as const)('%s: %s', (phase, name) => {
  expect(view({ phase })).toBe(name);
});

it.each([
  [{ type: 'otp' }, 'otp'],
  [{ type: 'qr' }, 'qr'],
  [{ type: 'three_ds_challenge' }, 'three-ds'],
  [{ type: 'hologram' }, 'status'],
  [null, 'status'],
] as const)('what is asked, and while its answer is on its way: %j', (action, name) => {
  for (const phase of ['action_required', 'confirming'] as const)
    expect(view({ phase, action: action as NextAction | null })).toBe(name);
});

it('says that it cannot be reached before the form can be paid with, and not over a form that can', () => {
  expect(view({ phase: 'loading', problem: { code: 'network' } })).toBe('status');
  expect(view({ phase: 'ready', problem: { code: 'network' } })).toBeNull();
});
