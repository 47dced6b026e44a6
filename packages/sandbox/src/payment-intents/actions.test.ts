import { describe, expect, it } from 'vitest';
import type { Asks } from '../asks.js';
import { cardAttempt, dataOf, openSandbox } from '../sandbox.fixture.js';

const CARD = '4242424242424242';
const phone = { number: '+2290197001234', country: 'BJ' };

/** What the customer of one attempt is asked for. */
async function askedBy(attempt: object, asks?: Asks) {
  const sandbox = openSandbox({ merchant: 'Atelier Nord' });
  const intent = await sandbox.createIntent();
  const { next_action: action } = await dataOf(await sandbox.payWith(intent, attempt, asks && { asks }));
  return { ...sandbox, intent, action };
}

const inMinutes = (minutes: number) => new Date(Date.parse('2026-01-15T10:00:00Z') + minutes * 60_000).toISOString();

describe('what each method asks for', () => {
  it.each([
    ['bank_page', { type: 'redirect_to_url', url: expect.stringMatching(/^http:\/\/sandbox\.test\/bank\/\w{32}$/) }],
    [
      'bank_form',
      {
        type: 'redirect_to_url',
        url: 'http://sandbox.test/bank',
        method: 'POST',
        params: { token: expect.stringMatching(/^\w{32}$/) },
      },
    ],
    [
      'bank_popup',
      { type: 'redirect_to_url', url: expect.stringContaining('http://sandbox.test/bank/'), presentation: 'popup' },
    ],
    ['bank_frame', { type: 'embed_iframe', url: expect.stringContaining('http://sandbox.test/bank/'), height: 420 }],
    [
      'bank_app',
      { type: 'approve_on_phone', app_name: 'Sandbank', resend_at: inMinutes(0.5), expires_at: inMinutes(5) },
    ],
    [
      'bank_transfer',
      {
        type: 'display_payment_instructions',
        lines: [
          { label: 'Account holder', value: 'Atelier Nord', copyable: true },
          { label: 'IBAN', value: expect.stringMatching(/^FR76/), copyable: true },
          { label: 'Reference', value: expect.stringMatching(/^[0-9A-F]{12}$/), copyable: true },
          { label: 'Amount (EUR)', value: '49.99', copyable: true },
        ],
        expires_at: inMinutes(3 * 24 * 60),
      },
    ],
    [
      'voucher',
      {
        type: 'display_payment_instructions',
        lines: [
          { label: 'Voucher number', value: expect.stringMatching(/^\d{4} \d{4} \d{4}$/), copyable: true },
          { label: 'Pay at', value: 'Any counter of the sandbox', copyable: false },
          { label: 'Amount', value: '€49.99', copyable: false },
        ],
        document_url: expect.stringContaining('http://sandbox.test/bank/document/'),
        expires_at: inMinutes(3 * 24 * 60),
      },
    ],
    [
      'qr',
      {
        type: 'scan_qr_code',
        content: expect.stringContaining('http://sandbox.test/phone/'),
        expires_at: inMinutes(5),
      },
    ],
    [
      'wallet_qr',
      {
        type: 'scan_qr_code',
        content: expect.stringContaining('http://sandbox.test/phone/'),
        app_url: expect.stringContaining('http://sandbox.test/phone/'),
        copy_code: expect.stringMatching(/^SAND-[0-9A-F]{12}$/),
        expires_at: inMinutes(5),
      },
    ],
    [
      'wallet_sdk',
      {
        type: 'complete_with_sdk',
        provider: 'sandbox_wallet',
        parameters: { session: expect.stringMatching(/^ws_\w{32}$/), amount: 49.99, currency: 'EUR' },
      },
    ],
  ])('%s', async (method_code, action) => {
    expect((await askedBy({ method_code })).action).toEqual(action);
  });

  it.each([
    ['fr', ['Titulaire du compte', 'IBAN', 'Référence', 'Montant (EUR)'], '49,99'],
    ['ar', ['صاحب الحساب', 'IBAN', 'المرجع', 'المبلغ (EUR)'], '49.99'],
    ['*', ['Account holder', 'IBAN', 'Reference', 'Amount (EUR)'], '49.99'],
  ])('is told in the language of the intent: %s', async (language, labels, amount) => {
    const { createIntent, payWith } = openSandbox();
    const { next_action } = await dataOf(
      await payWith(await createIntent(undefined, language), { method_code: 'bank_transfer' }),
    );
    expect(next_action.lines.map(({ label }: { label: string }) => label)).toEqual(labels);
    expect(next_action.lines.at(-1).value).toBe(amount);
  });

  it.each([
    ['momo_mtn', { type: 'approve_on_phone', dial_code: '*880#', resend_at: inMinutes(0.5), expires_at: inMinutes(5) }],
    [
      'momo_moov',
      { type: 'approve_on_phone', dial_code: '*855#', resend_at: inMinutes(0.5), expires_at: inMinutes(5) },
    ],
  ])('%s, of Benin', async (method_code, action) => {
    expect((await askedBy({ method_code, country: 'BJ', phone })).action).toEqual(action);
  });

  it('orange_money: a code that the customer dials for, and nobody sends again', async () => {
    const attempt = { method_code: 'orange_money', country: 'CI', phone: { number: '0700000012', country: 'CI' } };
    const { action, act, intent } = await askedBy(attempt);
    expect(action).toEqual({
      type: 'collect_otp',
      fields: [{ name: 'otp', length: 6, alphabet: 'numeric' }],
      channel: 'ussd',
      dial_code: '#144*82#',
      expires_at: inMinutes(5),
      attempts_left: 3,
    });
    expect((await act(intent, 'resend')).status).toBe(409);
    expect(await dataOf(await act(intent, 'confirm', { otp: '123456' }))).toMatchObject({ status: 'completed' });
  });

  it('free_money: an approval without anything to dial', async () => {
    const attempt = { method_code: 'free_money', country: 'SN', phone: { number: '700000012', country: 'SN' } };
    const { action } = await askedBy(attempt);
    expect(Object.keys(action)).toEqual(['type', 'resend_at', 'expires_at']);
  });
});

