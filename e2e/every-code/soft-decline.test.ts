import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ProviderId } from './providers.js';
import { CARD, openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterEach(() => world.leave());
afterAll(() => world.close());

/** Test cards that their issuer declines because nobody asked it to authenticate. */
const cards: [ProviderId, object][] = [
  ['payment-intents', { number: '4000000000003063' }],
  ['payments-trust', { number: '4302912837020000', exp_month: 1, exp_year: 2049 }],
  ['milky-pay', { number: '4302912837020000', exp_month: 1, exp_year: 2049 }],
];

it.each(cards)('%s: the same card comes again, and its issuer is asked', async (provider, digits) => {
  const payment = await world.open(provider);
  const method = { ...CARD, ...digits };
  await payment.pay(method);
  const declined = await payment.until(({ phase }) => phase === 'ready');
  expect(declined.failure).toMatchObject({ reason: 'authentication_required', recovery: 'authenticate' });
  await payment.pay(method);
  const asked = await payment.until(({ phase }) => phase === 'action_required');
  expect(asked.action).toMatchObject({ type: 'three_ds_challenge', notification_origin: 'http://shop.test' });
  expect((await world.merchantSees(payment.intent)).attempts).toHaveLength(2);
});

it('a card whose issuer did not ask for it is not asked', async () => {
  const payment = await world.open('payments-trust');
  await payment.pay({ ...CARD, number: '4302912837020000', exp_month: 5, exp_year: 2029 });
  expect((await payment.until(({ phase }) => phase === 'ready')).failure?.reason).toBe('insufficient_funds');
  await payment.pay({ ...CARD, number: '5519283812030000' });
  await payment.until(({ phase }) => phase === 'completed');
  expect(payment.events).not.toContainEqual({ type: 'action', action: 'three_ds_challenge' });
});
