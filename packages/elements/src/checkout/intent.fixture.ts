import type { ActionOf, Attempt, Intent } from '@florin/contract';

export function intentOf(overrides: Partial<Intent> = {}): Intent {
  return {
    id: 'pi_1',
    version: 1,
    status: 'pending',
    amount: { value: 4999, currency: 'EUR', exponent: 2 },
    merchant: { name: 'Atelier Nord' },
    server_time: '2026-11-21T10:00:00.000Z',
    methods: [{ type: 'card' }],
    active_attempt: null,
    ...overrides,
  };
}

export function attemptOf(overrides: Partial<Attempt> = {}): Attempt {
  return { id: 'pa_1', status: 'processing', method: { type: 'card', label: 'Visa •••• 4242' }, ...overrides };
}

export function challengeOf(overrides: Partial<ActionOf<'three_ds_challenge'>> = {}): ActionOf<'three_ds_challenge'> {
  return {
    type: 'three_ds_challenge',
    url: 'about:blank',
    params: { creq: 'eyJhIjoxfQ' },
    notification_origin: location.origin,
    nonce: 'n-1',
    ...overrides,
  };
}
