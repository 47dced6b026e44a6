import { explainFailure, type Attempt, type Intent, type NextAction, type Reason } from '@florin/contract';
import type { PaymentState } from '@florin/core';

/** The backend's clock stands still here: a picture of a countdown is the same one tomorrow. */
export const NOW = '2026-11-21T10:00:00.000Z';

/** Where the pages stand that play the bank's part. Tests list the states without a page. */
export const origin = globalThis.location?.origin ?? 'http://localhost';

/** A time so many seconds from now, or before it. */
export const inSeconds = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

export function intentOf(overrides: Partial<Intent> = {}): Intent {
  return {
    id: 'pi_gallery',
    version: 1,
    status: 'pending',
    amount: { value: 4999, currency: 'EUR', exponent: 2 },
    merchant: { name: 'Atelier Nord' },
    server_time: NOW,
    methods: [{ type: 'card' }],
    active_attempt: null,
    ...overrides,
  };
}

export function attemptOf(overrides: Partial<Attempt> = {}): Attempt {
  return { id: 'pa_gallery', status: 'processing', method: { type: 'card', label: 'Visa •••• 4242' }, ...overrides };
}

/** The customer can pay. */
export const ready = (overrides: Partial<Intent> = {}): Partial<PaymentState> => ({
  phase: 'ready',
  intent: intentOf(overrides),
});

/** The customer is asked to do something. */
export function asked(action: NextAction, overrides: Partial<Attempt> = {}): Partial<PaymentState> {
  const attempt = attemptOf({ status: 'action_required', next_action: action, ...overrides });
  return { phase: 'action_required', intent: intentOf({ active_attempt: attempt }), attempt, action };
}

/** The customer wants to stop, and it is not known yet whether it is stopped. */
export const stopping = (action: NextAction): Partial<PaymentState> => ({
  ...asked(action),
  phase: 'confirming',
  decision: { key: 'key', kind: 'cancel', attempt: null },
});

/** The backend answers a read: it still asks the same. */
export const askedStill = ({ action }: PaymentState): Partial<PaymentState> => ({ action: action && { ...action } });

/** An attempt is under way, in this phase. */
export function underWay(phase: PaymentState['phase'], attempt: Partial<Attempt> = {}): Partial<PaymentState> {
  const active = attemptOf(attempt);
  return { phase, intent: intentOf({ active_attempt: active }), attempt: active };
}

/** The last try failed; the form is back, or the payment is over. */
export function failed(reason: Reason, phase: 'ready' | 'failed' = 'ready', overrides: Partial<Intent> = {}) {
  const failure = explainFailure({ code: { value: reason, category: 'CUSTOMER_ERROR' }, reason });
  const attempt = attemptOf({ status: 'failed' });
  const status = phase === 'failed' ? 'failed' : 'pending';
  return { phase, intent: intentOf({ status, active_attempt: attempt, ...overrides }), attempt, failure };
}

/** It is over, and the backend has said so. */
export function over(phase: 'completed' | 'expired' | 'cancelled', status: Intent['status'] = phase) {
  const attempt = attemptOf({ status: phase === 'completed' ? 'completed' : 'cancelled' });
  return { phase, intent: intentOf({ status, active_attempt: attempt }), attempt };
}
