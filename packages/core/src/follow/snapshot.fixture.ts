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
