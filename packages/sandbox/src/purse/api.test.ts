import { describe, expect, it } from 'vitest';
import { account, json, newPayment, newSession, openPurse } from './purse.fixture.js';

describe('access', () => {
  it('is a token that is good for an hour, beside the API key', async () => {
    const { call, clock, grant } = await openPurse();
    const granted = await grant();
    expect(granted.status).toBe(200);
    expect(await granted.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const path = '/payment/v2/client-sessions';
    expect((await call(path, newSession)).status).toBe(201);
    expect((await call(path, newSession, { 'x-api-key': 'key_2' })).status).toBe(403);
    expect((await call(path, newSession, { Authorization: 'Bearer nothing' })).status).toBe(401);
    await clock.advance(3600_000);
    const late = await call(path, newSession);
    expect(late.status).toBe(401);
    expect(late.headers.get('Content-Type')).toBe('application/problem+json');
  });

  it.each([
    [{ grant_type: 'client_credentials' }, { Authorization: `Basic ${btoa('client_1:wrong')}` }, 401],
    [{ grant_type: 'client_credentials' }, {}, 401],
    [{ grant_type: 'password' }, { Authorization: `Basic ${btoa('client_1:secret_1')}` }, 400],
    [{ grant_type: 'client_credentials', client_id: 'client_1', client_secret: 'secret_1' }, {}, 200],
  ])('%o with %o is %i', async (fields, headers, status) => {
    const { form } = await openPurse();
    expect((await form('/purse/oauth/token', fields, headers as Record<string, string>)).status).toBe(status);
  });
});

describe('sessions', () => {
  it('are opened in either spelling', async () => {
    const { openSession } = await openPurse();
    const { currency: _currency, shopper_redirection_url: _url, ...rest } = newSession;
    const order = { reference: 'order-1', currency_code: 'EUR', redirection: 'http://shop.test/back' };
    expect(await openSession()).toMatchObject({ status: 'CREATED', amount: 12_000, currency: 'EUR' });
    expect(
      await openSession({ ...rest, currency: undefined, shopper_redirection_url: undefined, order }),
    ).toMatchObject({
      currency: 'EUR',
      shopper_redirection_url: 'http://shop.test/back',
      widget: { data: expect.any(String) },
    });
  });

  it.each([
    [{ entity_id: 'entity_2' }, '/entity_id'],
    [{ amount: 49.99 }, '/amount'],
    [{ currency: 'euro' }, '/currency'],
    [{ shopper_redirection_url: 'javascript:1' }, '/shopper_redirection_url'],
    [{ order: {} }, '/order/reference'],
    [{ capture_mode: 'LATER' }, '/capture_mode'],
  ])('with %o are refused at %s', async (fields, pointer) => {
    const { openSession } = await openPurse();
    expect(await openSession(fields)).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('are aborted with what is under way in them, and take no payment then', async () => {
    const { openSession, start, call, read } = await openPurse();
    const { id } = await openSession();
    const paid = await json(await start(id, '4242424242424242'));
    const waiting = await json(await start(id, '4000000000001125'));
    const aborted = await call(`/payment/v2/client-sessions/${id}/abort`, {});
    expect(aborted.status).toBe(303);
    expect(new URL(aborted.headers.get('Location') ?? '').pathname).toBe(`/purse/payment/v2/client-sessions/${id}`);
    expect(await read(waiting.id)).toMatchObject({ state: 'ERROR', code: 'ABORTED_BY_CUSTOMER' });
    expect(await read(paid.id)).toMatchObject({ state: 'SUCCESS', version: 2 });
    expect((await json(await start(id, '4242424242424242'))).errors).toMatchObject([{ pointer: '/client_session_id' }]);
  });
});

describe('the vault', () => {
  it.each([
    [{ number: '4242', expiry_month: 4, expiry_year: 2042 }, '/card/number'],
    [{ number: '4242424242424242', expiry_month: 13, expiry_year: 2042 }, '/card/expiry_month'],
    [{ number: '4242424242424242', expiry_month: 4, expiry_year: 2042, cvv: 'abc' }, '/card/cvv'],
  ])('refuses a malformed card at its field and repeats nothing', async (card, pointer) => {
    const { call } = await openPurse();
    const text = await (await call('/vault/v1/form-tokens', { card })).text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ pointer }] });
    expect(text).not.toContain('4242');
  });

  it('gives a token that is good once, and for ten minutes', async () => {
    const { call, clock, openSession, tokenize } = await openPurse();
    const { id } = await openSession();
    const [once, late] = [await tokenize('4242424242424242'), await tokenize('4242424242424242')];
    expect((await call('/payment/v2/payments', newPayment(id, once))).status).toBe(201);
    const again = await call('/payment/v2/payments', newPayment(id, once));
    expect(await json(again)).toMatchObject({ errors: [{ pointer: '/split/0/vault_form_token' }] });
    await clock.advance(10 * 60_000);
    expect((await call('/payment/v2/payments', newPayment(id, late))).status).toBe(400);
  });
});

