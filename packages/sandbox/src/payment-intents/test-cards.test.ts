import { reasons } from '@florin/contract';
import { describe, expect, it, vi } from 'vitest';
import { dataOf, openSandbox } from '../sandbox.fixture.js';
import { findTestCard, testCards } from '../test-cards.js';
import { passesLuhn } from '../card.js';

describe('the table of test cards', () => {
  it.each(testCards)('$number has a right check digit', ({ number }) => {
    expect(passesLuhn(number)).toBe(true);
  });

  it('lists no number twice, and only reasons of the contract', () => {
    expect(new Set(testCards.map(({ number }) => number)).size).toBe(testCards.length);
    const told = testCards.flatMap(({ reason }) => reason ?? []);
    expect(told.filter((reason) => !(reason in reasons))).toEqual([]);
  });

  it('has no row for other numbers', () => {
    expect(findTestCard('4111111111111111')).toBeUndefined();
  });
});

const rows = (outcome: string) => testCards.filter((card) => card.outcome === outcome);

describe('what each row does', () => {
  it.each([...rows('completed'), { number: '4111111111111111', brand: 'visa' }])('$number is paid', async (card) => {
    const { createIntent, pay, read } = openSandbox();
    const intent = await createIntent();
    const response = await pay(intent, card.number);
    expect(response.status).toBe(201);
    expect(await dataOf(response)).toMatchObject({ status: 'completed', failure: null, next_action: null });
    expect(await read(intent)).toMatchObject({ status: 'completed', amount: { value: 4999, currency: 'EUR' } });
  });

  it.each(rows('declined'))('$number is declined with $code', async ({ number, code }) => {
    const { createIntent, pay, read } = openSandbox();
    const intent = await createIntent();
    expect(await dataOf(await pay(intent, number))).toMatchObject({
      status: 'failed',
      failure: { code: { value: code } },
    });
    expect(await read(intent)).toMatchObject({ status: 'pending', active_attempt: { status: 'failed' } });
    expect(await dataOf(await pay(intent, '4242424242424242'))).toMatchObject({ status: 'completed' });
  });

  it.each(['LOST_CARD', 'STOLEN_CARD', 'FRAUD_SUSPECTED'])('%s is a security error, told plainly', async (code) => {
    const card = testCards.find((row) => row.code === code);
    expect(card?.reason).toBe('generic_decline');
    const { createIntent, pay } = openSandbox();
    const attempt = await dataOf(await pay(await createIntent(), card?.number ?? ''));
    expect(attempt.failure.code.category).toBe('SECURITY_ERROR');
  });

  it('takes the same time for a stolen card as for a plain decline', async () => {
    for (const number of ['4000000000000002', '4000000000009979', '4242424242424242']) {
      const { createIntent, pay, clock } = openSandbox({ latency: 350 });
      const intent = await createIntent();
      const before = clock.pending;
      const answer = pay(intent, number);
      await vi.waitFor(() => expect(clock.pending).toBe(before + 1));
      // It waits for the authorisation, and for nothing else, until the last millisecond of it.
      await clock.advance(349);
      expect(clock.pending).toBe(before + 1);
      await clock.advance(1);
      expect((await answer).status).toBe(201);
    }
  });

  it('asks for 3-D Secure after a soft decline where the merchant asks for it', async () => {
    const { createIntent, pay, payAuthenticated } = openSandbox();
    const intent = await createIntent();
    const [card] = rows('soft_declined');
    const number = card?.number ?? '';
    for (let tries = 0; tries < 2; tries += 1)
      expect((await dataOf(await pay(intent, number))).failure.code.value).toBe('AUTHENTICATION_REQUIRED');
    expect(await dataOf(await payAuthenticated(intent, number))).toMatchObject({
      status: 'action_required',
      next_action: { type: 'complete_with_sdk', provider: 'three_ds' },
    });
  });

  it('asks for 3-D Secure wherever the merchant wants it, and the issuer does not decline', async () => {
    const { createIntent, payAuthenticated } = openSandbox();
    const [paid, declined] = [await createIntent(), await createIntent()];
    expect(await dataOf(await payAuthenticated(paid, '4242424242424242'))).toMatchObject({ status: 'action_required' });
    expect(await dataOf(await payAuthenticated(declined, '4000000000000002'))).toMatchObject({ status: 'failed' });
  });

  it.each([...rows('challenge'), ...rows('challenge_v1'), ...rows('challenge_named')])(
    '$number is challenged: $outcome',
    async ({ number }) => {
      const { createIntent, pay, form, read } = openSandbox();
      const intent = await createIntent();
      const { params } = (await dataOf(await pay(intent, number))).next_action.parameters;
      expect((await form('/acs/challenge', params)).status).toBe(200);
      await form('/acs/challenge/answer', { ...params, decision: 'confirm' });
      expect(await read(intent)).toMatchObject({ status: 'completed' });
    },
  );

  it.each([
    ...rows('three_ds_method').map((row) => ({ ...row, next: 'completed', action: null })),
    ...rows('method_and_challenge').map((row) => ({ ...row, next: 'action_required', action: 'complete_with_sdk' })),
    ...rows('decoupled').map((row) => ({ ...row, next: 'action_required', action: 'approve_on_phone' })),
  ])('$number is looked at first, then $next $action', async ({ number, seconds = 10, behaves, next, action }) => {
    const { createIntent, pay, form, act } = openSandbox();
    const intent = await createIntent();
    const { parameters } = (await dataOf(await pay(intent, number))).next_action;
    expect(parameters).toMatchObject({ step: 'method', timeout_ms: seconds * 1000 });
    const page = await (await form('/acs/method', parameters.params)).text();
    expect(page.includes('<form')).toBe(behaves === undefined);
    const confirmation_data = { three_ds_method: behaves === undefined ? 'Y' : 'N' };
    const attempt = await dataOf(await act(intent, 'confirm', { confirmation_data }));
    expect([attempt.status, attempt.next_action?.type ?? null]).toEqual([next, action]);
  });

  it('behaves as the scenario says, where both say something', async () => {
    const [card] = rows('method_and_challenge').filter(({ behaves }) => behaves);
    const { createIntent, pay } = openSandbox();
    const intent = await createIntent({ behaves: 'answers_twice', expiresIn: 700 });
    const { parameters } = (await dataOf(await pay(intent, card?.number ?? ''))).next_action;
    expect(parameters.timeout_ms).toBe(700);
  });

  it.each([...rows('slow'), ...rows('unlisted_action')])('$number is paid after $seconds s', async (card) => {
    const { createIntent, pay, read, clock } = openSandbox();
    const intent = await createIntent();
    await pay(intent, card.number);
    await clock.advance((card.seconds ?? 0) * 1000 - 1);
    expect(['processing', 'action_required']).toContain((await read(intent)).active_attempt.status);
    await clock.advance(1);
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it.each(rows('answer_lost'))('$number loses its answer and is paid', async (card) => {
    const { createIntent, pay, read, clock } = openSandbox();
    const intent = await createIntent();
    expect((await pay(intent, card.number)).status).toBe(504);
    expect(await read(intent)).toMatchObject({
      status: 'pending',
      active_attempt: { status: 'processing', failure: { code: { value: 'UNKNOWN_OUTCOME' } } },
    });
    await clock.advance((card.seconds ?? 0) * 1000);
    expect(await read(intent)).toMatchObject({ status: 'completed', active_attempt: { failure: null } });
  });

  it.each(rows('uncertain'))('$number is uncertain, then fails', async (card) => {
    const { createIntent, pay, read, clock } = openSandbox();
    const intent = await createIntent();
    expect(await dataOf(await pay(intent, card.number))).toMatchObject({
      status: 'processing',
      gateway: { transaction: { status: 'unknown' } },
    });
    expect((await pay(intent, '4242424242424242')).status).toBe(409);
    await clock.advance((card.seconds ?? 0) * 1000);
    expect(await read(intent)).toMatchObject({
      status: 'pending',
      active_attempt: { status: 'failed', failure: { code: { value: card.code } } },
    });
  });

  it('fails a number with a wrong check digit', async () => {
    const { createIntent, pay } = openSandbox();
    const attempt = await dataOf(await pay(await createIntent(), '4242424242424241'));
    expect(attempt.failure.code.value).toBe('INVALID_NUMBER');
  });
});
