import type { PaymentState } from '@florin/core';
import { attemptStatuses, intentStatuses } from '@florin/providers/payment-intents';
import { statuses as corefyStatuses } from '@florin/providers/payments-trust';
import { states } from '@florin/providers/purse';
import type { Scenario } from '@florin/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderId } from './providers.js';
import { openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterEach(() => world.leave());
afterAll(() => world.close());

/** What the page shows when the provider says this of a payment. */
type Shown = { phase: PaymentState['phase']; intent?: string; uncertain?: boolean };

const paid = (intent = 'completed'): Shown => ({ phase: 'completed', intent });
const underWay: Shown = { phase: 'processing', uncertain: false };
const notKnown: Shown = { phase: 'verifying', uncertain: true };
// Another try is allowed: the form comes back.
const again: Shown = { phase: 'ready', intent: 'pending' };

const corefy: Record<keyof typeof corefyStatuses, Shown> = {
  created: underWay,
  processing: underWay,
  process_pending: underWay,
  process_error: underWay,
  partially_processed: notKnown,
  processed: paid(),
  process_failed: again,
  expired: again,
  terminated: again,
  refunding: paid(),
  refund_pending: paid(),
  refund_failed: paid(),
  refund_error: paid(),
  partially_refunded: paid('partially_refunded'),
  refunded: paid('refunded'),
  partially_charged_back: paid('partially_charged_back'),
  charged_back: paid('charged_back'),
};

const purse: Record<keyof typeof states, Shown> = {
  WAITING: underWay,
  PENDING: underWay,
  UNCERTAIN: notKnown,
  SUCCESS: paid(),
  ERROR: again,
};

const attempts: Record<string, Shown> = {
  processing: underWay,
  action_required: { phase: 'action_required' },
  // The alias stands in stubs that say no action: a waiting screen.
  requires_action: { phase: 'processing' },
  completed: paid(),
  succeeded: paid(),
  failed: again,
  cancelled: again,
};

const intents: Record<string, Shown> = {
  pending: underWay,
  completed: paid(),
  succeeded: paid(),
  failed: { phase: 'failed', intent: 'failed' },
  expired: { phase: 'expired', intent: 'expired' },
  cancelled: { phase: 'cancelled', intent: 'cancelled' },
  partially_refunded: paid('partially_refunded'),
  refunded: paid('refunded'),
  partially_charged_back: paid('partially_charged_back'),
  charged_back: paid('charged_back'),
};

const cases: [ProviderId, string, Scenario, Shown][] = [
  ...(['payments-trust', 'milky-pay'] as const).flatMap((id) =>
    Object.entries(corefy).map(([status, shown]): [ProviderId, string, Scenario, Shown] => [
      id,
      status,
      { status },
      shown,
    ]),
  ),
  ...Object.entries(corefy).map(([status, shown]): [ProviderId, string, Scenario, Shown] => [
    'payments-trust',
    status.toUpperCase(),
    { status: status.toUpperCase() },
    shown,
  ]),
  ...Object.entries(purse).map(([status, shown]): [ProviderId, string, Scenario, Shown] => [
    'purse',
    status,
    { status },
    shown,
  ]),
  ...Object.entries(attempts).map(([status, shown]): [ProviderId, string, Scenario, Shown] => [
    'payment-intents',
    `attempt ${status}`,
    { status },
    shown,
  ]),
  ...Object.entries(intents).map(([intent, shown]): [ProviderId, string, Scenario, Shown] => [
    'payment-intents',
    `intent ${intent}`,
    { intent },
    shown,
  ]),
  ['payments-trust', 'one that nobody lists', { status: 'awaiting_stars' }, underWay],
  ['purse', 'one that nobody lists', { status: 'IN_ORBIT' }, underWay],
  ['payment-intents', 'one that nobody lists', { status: 'pondering' }, underWay],
];

it('is a list of every status that a room reads', () => {
  expect(new Set(Object.keys(corefy))).toEqual(new Set(Object.keys(corefyStatuses)));
  expect(new Set(Object.keys(purse))).toEqual(new Set(Object.keys(states)));
  expect(new Set(Object.keys(attempts))).toEqual(new Set(attemptStatuses.keys()));
  expect(new Set(Object.keys(intents))).toEqual(new Set(intentStatuses.keys()));
});

describe.each([
  ['with the answer', {}],
  ['late, each webhook twice', { after: 20, webhooks: 'twice' }],
  ['late and out of order', { after: 20, webhooks: 'reversed' }],
  ['late, without a webhook', { after: 20, webhooks: 'never' }],
] satisfies [string, Scenario][])('%s', (_, how) => {
  it.each(cases)('%s: %s', async (provider, _, scenario, { phase, intent, uncertain }) => {
    const payment = await world.open(provider, { ...scenario, ...how });
    await payment.pay();
    const state = await payment.until((state) => state.phase === phase);
    expect(state.attempt).toMatchObject(uncertain === undefined ? {} : { uncertain });
    const look = async () => {
      // A page that has told that it is paid looks again when it wakes up: what followed is an addition.
      await payment.checkout.refresh();
      return payment.checkout.state.intent?.status;
    };
    await expect.poll(look, { timeout: 10_000 }).toBe(intent ?? 'pending');
    expect(payment.checkout.state.phase).toBe(phase);
    // Nothing but a status ends a payment or brings the form back.
    expect((await world.merchantSees(payment.intent)).attempts).toHaveLength(1);
  });
});
