import { NextAction, parse } from '@florin/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provider } from './index.js';

const read = (fields: object) => provider.read({ id: 'pay_1', version: 3, ...fields });

describe('a payment of Purse', () => {
  it.each([
    ['WAITING', 'processing', false],
    ['PENDING', 'processing', false],
    ['UNCERTAIN', 'processing', true],
    ['SUCCESS', 'completed', false],
    ['ERROR', 'failed', false],
  ])('%s', (state, status, uncertain) => {
    expect(read({ state }).attempt).toMatchObject({ id: 'pay_1', status, uncertain, revision: 3 });
    expect(read({ state: state.toLowerCase() }).attempt?.status).toBe(status);
  });

  it('a paid one is the payment’s end; no other one says anything of the whole', () => {
    expect(read({ state: 'SUCCESS' }).status).toBe('completed');
    for (const state of ['WAITING', 'PENDING', 'UNCERTAIN', 'ERROR']) expect(read({ state }).status).toBeUndefined();
  });

  it('the state decides, whatever its partner says', () => {
    expect(read({ state: 'UNCERTAIN', psp: { status: 'card_declined' } }).attempt).toMatchObject({
      status: 'processing',
      uncertain: true,
      failure: null,
    });
    expect(read({ state: 'ERROR', psp_status: 'paid' }).attempt).toMatchObject({
      status: 'failed',
      failure: { reason: 'already_processed', recovery: 'verify_outcome' },
    });
  });

  it.each([
    [{ psp: { name: 'alma', status: 'scored_no' }, code: 'FAILED' }, 'financing_refused'],
    [{ psp_status: 'incorrect_cvc', code: 'WRONG_CARD_DATA' }, 'check_cvc'],
    [{ code: 'WRONG_CARD_DATA' }, 'check_details'],
    [{ psp_status: 'a_status_of_tomorrow', code: 'CARD_EXPIRED' }, 'card_expired'],
    [{ psp_status: 'a_status_of_tomorrow' }, 'generic_decline'],
  ])('the partner’s word explains a failure, then Purse’s: %j', (fields, reason) => {
    expect(read({ state: 'ERROR', ...fields }).attempt?.failure?.reason).toBe(reason);
  });

  it('a failure that nothing explains has none', () => {
    expect(read({ state: 'ERROR' }).attempt).toMatchObject({ status: 'failed', failure: null });
  });

  it.each([{ psp_status: 'ABORTED' }, { code: 'ABORTED_BY_CUSTOMER' }])('giving up is no failure: %j', (fields) => {
    expect(read({ state: 'ERROR', ...fields }).attempt).toMatchObject({ status: 'cancelled', failure: null });
  });

  it('a state that nobody lists keeps the payment watched', () => {
    expect(read({ state: 'IN_ORBIT' }).attempt).toMatchObject({ status: 'IN_ORBIT', uncertain: false });
  });

  it.each(['completed', 'failed', 'FAILED'])('%s is no word of Purse’s, whatever it is in the contract', (state) => {
    expect(read({ state }).attempt?.status).toBe(`native_${state}`);
  });

  it('giving up after the money may have been taken is no giving up', () => {
    const fields = {
      state: 'ERROR',
      code: 'ABORTED_BY_CUSTOMER',
      psp_status: 'validation_error_payment_already_captured',
    };
    expect(read(fields).attempt).toMatchObject({ status: 'failed', failure: { recovery: 'verify_outcome' } });
  });

  it.each([
    { status: 'SUCCESS', authorization: { status: 'REFUSED' } },
    { state: 'ERROR', authorization: { status: 'AUTHORIZED' } },
    { state: 'SUCCESS', status: { state: 'WAITING' } },
  ])('two states that end differently are not known: %j', (fields) => {
    expect(read(fields)).toMatchObject({ attempt: { status: 'processing', uncertain: true, failure: null } });
    expect(read(fields).status).toBeUndefined();
  });

  it('a word that nobody lists does not hide one that is listed', () => {
    expect(read({ status: 'CREATED', authorization: { status: 'AUTHORIZED' } }).status).toBe('completed');
  });

  it('a date of Alma’s does not end what Purse is not sure of', () => {
    for (const state of ['PENDING', 'UNCERTAIN', 'WAITING'])
      expect(read({ state, expired_at: 1_700_000_000 }).attempt?.status).toBe('processing');
  });

  it('an address of its own is nowhere to go', () => {
    expect(read({ state: 'WAITING', url: 'https://api.purse.example/payments/1' }).attempt?.next_action).toBeNull();
  });

  it('a refund that is said in two ways is one', () => {
    const fields = { state: 'SUCCESS', amount: 100, refunds: [{ amount: 50 }], totals: { refunded: 50 } };
    expect(read(fields).status).toBe('partially_refunded');
  });

  it.each([
    [{ totals: { captured: 100 } }, 'completed'],
    [{ totals: { captured: 100, refunded: 40 } }, 'partially_refunded'],
    [{ totals: { captured: 100, refunded: 100 } }, 'refunded'],
    [{ totals: { charged_back: 100 } }, 'charged_back'],
    [{ totals: { charged_back: 1 } }, 'partially_charged_back'],
  ])('what became of a paid one: %j', (fields, status) => {
    expect(read({ state: 'SUCCESS', amount: 100, ...fields })).toMatchObject({
      status,
      attempt: { status: 'completed' },
    });
  });

  it.each([
    [{ authorization: { status: 'AUTHORIZED' } }, 'completed', undefined],
    [{ authorization: { status: 'PENDING' } }, 'processing', undefined],
    [
      { authorization: { status: 'REFUSED', partner_transactions: [{ status: 'scored_no' }] } },
      'failed',
      'financing_refused',
    ],
    [{ authorization: { status: 'ABORTED' } }, 'cancelled', undefined],
    [{ status: { state: 'ERROR', code: 'INSUFFICIENT_FUNDS' } }, 'failed', 'insufficient_funds'],
    [
      { status: { state: 'ERROR', code: 'FAILED' }, plugin_result: { status: 'expired_card' } },
      'failed',
      'card_expired',
    ],
    [{ status: { state: 'UNCERTAIN' } }, 'processing', undefined],
  ])('as its APIs write it: %j', (fields, status, reason) => {
    const { attempt } = read(fields);
    expect([attempt?.status, attempt?.failure?.reason]).toEqual([status, reason]);
  });

  it.each([
    ['an object', { creq: 'ey' }],
    ['JSON', '{"creq":"ey"}'],
    ['a query string', 'creq=ey'],
  ])('what is posted to the issuer comes as %s', (_, body) => {
    const redirection = { href: 'https://bank.example/acs', method: 'POST', body };
    expect(read({ authorization: { status: 'PENDING' }, redirection }).attempt?.next_action).toMatchObject({
      type: 'three_ds_challenge',
      params: { creq: 'ey' },
    });
  });

  it('the issuer’s page is a challenge, another page is gone to', () => {
    const url = 'https://bank.example/acs';
    const asked = (redirection: unknown) => read({ state: 'WAITING', redirection }).attempt;
    expect(asked({ url, method: 'POST', params: { creq: 'ey' } })).toMatchObject({
      status: 'action_required',
      next_action: { type: 'three_ds_challenge', url, params: { creq: 'ey' } },
    });
    expect(asked({ url, method: 'post', params: { token: 't' } })?.next_action).toMatchObject({
      type: 'redirect',
      method: 'POST',
    });
    expect(asked({ type: 'redirect' })?.next_action).toEqual({ type: 'native_redirect' });
    for (const nothing of [{}, [], null, 'x']) expect(asked(nothing)).toMatchObject({ status: 'processing' });
  });
});

