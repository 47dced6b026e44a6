import { categories } from '@florin/contract';
import { describe, expect, it } from 'vitest';
import { dataOf, openSandbox, type Delivery } from '../sandbox.fixture.js';
import type { Scenario } from '../scenario.js';

const CARD = '4242424242424242';
const INTENTS = '/payment-intents/v1/payment/intents';

/** The statuses of the attempt and of its intent that one scenario ends in. */
async function ending(scenario: Scenario, sandbox = openSandbox()) {
  const intent = await sandbox.createIntent();
  const attempt = await dataOf(await sandbox.pay(intent, CARD, scenario));
  const { status, active_attempt } = await sandbox.read(intent);
  expect(active_attempt).toEqual(attempt);
  return { ...sandbox, intent, attempt, status };
}

describe('statuses', () => {
  it.each(['processing', 'action_required', 'failed', 'cancelled', 'on_hold'])('an attempt: %s', async (status) => {
    expect(await ending({ status })).toMatchObject({ attempt: { status }, status: 'pending' });
  });

  it.each([
    ['pending', 'processing'],
    ['completed', 'completed'],
    ['expired', 'failed'],
    ['partially_refunded', 'completed'],
    ['refunded', 'completed'],
  ])('an intent: %s, with an attempt that is %s', async (status, attempt) => {
    expect(await ending({ status })).toMatchObject({ attempt: { status: attempt }, status });
  });

  it('an intent that attempts alone do not tell: failed, or one that nobody lists', async () => {
    expect(await ending({ intent: 'failed' })).toMatchObject({ attempt: { status: 'failed' }, status: 'failed' });
    expect(await ending({ intent: 'frozen' })).toMatchObject({ attempt: { status: 'processing' }, status: 'frozen' });
    const both = await ending({ status: 'cancelled', intent: 'failed' });
    expect(both).toMatchObject({ attempt: { status: 'cancelled' }, status: 'failed' });
  });

  it('what asks can be answered', async () => {
    const { attempt, form, read, intent } = await ending({ status: 'action_required' });
    const { creq } = attempt.next_action.parameters.params;
    await form('/acs/challenge/answer', { creq, decision: 'confirm' });
    expect(await read(intent)).toMatchObject({ status: 'completed', active_attempt: { status: 'completed' } });
  });

  it('what is refunded stands in the books', async () => {
    for (const status of ['partially_refunded', 'refunded']) {
      const { get, intent } = await ending({ status });
      const refunds = await dataOf(await get(`${INTENTS}/${intent}/refunds`));
      expect(refunds).toMatchObject([{ type: status === 'refunded' ? 'full' : 'partial', status: 'completed' }]);
    }
  });

  it('an authenticated card is not declined for want of authentication', async () => {
    const { createIntent, pay, payAuthenticated } = openSandbox();
    const intent = await createIntent({ code: 'AUTHENTICATION_REQUIRED' });
    expect(await dataOf(await pay(intent, CARD))).toMatchObject({ status: 'failed' });
    expect(await dataOf(await payAuthenticated(intent, CARD))).toMatchObject({ status: 'action_required' });
  });
});

describe('failures', () => {
  it.each(['STOLEN_CARD', 'ROUTING_NOT_CONFIGURED', 'CODE_NOBODY_LISTS'])('%s', async (code) => {
    expect(await ending({ code })).toMatchObject({ attempt: { status: 'failed', failure: { code: { value: code } } } });
  });

  it.each([...categories, 'A_CATEGORY_NOBODY_LISTS'])('of category %s', async (category) => {
    const { attempt } = await ending({ status: 'failed', category });
    expect(attempt.failure.code).toMatchObject({ value: 'GENERIC_DECLINE', category });
  });

  it('a code stands with any status, and does not decide', async () => {
    for (const status of ['processing', 'completed', 'action_required', 'cancelled']) {
      const { attempt } = await ending({ status, code: 'INSUFFICIENT_BALANCE' });
      expect(attempt).toMatchObject({ status, failure: { code: { value: 'INSUFFICIENT_BALANCE' } } });
    }
    const { attempt } = await ending({ status: 'processing', code: 'UNKNOWN_OUTCOME' });
    expect(attempt.gateway.transaction.status).toBe('unknown');
  });
});

