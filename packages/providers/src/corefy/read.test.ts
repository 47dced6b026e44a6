import { NextAction, parse } from '@florin/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provider as milkyPay } from '../milky-pay/index.js';
import { provider as paymentsTrust } from '../payments-trust/index.js';
import { statuses } from './statuses.js';

const invoice = (attributes: object, more: object = {}) => ({
  data: {
    type: 'payment-invoices',
    id: 'cpi_1',
    attributes: { resolution: 'ok', flow_data: [], updated: 1_700_000_000, ...attributes },
  },
  ...more,
});
const read = (attributes: object, more?: object) => paymentsTrust.read(invoice(attributes, more));
const acs = { action: 'https://acs.bank.example/challenge', method: 'POST', params: { creq: 'ey' } };

describe('the status of an invoice', () => {
  it.each(Object.entries(statuses))('%s is read, in small letters and capitals', (status, entry) => {
    for (const written of [status, status.toUpperCase()])
      expect(read({ status: written })).toMatchObject({
        status: entry.payment,
        attempt: {
          id: 'cpi_1',
          status: entry.attempt,
          uncertain: 'uncertain' in entry,
          next_action: null,
          revision: 1_700_000_000,
        },
      });
  });

  it('a status that nobody lists keeps the payment watched', () => {
    expect(read({ status: 'awaiting_stars' })).toMatchObject({
      status: 'pending',
      attempt: { status: 'awaiting_stars', uncertain: false, failure: null },
    });
  });

  it.each(['completed', 'Failed', 'cancelled', 'action_required'])(
    '%s is no word of theirs, whatever it is in the contract',
    (status) => {
      expect(read({ status })).toMatchObject({ status: 'pending', attempt: { status: `native_${status}` } });
    },
  );

  it.each(['forced_captured', 'CREATED_FROM_STATEMENT', 'refund_error'])(
    'given up with %s: nobody is asked to pay again',
    (resolution) => {
      expect(read({ status: 'terminated', resolution }).attempt).toMatchObject({
        status: 'failed',
        failure: { recovery: 'verify_outcome' },
      });
      expect(read({ status: 'terminated' }).attempt).toMatchObject({ status: 'cancelled', failure: null });
    },
  );

  it('an invoice that was not paid says nothing of the payment: another one may follow', () => {
    for (const status of ['process_failed', 'expired', 'terminated']) expect(read({ status }).status).toBe('pending');
  });

  it('decides, whatever the resolution says', () => {
    expect(read({ status: 'processed', resolution: 'card_stolen' })).toMatchObject({
      status: 'completed',
      attempt: { status: 'completed', failure: null },
    });
    expect(read({ status: 'process_pending', resolution: 'fatal_error' }).attempt).toMatchObject({
      status: 'processing',
      failure: null,
    });
    expect(read({ status: 'refund_failed', resolution: 'refund_error' }).status).toBe('completed');
  });

  it('less paid than asked is not known, and never failed', () => {
    expect(read({ status: 'partially_processed' }).attempt).toMatchObject({ status: 'processing', uncertain: true });
  });
});

describe('the resolution of a failed invoice', () => {
  it.each([
    ['process_failed', 'card_lost', 'blocked'],
    ['PROCESS_FAILED', 'CARD_IS_STOLEN', 'blocked'],
    ['process_failed', 'invalid_cvv', 'check_cvc'],
    ['process_failed', 'a_resolution_of_tomorrow', 'generic_decline'],
    ['process_failed', 'ok', 'generic_decline'],
    ['expired', 'ok', 'payment_expired'],
    ['expired', undefined, 'payment_expired'],
    ['expired', 'insufficient_funds', 'insufficient_funds'],
  ])('%s with %s', (status, resolution, reason) => {
    expect(paymentsTrust.read(invoice({ status, resolution })).attempt?.failure?.reason).toBe(reason);
  });

  it('may be left out', () => {
    expect(read({ status: 'process_failed', resolution: null }).attempt).toMatchObject({
      status: 'failed',
      failure: null,
    });
  });
});

