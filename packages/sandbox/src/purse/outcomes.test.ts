import { reasons } from '@florin/contract';
import { describe, expect, it } from 'vitest';
import { pspStatuses } from './psp-statuses.js';
import { publishedStatuses } from './published-statuses.fixture.js';
import { json, newPayment, openPurse, withAlma } from './purse.fixture.js';
import { findPurseCard, purseCards } from './test-cards.js';
import { passesLuhn } from '../card.js';

describe('the table of test cards', () => {
  it.each(purseCards)('$number has a right check digit', ({ number }) => {
    expect(passesLuhn(number)).toBe(true);
  });

  it('lists no number twice, only reasons of the contract, and one for each failure', () => {
    expect(new Set(purseCards.map(({ number }) => number)).size).toBe(purseCards.length);
    expect(purseCards.flatMap(({ reason }) => reason ?? []).filter((reason) => !(reason in reasons))).toEqual([]);
    const failing = purseCards.filter(({ code }) => pspStatuses[code][0] === 'ERROR');
    expect(failing.filter(({ reason }) => reason === undefined)).toEqual([]);
  });

  it('has Purse’s own card', () => {
    const published = { number: '4242424242424242', expiry: '04/42', cvc: '424', code: 'in_progress' };
    expect(findPurseCard('4242424242424242')).toMatchObject(published);
    expect(findPurseCard('4111111111111111')).toBeUndefined();
  });

  it.each(purseCards)('$number: $what', async (card) => {
    const { openSession, start, read, clock, call } = await openPurse();
    const { id: session } = await openSession();
    const response = await start(session, card.number, {}, withAlma);
    expect(response.status).toBe(card.answerLost ? 504 : 201);
    const { payments } = await json(await call(`/payment/v2/payments?client_session_id=${session}`));
    const [{ id }] = payments;
    const meanwhile = card.challenge ? 'not_started' : (card.first ?? card.code);
    await clock.advance(Math.max(0, (card.seconds ?? 0) * 1000 - 1));
    expect(await read(id)).toMatchObject({
      psp: { name: 'alma', status: meanwhile },
      state: pspStatuses[meanwhile][0],
    });
    await clock.advance(1);
    const end = card.challenge ? meanwhile : card.code;
    expect(await read(id)).toMatchObject({
      state: pspStatuses[end][0],
      code: pspStatuses[end][1],
      psp: { status: end },
    });
  });

  it('refuses a wrong check digit and a card that has expired', async () => {
    const { pay, openSession, tokenize, call } = await openPurse();
    expect(await pay('4242424242424241')).toMatchObject({ psp: { status: 'incorrect_number' } });
    const { id } = await openSession();
    const past = async (expiry: string) => {
      const body = newPayment(id, await tokenize('4242424242424242', expiry));
      return (await json(await call('/payment/v2/payments', body))).psp.status;
    };
    expect(await past('12/25')).toBe('expired_card');
    expect(await past('01/26')).toBe('in_progress');
  });
});

describe('3-D Secure', () => {
  it('that the customer confirms lets the payment go on', async () => {
    const { pay, answer, read } = await openPurse();
    const asked = await pay('4000000000003220');
    expect(asked).toMatchObject({
      state: 'WAITING',
      redirection: { method: 'POST', params: { creq: expect.any(String) } },
    });
    await answer(asked, 'confirm');
    const paid = await read(asked.id);
    expect(paid).toMatchObject({ state: 'SUCCESS', psp: { status: 'in_progress' } });
    expect(paid).not.toHaveProperty('redirection');
  });

  it('that the customer refuses, or leaves, ends the payment', async () => {
    const { pay, answer, read, clock } = await openPurse();
    const refused = await pay('4000000000003220');
    await answer(refused, 'refuse');
    const over = await read(refused.id);
    expect(over).toMatchObject({ state: 'ERROR', psp: { status: 'three_d_s_impossible' } });
    expect(over).not.toHaveProperty('redirection');
    const left = await pay('4000000000003220');
    await clock.advance(10 * 60_000);
    expect(await read(left.id)).toMatchObject({ state: 'ERROR', code: 'ABORTED_BY_CUSTOMER' });
  });

  it('of a plan is about its first payment, of anything else about the whole amount', async () => {
    const { openSession, start, send } = await openPurse();
    const asks = async (split: object) => {
      const { id } = await openSession();
      const { redirection } = await json(await start(id, '4000000000003220', {}, split));
      const body = new URLSearchParams({ creq: redirection.params.creq });
      return (await send('/acs/challenge', { method: 'POST', body })).text();
    };
    // A quarter of 120 €, and the fee of 2.07 %.
    expect(await asks(withAlma)).toContain('€32.48');
    expect(await asks({ ...withAlma, installments: { count: 1, deferred_days: 15 } })).toContain('€120.00');
    // No such plan is offered.
    expect(await asks({ ...withAlma, installments: { count: 7 } })).toContain('€120.00');
    expect(await asks({})).toContain('€120.00');
  });

  it('is asked for when the merchant mandates it', async () => {
    const { pay, answer, read } = await openPurse();
    const three_ds_authentication_options = {
      challenge_indicator: 'CHALLENGE_REQUESTED_BY_MANDATE',
      notification_url: 'http://shop.test/three-ds/n1',
    };
    const asked = await pay('4242424242424242', {}, { split: { three_ds_authentication_options } });
    expect(asked).toMatchObject({ state: 'WAITING', redirection: { type: 'three_ds_challenge' } });
    await answer(asked, 'confirm');
    expect(await read(asked.id)).toMatchObject({ state: 'SUCCESS' });
  });
});