describe('when', () => {
  it('an outcome comes late, once', async () => {
    const { createIntent, pay, read, clock, deliveries } = openSandbox();
    const intent = await createIntent();
    const answer = await dataOf(await pay(intent, CARD, { code: 'STOLEN_CARD', after: 3_000 }));
    expect(answer).toMatchObject({ status: 'processing', failure: null });
    await clock.advance(2_999);
    expect(await read(intent)).toMatchObject({ active_attempt: { status: 'processing' } });
    await clock.advance(1);
    expect(await read(intent)).toMatchObject({ active_attempt: { status: 'failed' } });
    await clock.advance(60_000);
    expect(deliveries).toHaveLength(1);
  });

  it('a card’s own outcome comes late too, and a QR is shown until then', async () => {
    const { createIntent, pay, payWithQr, read, clock } = openSandbox();
    const [declined, shown] = [await createIntent(), await createIntent({ status: 'completed', after: 3_000 })];
    await pay(declined, '4000000000000002', { after: 3_000 });
    expect(await dataOf(await payWithQr(shown))).toMatchObject({ next_action: { type: 'scan_qr_code' } });
    await clock.advance(3_000);
    expect((await read(declined)).active_attempt.failure.code.value).toBe('GENERIC_DECLINE');
    expect(await read(shown)).toMatchObject({ status: 'completed' });
  });

  it('a late outcome changes nothing of what the customer has ended', async () => {
    const { createIntent, payWithQr, post, read, clock } = openSandbox();
    const intent = await createIntent({ status: 'on_hold', intent: 'failed', after: 3_000 });
    const { id } = await dataOf(await payWithQr(intent));
    await post(`${INTENTS}/${intent}/attempts/${id}/cancel`);
    await clock.advance(3_000);
    expect(await read(intent)).toMatchObject({ status: 'pending', active_attempt: { status: 'cancelled' } });
  });

  it.each(['requery', 'reconcile'])('%s decides it at once', async (name) => {
    const { createIntent, pay, post, clock, deliveries } = openSandbox();
    const intent = await createIntent();
    await pay(intent, CARD, { after: 60_000 });
    const path = `${INTENTS}/${intent}/${name}`;
    expect(await dataOf(await post(path))).toMatchObject({
      status: 'completed',
      before: { intent_status: 'pending', attempt_status: 'processing' },
      after: { intent_status: 'completed', attempt_status: 'completed' },
    });
    await post(path);
    await clock.advance(120_000);
    expect(deliveries).toHaveLength(2);
  });

  it('what was decided by hand is not decided again by time', async () => {
    const { createIntent, pay, post, clock, deliveries } = openSandbox();
    const intent = await createIntent();
    await pay(intent, CARD, { status: 'action_required', after: 3_000 });
    await post(`${INTENTS}/${intent}/requery`);
    await clock.advance(3_020);
    expect(events(deliveries)).toEqual(['payment.attempt.action_required']);
  });
});

const events = (deliveries: Delivery[]) => deliveries.map(({ headers }) => headers.get('X-Payment-Event'));

