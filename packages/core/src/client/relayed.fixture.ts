import { intentOf } from '../payment/intent.fixture.js';
import type { Relayed } from './native-payload.js';

/** What a backend that only relays its provider says itself: the provider does not know it. */
export function partOf(said: Record<string, unknown> = {}): Record<string, unknown> {
  const { status: _status, active_attempt: _attempt, ...part } = intentOf();
  return { ...part, ...said };
}

export function relayed(provider: string, payload: unknown, said: Record<string, unknown> = {}): Relayed {
  return { provider, intent: partOf(said), payload };
}

interface NativeAttempt {
  status?: unknown;
  next_action?: unknown;
  failure?: unknown;
  [field: string]: unknown;
}

/** An answer of the payment-intent system. */
export function nativeIntent(attempt: NativeAttempt | null, status = 'pending') {
  return {
    message: 'ok',
    data: {
      id: 'TRX1',
      amount: { value: 4999, formatted: '49.99 EUR', short: '50 €', currency: 'EUR' },
      customer: { id: 'cus_1', first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com', avatar_url: null },
      status,
      active_attempt: attempt && {
        id: 'att_1',
        method: { value: 'card', label: 'Card', requires_phone: false },
        status: 'processing',
        gateway: { transaction: { id: 'tx_1', reference: 'r', external_id: null, status: 'pending' } },
        next_action: {},
        failure: null,
        failover: null,
        ...attempt,
      },
    },
  };
}
