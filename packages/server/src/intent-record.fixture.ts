import type { AttemptRecord, IntentRecord } from './intent-record.js';

/** An attempt that has just been sent, and nothing is known of it yet. */
export const sentAttempt: AttemptRecord = {
  id: 'pa_1',
  status: 'processing',
  uncertain: false,
  method: { type: 'card' },
  isFallback: false,
  gateway: 'g',
  providerId: null,
  nonce: 'n',
  nextAction: null,
  failure: null,
  createdAt: 0,
  sentAt: 0,
};

export const intentWith = (...attempts: AttemptRecord[]): IntentRecord => ({
  id: 'pi_1',
  version: 1,
  status: 'pending',
  secretHash: '',
  amount: { value: 4999, currency: 'EUR', exponent: 2 },
  merchant: { name: '' },
  description: null,
  returnUrl: null,
  customer: null,
  metadata: {},
  gateway: 'g',
  methods: [],
  removedCards: [],
  providerIntents: {},
  createdAt: 0,
  expiresAt: null,
  attempts,
});
