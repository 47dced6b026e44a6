import type { IntentSnapshot } from '@florin/contract';

export function snapshotOf(overrides: Partial<IntentSnapshot> = {}): IntentSnapshot {
  return {
    id: 'pi_1',
    version: 1,
    status: 'pending',
    amount: { value: 4999, currency: 'EUR', exponent: 2 },
    merchant: { name: 'Atelier Nord' },
    active_attempt: null,
    ...overrides,
  };
}

type Attempt = NonNullable<IntentSnapshot['active_attempt']>;

export function attemptOf(overrides: Partial<Attempt> = {}): Attempt {
  return { id: 'pa_1', status: 'processing', method: { type: 'card', label: 'Visa •••• 4242' }, ...overrides };
}

/** An attempt that failed for a reason that the customer is told. */
export function failedFor(reason: string): Attempt {
  return attemptOf({ status: 'failed', failure: { code: { value: 'X', category: 'CUSTOMER_ERROR' }, reason } });
}