describe('webhooks', () => {
  it.each<[Scenario['webhooks'], string[]]>([
    ['once', ['payment.attempt.completed', 'payment.completed']],
    ['twice', ['payment.attempt.completed', 'payment.attempt.completed', 'payment.completed', 'payment.completed']],
    ['reversed', ['payment.completed', 'payment.attempt.completed']],
    ['never', []],
  ])('%s', async (webhooks, expected) => {
    const { createIntent, pay, clock, deliveries } = openSandbox();
    await pay(await createIntent(), CARD, { ...(webhooks && { webhooks }) });
    await clock.advance(60_000);
    expect(events(deliveries)).toEqual(expected);
  });

  it.each<[Scenario, string[]]>([
    [{ status: 'action_required' }, ['payment.attempt.action_required']],
    [{ status: 'failed', intent: 'failed' }, ['payment.attempt.failed', 'payment.failed']],
    [{ status: 'expired' }, ['payment.attempt.failed', 'payment.expired']],
    [{ status: 'refunded' }, ['payment.attempt.completed', 'payment.completed', 'payment.refunded']],
    [
      { status: 'partially_refunded' },
      ['payment.attempt.completed', 'payment.completed', 'payment.partially_refunded'],
    ],
    // The system has no event for these.
    [{ status: 'on_hold', intent: 'frozen' }, []],
    [{ status: 'cancelled' }, []],
    [{ status: 'processing' }, []],
  ])('of %j: documented ones only', async (scenario, expected) => {
    const { createIntent, pay, clock, deliveries } = openSandbox();
    await pay(await createIntent(), CARD, scenario);
    await clock.advance(1_000);
    expect(events(deliveries)).toEqual(expected);
  });
});

describe('answers', () => {
  it.each(['truncated', 'not_json'] as const)('%s from the attempt on, until the outcome', async (answers) => {
    const { createIntent, pay, get, read, clock } = openSandbox();
    const intent = await createIntent({ answers, after: 3_000 });
    await expect((await pay(intent, CARD)).json()).rejects.toThrow(SyntaxError);
    await expect((await get(`${INTENTS}/${intent}`)).json()).rejects.toThrow(SyntaxError);
    await clock.advance(3_000);
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it('of wrong types or without a status, for good where no time is said', async () => {
    const { createIntent, pay, read, clock } = openSandbox();
    const [wrong, without] = [await createIntent(), await createIntent()];
    expect((await dataOf(await pay(wrong, CARD, { answers: 'wrong_types' }))).status).toBe(7);
    expect(await dataOf(await pay(without, CARD, { answers: 'without_status' }))).not.toHaveProperty('status');
    await clock.advance(60_000);
    expect(await read(wrong)).toMatchObject({ status: 7, active_attempt: { status: 7 } });
    expect((await read(without)).active_attempt).not.toHaveProperty('status');
  });

  it('have fields of the scenario’s own, each where it belongs', async () => {
    const fields = { failure: {}, next_action: [], metadata: [], unheard_of: 1 };
    const { attempt, read, intent } = await ending({ status: 'failed', fields });
    expect(attempt).toMatchObject({ status: 'failed', failure: {}, next_action: [], unheard_of: 1 });
    const whole = await read(intent);
    expect(whole.metadata).toEqual([]);
    expect(whole).not.toHaveProperty('unheard_of');
    expect(await ending({ fields: { status: 'succeeded' } })).toMatchObject({ attempt: { status: 'succeeded' } });
  });
});

describe('which scenario', () => {
  it('is the attempt’s own, else the intent’s', async () => {
    const { createIntent, pay } = openSandbox();
    const intent = await createIntent({ code: 'STOLEN_CARD' });
    expect((await dataOf(await pay(intent, CARD))).failure.code.value).toBe('STOLEN_CARD');
    expect((await dataOf(await pay(intent, CARD, { code: 'CARD_EXPIRED' }))).failure.code.value).toBe('CARD_EXPIRED');
    expect((await dataOf(await pay(intent, CARD))).failure.code.value).toBe('STOLEN_CARD');
    expect((await dataOf(await pay(intent, CARD, {}))).status).toBe('completed');
  });

  it('a mistake in one is told, and nothing happens', async () => {
    const { createIntent, pay, read } = openSandbox();
    const intent = await createIntent();
    const wrong = await pay(intent, CARD, { webhooks: 'thrice' } as unknown as Scenario);
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('webhooks');
    expect(await read(intent)).toMatchObject({ active_attempt: null });
  });
});