describe('payments', () => {
  it('are written as documented', async () => {
    const { pay, clock } = await openPurse();
    expect(await pay('4242424242424242')).toEqual({
      id: expect.any(String),
      version: 2,
      created_at: new Date(clock.now()).toISOString(),
      entity_id: account.entityId,
      amount: 12_000,
      currency: 'EUR',
      client_session_id: expect.any(String),
      order_reference: 'order-1-pa_1',
      state: 'SUCCESS',
      code: 'SUCCEEDED',
      psp: { name: 'card', status: 'in_progress' },
      totals: {
        authorized: 12_000,
        available_to_capture: 0,
        captured: 12_000,
        available_to_refund: 12_000,
        refunded: 0,
        charged_back: 0,
      },
      captures: [{ reference: null, amount: 12_000 }],
      split: [{ reference: null, partner: null, method: null, label: null, amount: 12_000, installments: null }],
    });
  });

  it('are charged as often as they are sent: nothing here makes them unique', async () => {
    const { openSession, start, call } = await openPurse();
    const { id } = await openSession();
    await start(id, '4242424242424242');
    await start(id, '4242424242424242');
    const { payments } = await json(await call(`/payment/v2/payments?client_session_id=${id}`));
    expect(payments.map(({ state }: { state: string }) => state)).toEqual(['SUCCESS', 'SUCCESS']);
    expect((await call('/payment/v2/payments?client_session_id=none')).status).toBe(404);
    expect((await call('/payment/v2/payments/none')).status).toBe(404);
  });

  it.each([
    [{ amount: 11_999 }, '/split/0/amount'],
    [{ currency: 'USD' }, '/currency'],
    [{ client_session_id: 'none' }, '/client_session_id'],
    [{ order: {} }, '/order/reference'],
    [{ split: [] }, '/split/0/vault_form_token'],
  ])('with %o are refused at %s', async (fields, pointer) => {
    const { openSession, tokenize, call } = await openPurse();
    const { id } = await openSession();
    const body = { ...newPayment(id, await tokenize('4242424242424242')), ...fields };
    expect(await json(await call('/payment/v2/payments', body))).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('with a label say how many payments it is', async () => {
    const { openSession, start } = await openPurse();
    const { id } = await openSession();
    const refused = await json(await start(id, '4242424242424242', {}, { label: 'almacb4x' }));
    expect(refused).toMatchObject({ errors: [{ pointer: '/split/0/installments' }] });
  });

  it('are authorised first and captured in parts when the session says so', async () => {
    const { pay, call, read } = await openPurse();
    const { id, totals } = await pay('4242424242424242', {}, { session: { capture_mode: 'MANUAL' } });
    expect(totals).toMatchObject({ authorized: 12_000, available_to_capture: 12_000, captured: 0 });
    const capture = (amount: number) => call(`/payment/v2/payments/${id}/capture`, { amount, reference: 'c1' });
    expect((await capture(5_000)).status).toBe(200);
    expect(await json(await capture(7_001))).toMatchObject({ errors: [{ pointer: '/amount' }] });
    expect(await read(id)).toMatchObject({
      totals: { captured: 5_000, available_to_capture: 7_000 },
      captures: [{ reference: 'c1', amount: 5_000 }],
    });
  });

  it('wait for their authorisation, are authorised, and are captured then', async () => {
    const { pay, call, read, clock } = await openPurse();
    const scenario = { code: 'in_progress', after: 2_000 };
    const { id, state, totals } = await pay('4242424242424242', scenario, { session: { capture_mode: 'MANUAL' } });
    expect([state, totals.authorized]).toEqual(['WAITING', 0]);
    await clock.advance(2_000);
    expect(await read(id)).toMatchObject({ state: 'SUCCESS', totals: { authorized: 12_000, captured: 0 } });
    await call(`/payment/v2/payments/${id}/capture`, {});
    expect(await read(id)).toMatchObject({ totals: { captured: 12_000, available_to_capture: 0 } });
  });

  it('are refunded by the API and from behind, in part and in full', async () => {
    const { pay, call, read, send } = await openPurse();
    const { id, client_session_id: session } = await pay('4242424242424242');
    await call(`/payment/v2/payments/${id}/refund`, { amount: 2_000 });
    expect(await read(id)).toMatchObject({ totals: { refunded: 2_000, available_to_refund: 10_000 } });
    const behind = (of: string, part: boolean) =>
      send(`/control/payments/${of}/refund`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ part }),
      });
    await behind(id, true);
    expect(await read(id)).toMatchObject({ totals: { refunded: 7_000 } });
    await behind(session, false);
    expect(await read(id)).toMatchObject({ totals: { refunded: 12_000, available_to_refund: 0 } });
  });

  it('are charged back from behind', async () => {
    const { pay, read, send } = await openPurse();
    const { id } = await pay('4242424242424242');
    const headers = { 'Content-Type': 'application/json' };
    await send(`/control/payments/${id}/charge-back`, { method: 'POST', headers, body: '{}' });
    expect(await read(id)).toMatchObject({ totals: { charged_back: 12_000 } });
  });

  it('are shown without card data', async () => {
    const { pay, send } = await openPurse();
    await pay('4000000000001042');
    const text = await (await send('/control/payments')).text();
    expect(JSON.parse(text).payments).toMatchObject([
      {
        provider: 'purse',
        status: 'ERROR',
        amount: 120,
        attempts: [{ failure: 'scored_no', label: 'Visa •••• 1042' }],
      },
    ]);
    expect(text).not.toContain('40000000');
  });
});
