import type { Scenario } from '@florin/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rooms, type ProviderId } from './providers.js';
import { CARD, openWorld, SHOP, type World } from './world.js';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterEach(() => world.leave());
afterAll(() => world.close());

const providers = Object.keys(rooms) as ProviderId[];
const failed: Record<ProviderId, string> = {
  'payment-intents': 'failed',
  'payments-trust': 'process_failed',
  'milky-pay': 'process_failed',
  purse: 'ERROR',
};
const asked: Record<ProviderId, string> = {
  'payment-intents': 'action_required',
  'payments-trust': 'process_pending',
  'milky-pay': 'process_pending',
  purse: 'WAITING',
};
/** Where a provider says what the customer has to do. */
const actionField: Record<ProviderId, string> = {
  'payment-intents': 'next_action',
  'payments-trust': 'flow_data',
  'milky-pay': 'flow_data',
  purse: 'redirection',
};

describe.each(providers)('%s', (provider) => {
  it('a code that nobody lists is a plain decline', async () => {
    const payment = await world.open(provider, { status: failed[provider], code: 'A_CODE_OF_TOMORROW', after: 20 });
    await payment.pay();
    const state = await payment.until(({ phase }) => phase === 'ready');
    expect(state.failure).toMatchObject({ reason: 'generic_decline', recovery: 'other_method' });
    expect(JSON.stringify(payment.answers)).not.toContain('A_CODE_OF_TOMORROW');
  });

  it('what a code gives away that nobody lists stays with the merchant', async () => {
    const scenario = { status: failed[provider], code: 'PICKUP_STOLEN_CARD', category: 'GATEWAY_ERROR', after: 20 };
    const payment = await world.open(provider, {
      ...scenario,
      fields: provider === 'purse' ? { code: 'WRONG_CARD_DATA' } : {},
    });
    await payment.pay();
    await payment.until(({ phase }) => phase === 'ready');
    expect(JSON.stringify([payment.answers, payment.checkout.state, payment.events])).not.toContain('PICKUP');
    const merchant = (await world.merchantSees(payment.intent)).attempts.at(-1);
    expect(merchant?.failure?.code.value).toBe('PICKUP_STOLEN_CARD');
  });

  it.each([{}, [], null])('a failure that is %j is a plain decline', async (failure) => {
    const fields = { failure, resolution: null, code: null, psp: failure };
    const payment = await world.open(provider, { status: failed[provider], fields });
    await payment.pay();
    expect((await payment.until(({ phase }) => phase === 'ready')).failure).toMatchObject({
      reason: 'generic_decline',
    });
  });

  it.each([{}, [], null, 'x', { type: 'x' }])('a next action that is %j is waited for', async (action) => {
    const fields = { [actionField[provider]]: action };
    const payment = await world.open(provider, { status: asked[provider], fields });
    await payment.pay();
    const { failure, attempt } = await payment.until(({ phase }) => ['processing', 'action_required'].includes(phase));
    expect(failure).toBeNull();
    expect(['processing', 'action_required']).toContain(attempt?.status);
  });

  const spoilt = ['truncated', 'not_json', 'wrong_types', 'without_status'] satisfies Scenario['answers'][];
  it.each(spoilt)('an answer that is %s: not known, kept watched, and paid in the end', async (answers) => {
    // Until the outcome comes, every answer is like this.
    const payment = await world.open(provider, { answers, after: 300 });
    await payment.pay();
    const doubt = await payment.until(({ phase }) => phase === 'verifying');
    expect(doubt).toMatchObject({ failure: null, attempt: { uncertain: true } });
    await payment.pay();
    await payment.until(({ phase }) => phase === 'completed');
    expect((await world.merchantSees(payment.intent)).attempts).toHaveLength(1);
    const entries = world.log.filter(({ intent }) => intent === payment.intent);
    expect(entries.map(({ event }) => event)).toContain('payload_unreadable');
    expect(JSON.stringify(entries)).toContain(provider);
    for (const secret of [CARD.number, CARD.cvc, CARD.holder]) expect(JSON.stringify(entries)).not.toContain(secret);
  });

  it('a webhook with a wrong signature is refused, and changes nothing', async () => {
    const payment = await world.open(provider, { after: 60_000 });
    await payment.pay();
    await payment.until(({ phase }) => phase === 'processing');
    const before = await world.merchantSees(payment.intent);
    const headers = {
      'Content-Type': 'application/json',
      'x-orqex-signature': '0'.repeat(64),
      'X-Signature': Buffer.alloc(20).toString('base64'),
    };
    const body = JSON.stringify({ data: { id: 'x', attributes: { status: 'processed' } }, payment: { id: 'x' } });
    const url = `${SHOP}/webhooks/${provider}`;
    const response = await world.server.fetch(new Request(url, { method: 'POST', headers, body }));
    // Purse signs nothing: what it sends is a reason to ask, and this one is about nothing.
    expect(response.status).toBe(provider === 'purse' ? 200 : 401);
    expect(await world.merchantSees(payment.intent)).toEqual(before);
  });
});