describe('what a scenario asks for', () => {
  const types: [Asks, string][] = [
    ['three_ds_method', 'complete_with_sdk'],
    ['challenge', 'complete_with_sdk'],
    ['challenge_v1', 'complete_with_sdk'],
    ['challenge_named', 'complete_with_sdk'],
    ['method_and_challenge', 'complete_with_sdk'],
    ['decoupled', 'complete_with_sdk'],
    ['otp', 'collect_otp'],
    ['redirect', 'redirect_to_url'],
    ['redirect_form', 'redirect_to_url'],
    ['popup', 'redirect_to_url'],
    ['iframe', 'embed_iframe'],
    ['qr', 'scan_qr_code'],
    ['approval', 'approve_on_phone'],
    ['instructions', 'display_payment_instructions'],
    ['voucher', 'display_payment_instructions'],
    ['sdk', 'complete_with_sdk'],
    ['unlisted', 'an_action_nobody_lists'],
  ];

  it.each(types)('%s, of a card', async (asks, type) => {
    expect((await askedBy(cardAttempt(CARD), asks)).action).toMatchObject({ type });
  });

  it('the same of another method, which would ask for something else', async () => {
    const { action, read, intent } = await askedBy({ method_code: 'qr' }, 'otp');
    expect(action).toMatchObject({ type: 'collect_otp', channel: 'sms', sent_to: '•••• 42' });
    expect(await read(intent)).toMatchObject({ active_attempt: { method: { value: 'qr' } } });
  });

  it('has fields of 3-D Secure 1, or an acquirer’s own', async () => {
    const notification = 'http://shop.test/api/checkout/three-ds/nonce-1';
    const paramsOf = async (asks: Asks) => (await askedBy(cardAttempt(CARD), asks)).action.parameters.params;
    expect(await paramsOf('challenge_v1')).toEqual({
      PaReq: expect.stringMatching(/^[\w-]+$/),
      MD: expect.stringMatching(/^md \w{8}$/),
      TermUrl: notification,
    });
    expect(await paramsOf('challenge_named')).toEqual({
      auth_request: expect.stringMatching(/^[\w-]+$/),
      auth_reference: expect.stringMatching(/^md \w{8}$/),
      auth_return: notification,
    });
  });

  it('an unlisted one is over by itself', async () => {
    const { clock, read, intent } = await askedBy(cardAttempt(CARD), 'unlisted');
    await clock.advance(4_999);
    expect(await read(intent)).toMatchObject({ status: 'pending' });
    await clock.advance(1);
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });
});

describe('the wallet’s SDK', () => {
  it.each([
    [true, 'completed', null],
    [false, 'failed', 'CUSTOMER_CANCELLED'],
  ])('approved: %s', async (approved, status, code) => {
    const { action, act, intent } = await askedBy({ method_code: 'wallet_sdk' });
    const { session } = action.parameters;
    const attempt = await dataOf(await act(intent, 'confirm', { confirmation_data: { session, approved } }));
    expect(attempt.status).toBe(status);
    expect(attempt.failure?.code.value ?? null).toBe(code);
  });

  it.each([{}, { session: 'ws_1', approved: true }])('%j is not believed', async (confirmation_data) => {
    const { act, intent, read } = await askedBy({ method_code: 'wallet_sdk' });
    expect((await act(intent, 'confirm', { confirmation_data })).status).toBe(422);
    expect(await read(intent)).toMatchObject({ active_attempt: { status: 'action_required' } });
  });
});

describe('cancelling', () => {
  const all = ['three_ds_method', 'challenge', 'otp', 'redirect', 'popup', 'iframe', 'qr', 'approval'] as const;
  it.each([...all, 'instructions', 'voucher', 'sdk', 'unlisted'] as const)('ends %s', async (asks) => {
    const { act, intent, clock, read, payWith } = await askedBy(cardAttempt(CARD), asks);
    expect(await dataOf(await act(intent, 'cancel'))).toMatchObject({ status: 'cancelled', next_action: null });
    await clock.advance(10_000);
    expect(await read(intent)).toMatchObject({ status: 'pending', active_attempt: { status: 'cancelled' } });
    expect((await payWith(intent, cardAttempt(CARD))).status).toBe(201);
  });

  it('is refused where the scenario says so', async () => {
    const { createIntent, payWith, act, read } = openSandbox();
    const intent = await createIntent({ behaves: 'cannot_cancel' });
    await payWith(intent, { method_code: 'bank_page' });
    expect((await act(intent, 'cancel')).status).toBe(409);
    expect(await read(intent)).toMatchObject({ active_attempt: { status: 'action_required' } });
  });
});
