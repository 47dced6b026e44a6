import { NextAction, parse, reasons } from '@florin/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provider } from './index.js';

const attempt = {
  id: 'att_1',
  method: { value: 'card' },
  status: 'processing',
  gateway: {},
  next_action: {},
  failure: null,
  failover: null,
};
const intent = { id: 'TRX1', status: 'pending', amount: { value: 50 }, active_attempt: attempt };
const read = (payload: unknown) => provider.read(payload);
const failed = (failure: unknown) => read({ ...attempt, status: 'failed', failure }).attempt?.failure;

describe('the shape of a payload', () => {
  it.each([
    ['an envelope', { message: 'ok', data: intent }],
    ['an intent', intent],
  ])('%s says the payment and its active attempt', (_, payload) => {
    expect(read(payload)).toMatchObject({ status: 'pending', attempt: { id: 'att_1', status: 'processing' } });
  });

  it.each([
    ['an envelope', { data: attempt }],
    ['a bare attempt', attempt],
  ])('%s of an attempt says nothing about the payment', (_, payload) => {
    const reading = read(payload);
    expect(reading.status).toBeUndefined();
    expect(reading.attempt).toMatchObject({ id: 'att_1', status: 'processing', uncertain: false });
  });

  it('an intent without an attempt has none', () => {
    expect(read({ ...intent, status: 'expired', active_attempt: null })).toEqual({ status: 'expired', attempt: null });
  });

  it.each([null, undefined, 'Bad gateway', 7, [], {}, { data: null }, { data: { id: 'TRX1' } }])(
    'what is no payload (%j) is uncertain, never failed',
    (payload) => {
      expect(read(payload).attempt).toMatchObject({ status: 'processing', uncertain: true });
    },
  );
});