describe('what the customer has to do', () => {
  const challenge = { type: 'three_ds_challenge', url: acs.action, params: { creq: 'ey' } };

  it.each<[string, object, object]>([
    ['beside the resource', {}, { auth_mode: '3ds', auth_payload: acs }],
    ['in its attributes', { auth_payload: acs }, {}],
  ])('an issuer’s challenge is read %s', (_, attributes, more) => {
    const { attempt, status } = read({ status: 'process_pending', ...attributes }, more);
    expect(status).toBe('pending');
    expect(attempt).toMatchObject({ status: 'action_required', next_action: challenge });
  });

  it('the names of its parameters are the acquirer’s', () => {
    const params = { MD: 'md', PaReq: 'pareq', TermUrl: 'https://shop.example/done' };
    const attempt = read({ status: 'process_pending', auth_payload: { ...acs, params } }).attempt;
    expect(attempt?.next_action).toMatchObject({ type: 'three_ds_challenge', params });
    const odd = { bank_token: 'x' };
    const asked = read({ status: 'process_pending' }, { auth_mode: '3DS', auth_payload: { ...acs, params: odd } });
    expect(asked.attempt?.next_action).toMatchObject({ type: 'three_ds_challenge', params: odd });
  });

  it('the hosted page is gone to', () => {
    const flow_data = { action: 'https://pay.example/hpp', method: 'get', params: { cpi: 'cpi_1' } };
    expect(read({ status: 'created', flow_data }).attempt?.next_action).toEqual({
      type: 'redirect',
      url: flow_data.action,
      method: 'GET',
      params: { cpi: 'cpi_1' },
      presentation: 'page',
    });
    expect(read({ status: 'created', flow_data: { ...flow_data, params: [] } }).attempt?.next_action).toMatchObject({
      type: 'redirect',
    });
  });

  it('a code is asked for', () => {
    expect(read({ status: 'process_pending', resolution: 'auth_otp_required' }).attempt).toMatchObject({
      status: 'action_required',
      next_action: { type: 'otp' },
    });
  });

  it('something is asked for that is not said here', () => {
    expect(read({ status: 'process_pending', resolution: 'AUTH_3DS_REQUIRED' }).attempt).toMatchObject({
      status: 'action_required',
      next_action: null,
    });
  });

  it.each([[[]], [{}], [null], ['x'], [{ action: 'javascript:alert(1)' }]])(
    'flow_data %o asks for nothing',
    (flow_data) => {
      expect(read({ status: 'process_pending', flow_data }).attempt).toMatchObject({
        status: 'processing',
        next_action: null,
      });
    },
  );

  it('nothing is asked of a payment that is over', () => {
    for (const status of ['processed', 'process_failed', 'expired', 'partially_processed'])
      expect(read({ status, resolution: 'auth_3ds_required' }, { auth_payload: acs }).attempt?.next_action).toBeNull();
  });

  it('what the card gateway asks for without an address is waited for', () => {
    const asked = read({ status: 'process_pending' }, { auth_mode: '3ds', auth_payload: { action: 'data:x' } });
    expect(asked.attempt).toMatchObject({ status: 'action_required', next_action: { type: 'native_3ds' } });
  });
});

describe('a payload that is not an invoice', () => {
  it.each<[unknown, object]>([
    ['{"data":{"id":"cp', { pointer: '', code: 'expected_object' }],
    [[], { pointer: '', code: 'expected_object' }],
    [{ data: 7 }, { pointer: '/data', code: 'expected_object' }],
    [{ data: [] }, { pointer: '/data/0', code: 'required' }],
    [{ error: 'x' }, { pointer: '/attributes', code: 'required' }],
    [{ data: { id: 'cpi_1' } }, { pointer: '/data/attributes', code: 'required' }],
    [{ data: { id: 'cpi_1', attributes: {} } }, { pointer: '/data/attributes/status', code: 'required' }],
    [{ data: { attributes: { status: 4 } } }, { pointer: '/data/attributes/status', code: 'expected_string' }],
  ])('%j is not known, and where it breaks is said', (payload, violation) => {
    const reading = milkyPay.read(payload);
    expect(reading.attempt).toMatchObject({ status: 'processing', uncertain: true, failure: null });
    expect(reading.status).toBeUndefined();
    expect(reading.violations).toEqual([violation]);
  });

  it('is read without a throw, whatever it is, and never ends a payment by accident', () => {
    const text = fc.oneof(
      fc.constantFrom(
        'process_pending',
        'created',
        'PROCESSING',
        'auth_3ds_required',
        'completed',
        'failed',
        'cancelled',
      ),
      fc.string(),
    );
    const attributes = fc.record(
      {
        status: text,
        resolution: fc.oneof(text, fc.jsonValue()),
        flow_data: fc.jsonValue(),
        auth_payload: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const payload = fc.oneof(
      fc.jsonValue(),
      fc.record({
        data: fc.oneof(fc.jsonValue(), fc.record({ id: fc.jsonValue(), attributes })),
        auth_mode: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(payload, (any) => {
        const { attempt } = paymentsTrust.read(any);
        expect(parse(NextAction, attempt?.next_action ?? { type: 'none' }).ok).toBe(true);
        // Only a listed word ends it.
        const words = JSON.stringify(any)?.toLowerCase() ?? '';
        const hasEnded = ['completed', 'failed', 'cancelled'].includes(attempt?.status ?? '');
        expect(hasEnded && !/processed|process_failed|expired|terminated|refund|charged/.test(words)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
