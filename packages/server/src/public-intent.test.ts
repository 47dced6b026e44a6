import { expect, it } from 'vitest';
import { inFour } from './financing-plan.fixture.js';
import type { IntentRecord } from './intent-record.js';
import { intentWith, sentAttempt } from './intent-record.fixture.js';
import { toPublicIntent } from './public-intent.js';

const secret = 'only-the-merchant-may-know-this';

/** Everything that is the merchant's own says so. */
const record: IntentRecord = {
  ...intentWith({
    ...sentAttempt,
    status: 'failed',
    gateway: secret,
    providerId: secret,
    failure: { code: { value: secret, category: 'CUSTOMER_ERROR', message: secret }, reason: 'blocked' },
    plan: { ...inFour, id: secret },
    revision: 1_783_500_000,
  }),
  secretHash: secret,
  customer: { id: secret, email: secret, firstName: secret, lastName: secret },
  metadata: { [secret]: secret },
  order: {
    reference: secret,
    buyer: { ip: secret, birthDate: secret, billing: { email: secret } },
    shipments: [{ lines: [{ sku: secret, name: secret }] }],
  },
  gateway: secret,
  methods: [{ type: 'installments', plans: [inFour], gateway: secret }],
  providerIntents: { [secret]: secret },
};
const publish = (intent: IntentRecord) =>
  toPublicIntent(intent, 0, { publicUrl: 'https://shop.example/api/checkout', challengeBridge: false });

it('the order, the customer, providers and their identifiers stay with the merchant', () => {
  const intent = publish(record);
  expect(JSON.stringify(intent)).not.toContain(secret);
  expect(JSON.stringify(intent)).not.toContain('1783500000');
  // The plans are for the customer to choose from.
  expect(intent.methods).toEqual([{ type: 'installments', plans: [inFour] }]);
});

it('shows the newest attempt, and of a paid intent the one that was paid', () => {
  const paid = { ...sentAttempt, status: 'completed' };
  const newest = { ...sentAttempt, id: 'pa_2' };
  expect(publish(intentWith({ ...paid, status: 'failed' }, newest)).active_attempt?.id).toBe('pa_2');
  expect(publish({ ...intentWith(paid, newest), status: 'completed' }).active_attempt?.id).toBe('pa_1');
  expect(publish({ ...intentWith(paid, newest), status: 'refunded' }).active_attempt?.id).toBe('pa_1');
  expect(publish(intentWith()).active_attempt).toBeNull();
});