describe('statuses', () => {
  it.each([
    ['processing', 'processing'],
    ['action_required', 'action_required'],
    ['requires_action', 'action_required'],
    ['completed', 'completed'],
    ['succeeded', 'completed'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['pondering', 'pondering'],
    ['constructor', 'constructor'],
  ])('an attempt that is %s is %s', (native, status) => {
    expect(read({ ...attempt, status: native }).attempt?.status).toBe(status);
  });

  it('the provider does not know: in progress and uncertain, without a failure', () => {
    const failure = { code: { value: 'UNKNOWN_OUTCOME', category: 'GATEWAY_ERROR', message: 'x' } };
    expect(read({ ...attempt, failure }).attempt).toMatchObject({
      status: 'processing',
      uncertain: true,
      failure: null,
    });
  });

  it('status alone decides: an unknown outcome on a failed attempt leaves it failed', () => {
    expect(read({ ...attempt, status: 'failed', failure: { code: 'UNKNOWN_OUTCOME' } }).attempt).toMatchObject({
      status: 'failed',
      uncertain: false,
      failure: { reason: 'unknown_outcome' },
    });
  });

  it.each([{ is_fallback: true }, { failover: { is_failover: true } }])('%j is a fallback', (fields) => {
    expect(read({ ...attempt, ...fields }).attempt?.is_fallback).toBe(true);
  });
});

describe('failures', () => {
  it('every code of the table has a reason of the closed set', () => {
    for (const code of provider.codes) {
      const failure = provider.describeFailure(code);
      expect(failure.code).toEqual({ value: code, category: reasons[failure.reason].category, message: null });
      expect(failure.recovery).toBe(reasons[failure.reason].recovery);
    }
  });

  it.each([
    [{ code: { value: 'INSUFFICIENT_BALANCE', category: 'CUSTOMER_ERROR', message: 'for you' } }, 'insufficient_funds'],
    [{ code: 'INSUFFICIENT_BALANCE', message: 'for you' }, 'insufficient_funds'],
    [{ code: { value: 'LOST_CARD', category: 'SECURITY_ERROR', message: 'for you' } }, 'blocked'],
    [{ code: { value: 'NOBODY_LISTS', category: 'TELCO_ERROR', message: 'for you' } }, 'operator_failed'],
    [{ code: { value: 'NOBODY_LISTS', category: 'NEW_ERROR', message: 'for you' } }, 'generic_decline'],
  ])('%j', (native, reason) => {
    expect(failed(native)).toMatchObject({ reason, code: { message: 'for you' } });
  });

  it.each([null, {}, { code: null }, { code: {} }, 'DECLINED'])('%j explains nothing', (native) => {
    expect(failed(native)).toBeNull();
  });

  it('the field to mend and the silence about a blocked card come from the contract', () => {
    expect(provider.describeFailure('INVALID_CVC')).toMatchObject({ recovery: 'edit_field', field: 'cvc' });
    expect(provider.describeFailure('STOLEN_CARD')).toMatchObject({ reason: 'blocked', disclose: false });
  });
});

describe('next actions', () => {
  const action = (next_action: unknown) =>
    read({ ...attempt, status: 'action_required', next_action }).attempt?.next_action;
  const at = '2026-01-01T00:00:00.000Z';

  it.each([null, undefined, {}, [], { type: 'none' }])('%j asks for nothing', (native) => {
    expect(action(native)).toBeNull();
  });

  it.each<[native: object, contract: object]>([
    [
      {
        type: 'complete_with_sdk',
        provider: 'three_ds',
        parameters: { url: 'https://acs.example/c', params: { creq: 'eyJ9' }, window_size: '02', expires_at: at },
      },
      {
        type: 'three_ds_challenge',
        url: 'https://acs.example/c',
        params: { creq: 'eyJ9' },
        window_size: '02',
        expires_at: at,
        notification_origin: '',
        nonce: '',
      },
    ],
    [
      {
        type: 'complete_with_sdk',
        provider: 'three_ds',
        parameters: {
          step: 'method',
          url: 'https://acs.example/m',
          params: { threeDSMethodData: 'eyJ9' },
          server_trans_id: 't1',
          timeout_ms: 5000,
        },
      },
      {
        type: 'three_ds_method',
        url: 'https://acs.example/m',
        params: { threeDSMethodData: 'eyJ9' },
        server_trans_id: 't1',
        timeout_ms: 5000,
        notification_origin: '',
        nonce: '',
      },
    ],
    [
      {
        type: 'complete_with_sdk',
        provider: 'three_ds',
        parameters: { step: 'method', url: 'https://acs.example/m', params: 'none', timeout_ms: -1 },
      },
      {
        type: 'three_ds_method',
        url: 'https://acs.example/m',
        params: {},
        server_trans_id: '',
        timeout_ms: 10_000,
        notification_origin: '',
        nonce: '',
      },
    ],
    [
      { type: 'complete_with_sdk', provider: 'three_ds', parameters: { step: 'method', url: 'data:text/html,x' } },
      { type: 'complete_with_sdk' },
    ],
    [
      {
        type: 'complete_with_sdk',
        provider: 'three_ds',
        parameters: { step: 'a_later_one', url: 'https://acs.example' },
      },
      { type: 'complete_with_sdk' },
    ],
    [
      { type: 'complete_with_sdk', provider: 'acme', parameters: { key: 'k' } },
      { type: 'sdk', name: 'acme', params: { key: 'k' } },
    ],
    [
      {
        type: 'collect_otp',
        fields: [{ name: 'otp', length: 6, alphabet: 'numeric' }],
        channel: 'sms',
        sent_to: '•• 42',
        resend_at: '2026-01-01T01:00:00+01:00',
        expires_at: 'soon',
        attempts_left: 3,
      },
      {
        type: 'otp',
        length: 6,
        alphabet: 'numeric',
        channel: 'sms',
        sent_to: '•• 42',
        resend_at: at,
        attempts_left: 3,
      },
    ],
    [
      { type: 'scan_qr_code', content: 'https://pay.example/1', expires_at: at },
      { type: 'qr', content: 'https://pay.example/1', expires_at: at },
    ],
    [
      { type: 'scan_qr_code', content: 'pay', app_url: 'wallet://pay?id=1', copy_code: '0002' },
      { type: 'qr', content: 'pay', app_url: 'wallet://pay?id=1', copy_code: '0002' },
    ],
    ...['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', '/pay', 7].map(
      (app_url): [object, object] => [
        { type: 'scan_qr_code', content: 'pay', app_url },
        { type: 'qr', content: 'pay' },
      ],
    ),
    [
      {
        type: 'redirect_to_url',
        url: 'https://bank.example/p',
        method: 'post',
        params: { a: 1 },
        presentation: 'Popup',
      },
      {
        type: 'redirect',
        url: 'https://bank.example/p',
        method: 'POST',
        params: { a: '1' },
        presentation: 'popup',
      },
    ],
    [
      { type: 'redirect_to_url', url: 'https://bank.example/', presentation: { as: 'popup' } },
      { type: 'redirect', url: 'https://bank.example/' },
    ],
    [
      { type: 'redirect_to_url', url: 'https://bank.example/' },
      { type: 'redirect', url: 'https://bank.example/' },
    ],
    [
      { type: 'embed_iframe', url: 'https://bank.example/a' },
      { type: 'iframe', url: 'https://bank.example/a', origin: 'https://bank.example' },
    ],
    [
      { type: 'embed_iframe', url: 'https://bank.example/a', height: 420 },
      { type: 'iframe', url: 'https://bank.example/a', origin: 'https://bank.example', height: 420 },
    ],
    [
      { type: 'embed_iframe', url: 'https://bank.example/a', height: '100%' },
      { type: 'iframe', url: 'https://bank.example/a', origin: 'https://bank.example' },
    ],
    [{ type: 'embed_iframe', html: '<p>Pay</p>' }, { type: 'embed_iframe' }],
    [
      {
        type: 'approve_on_phone',
        app_name: 'Bank',
        code: '#1#',
        resend_at: '2026-01-01T01:00:00+01:00',
        expires_at: at,
      },
      { type: 'approval', app_name: 'Bank', dial_code: '#1#', resend_at: at, expires_at: at },
    ],
    [{ type: 'approve_on_phone', app_name: 7, dial_code: null, resend_at: 'soon' }, { type: 'approval' }],
    [
      { type: 'approve_on_phone', dial_code: '#144*1#' },
      { type: 'approval', dial_code: '#144*1#' },
    ],
    [
      { type: 'display_payment_instructions', reference: 'R 1' },
      { type: 'instructions', lines: [{ label: 'reference', value: 'R 1', copyable: true }] },
    ],
    [{ type: 'dance', steps: 3 }, { type: 'dance' }],
    [{ type: 'redirect_to_url', url: 'javascript:alert(1)' }, { type: 'redirect_to_url' }],
    [{ type: 'redirect' }, { type: 'native_redirect' }],
    [{ type: 'scan_qr_code' }, { type: 'scan_qr_code' }],
  ])('%j', (native, contract) => {
    expect(action(native)).toEqual(contract);
  });

  it('only an attempt that waits for the customer has one', () => {
    expect(read({ ...attempt, next_action: { type: 'collect_otp' } }).attempt?.next_action).toBeNull();
  });
});

describe('whatever comes', () => {
  const field = fc.oneof(
    fc.anything(),
    fc.constantFrom('collect_otp', 'complete_with_sdk', 'action_required', 'three_ds'),
  );
  const nativeTypes = ['redirect_to_url', 'embed_iframe', 'approve_on_phone', 'scan_qr_code', 'complete_with_sdk'];
  const names = ['step', 'url', 'params', 'timeout_ms', 'server_trans_id', 'window_size', 'expires_at'];
  const odd = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(field, fc.constantFrom('method', 'challenge', 'https://acs.example/')),
  );
  const native = fc.record(
    {
      id: field,
      status: fc.oneof(fc.constant('action_required'), field),
      failure: fc.oneof(fc.record({ code: field, message: field }), field),
      next_action: fc.oneof(
        fc.record({ type: fc.constantFrom(...nativeTypes), provider: fc.constant('three_ds'), parameters: odd }),
        fc.dictionary(fc.constantFrom('type', 'url', 'fields', 'provider', 'parameters'), field),
        field,
      ),
    },
    { requiredKeys: [] },
  );

  const payloads = fc.oneof(
    fc.anything(),
    native,
    fc.record({ data: native }),
    fc.record({ status: field, active_attempt: native }),
  );

  it('read does not throw, and its action is one of the contract', () => {
    const holds = fc.property(payloads, (payload) => {
      const { attempt } = read(payload);
      return attempt === null || attempt.next_action === null || parse(NextAction, attempt.next_action).ok;
    });
    expect(fc.check(holds, { numRuns: 1000 }).failed).toBe(false);
  });
});