describe('a scenario', () => {
  it('knows all 41 statuses of Purse’s page, and no other', () => {
    expect(publishedStatuses).toHaveLength(41);
    expect(Object.entries(pspStatuses).map(([psp, [state, code]]) => [psp, state, code])).toEqual(publishedStatuses);
  });

  it.each(publishedStatuses)('ends a payment as %s', async (status, state, code) => {
    const { pay } = await openPurse();
    expect(await pay('4000000000000002', { code: status })).toMatchObject({ state, code, psp: { status } });
  });

  it.each(['WAITING', 'PENDING', 'SUCCESS', 'ERROR', 'UNCERTAIN'])('ends a payment in %s', async (state) => {
    const { pay, read } = await openPurse();
    const { id } = await pay('4242424242424242', { status: state });
    expect(await read(id)).toMatchObject({ state, psp: { status: expect.any(String) } });
  });

  it('ends a payment in what nobody lists', async () => {
    const { pay } = await openPurse();
    const strange = await pay('4242424242424242', { status: 'SLEEPING' });
    expect(strange).toMatchObject({ state: 'SLEEPING' });
    expect(strange).not.toHaveProperty('psp');
    expect(await pay('4242424242424242', { code: 'a_status_nobody_lists' })).toMatchObject({
      state: 'ERROR',
      code: 'FAILED',
      psp: { status: 'a_status_nobody_lists' },
    });
    expect(
      await pay('4242424242424242', { code: 'nobody', status: 'UNCERTAIN', category: 'CARD_EXPIRED' }),
    ).toMatchObject({ state: 'UNCERTAIN', code: 'CARD_EXPIRED', psp: { status: 'nobody' } });
  });

  it('lets the outcome come late, with its webhooks', async () => {
    const { pay, read, clock, webhooks } = await openPurse();
    const { id, state } = await pay('4242424242424242', { code: 'scored_no', after: 3_000 });
    expect(state).toBe('WAITING');
    await clock.advance(3_000);
    expect(await read(id)).toMatchObject({ state: 'ERROR', psp: { status: 'scored_no' } });
    await clock.advance(100);
    expect(webhooks().map(({ version, state }) => [version, state])).toEqual([
      [1, 'WAITING'],
      [2, 'WAITING'],
      [3, 'ERROR'],
    ]);
  });

  it.each([
    ['once', [1, 2]],
    ['twice', [1, 1, 2, 2]],
    ['reversed', [2, 1]],
    ['never', []],
  ] as const)('sends webhooks %s', async (how, versions) => {
    const { pay, clock, webhooks, deliveries } = await openPurse();
    await pay('4242424242424242', { webhooks: how });
    await clock.advance(5_000);
    expect(webhooks().map(({ version }) => version)).toEqual(versions);
    expect(deliveries.every(({ url }) => url === 'http://shop.test/hooks/purse')).toBe(true);
  });

  it('of a session holds for its payments, unless they have their own', async () => {
    const { openSession, start } = await openPurse();
    const { id } = await openSession({}, { code: 'expired_card' });
    expect(await json(await start(id, '4242424242424242'))).toMatchObject({ psp: { status: 'expired_card' } });
    expect(await json(await start(id, '4242424242424242', { code: 'paid' }))).toMatchObject({ state: 'SUCCESS' });
  });

  it('spoils answers, until an outcome that comes late', async () => {
    const { openSession, start, call, clock } = await openPurse();
    const { id } = await openSession();
    const started = await start(id, '4242424242424242', { answers: 'truncated', after: 1_000 });
    const list = () => call(`/payment/v2/payments?client_session_id=${id}`);
    await expect(started.json()).rejects.toBeInstanceOf(SyntaxError);
    await expect((await list()).json()).rejects.toBeInstanceOf(SyntaxError);
    await clock.advance(1_000);
    expect((await json(await list())).payments).toHaveLength(1);
  });

  it('leaves the state out, makes it a number, and puts fields in place of others', async () => {
    const { pay } = await openPurse();
    const without = await pay('4242424242424242', { answers: 'without_status' });
    expect(without).not.toHaveProperty('state');
    expect(without.psp).toEqual({ name: 'card' });
    expect(await pay('4242424242424242', { answers: 'wrong_types' })).toMatchObject({ state: 7, psp: { status: 7 } });
    const fields = { redirection: [], psp: {} };
    expect(await pay('4242424242424242', { fields })).toMatchObject({ state: 'SUCCESS', ...fields });
  });

  it('with a mistake in it is refused before anything happens', async () => {
    const { openSession, start, send } = await openPurse();
    const { id } = await openSession();
    const response = await start(id, '4242424242424242', { webhooks: 'sometimes' as 'once' });
    expect(response.status).toBe(400);
    const { payments } = await json(await send('/control/payments'));
    expect(payments).toMatchObject([{ attempts: [] }]);
  });
});

it('takes the same time whatever the outcome', async () => {
  for (const number of ['4242424242424242', '4000000000000002', '4000000000001042']) {
    const { openSession, start, clock } = await openPurse({ latency: 350 });
    const { id } = await openSession();
    let isAnswered = false;
    const answer = start(id, number).then((response) => {
      isAnswered = true;
      return response;
    });
    while (clock.pending === 0) await new Promise(setImmediate);
    await clock.advance(349);
    await new Promise(setImmediate);
    expect(isAnswered).toBe(false);
    await clock.advance(1);
    expect((await answer).status).toBe(201);
  }
});