describe('a payment of Alma', () => {
  const alma = (fields: object) => provider.read({ id: 'payment_1', purchase_amount: 10_000, ...fields });

  it.each([
    ['not_started', 'processing'],
    ['scored_yes', 'processing'],
    ['scored_maybe', 'processing'],
    ['in_progress', 'completed'],
    ['paid', 'completed'],
    ['scored_no', 'failed'],
  ])('%s is %s', (state, status) => {
    expect(alma({ state }).attempt?.status).toBe(status);
  });

  it('waits at its own page', () => {
    const url = 'https://pay.alma.example/p/1';
    expect(alma({ state: 'not_started', url }).attempt?.next_action).toMatchObject({ type: 'redirect', url });
    expect(alma({ state: 'in_progress', url }).attempt?.next_action).toBeNull();
  });

  it('that was not made in time has failed, by its date; a paid one has not', () => {
    expect(alma({ state: 'not_started', expired_at: 1_700_000_000 }).attempt).toMatchObject({
      status: 'failed',
      failure: { reason: 'payment_expired' },
    });
    expect(alma({ state: 'paid', expired_at: 1_700_000_000 }).attempt?.status).toBe('completed');
    expect(alma({ state: 'not_started', expired_at: null }).attempt?.status).toBe('processing');
  });

  it('lists its refunds', () => {
    expect(alma({ state: 'paid', refunds: [] }).status).toBe('completed');
    expect(alma({ state: 'paid', refunds: [{ amount: 4000 }] }).status).toBe('partially_refunded');
    expect(alma({ state: 'paid', refunds: [{ amount: 4000 }, { amount: 6000 }] }).status).toBe('refunded');
  });
});

describe('a payload that is no payment', () => {
  it.each<[unknown, object]>([
    ['{"id":"pay', { pointer: '', code: 'expected_object' }],
    [{}, { pointer: '/state', code: 'required' }],
    [
      { id: 'pay_1', state: 7 },
      { pointer: '/state', code: 'expected_string' },
    ],
    [{ status: { name: 'x' } }, { pointer: '/status', code: 'expected_string' }],
    [{ authorization: { status: 7 } }, { pointer: '/authorization/status', code: 'expected_string' }],
  ])('%j is not known, and where it breaks is said', (payload, violation) => {
    const reading = provider.read(payload);
    expect(reading.attempt).toMatchObject({ status: 'processing', uncertain: true });
    expect(reading.violations).toEqual([violation]);
  });

  it('is read without a throw, whatever it is', () => {
    const word = fc.oneof(fc.constantFrom('WAITING', 'ERROR', 'scored_yes', 'ABORTED'), fc.jsonValue());
    const names = [
      'state',
      'status',
      'authorization',
      'plugin_result',
      'code',
      'psp',
      'psp_status',
      'redirection',
      'url',
      'totals',
      'refunds',
      'expired_at',
    ];
    const fields = Object.fromEntries(names.map((name) => [name, word]));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record(fields, { requiredKeys: [] })), (any) => {
        const { attempt } = provider.read(any);
        expect(parse(NextAction, attempt?.next_action ?? { type: 'none' }).ok).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
