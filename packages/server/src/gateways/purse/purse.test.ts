import { describe, expect, it } from 'vitest';
import { at, attemptId, card, financed, native, openPurse, payment, start } from './purse.fixture.js';
import { json, refusedConnection, type Reply } from './scripted-provider.fixture.js';

describe('a session', () => {
  it('is opened in minor units, with the order in both spellings', async () => {
    const { gateway, sent } = openPurse({}, { webhookUrl: 'https://shop.example/hooks/purse' });
    expect(await gateway.open?.({ ...payment, providerIntentId: null })).toBe('ses_1');
    const [{ body, headers } = { body: null, headers: new Headers() }] = sent('sessions');
    expect(headers.get('Authorization')).toBe('Bearer tok_1');
    expect(headers.get('x-api-key')).toBe('key_1');
    expect(body).toMatchObject({
      entity_id: 'entity_1',
      amount: 12_000,
      currency: 'EUR',
      capture_mode: 'AUTOMATIC',
      integration_mode: 'EMBEDDED',
      shopper_redirection_url: 'https://shop.example/return/pi_1',
      order: { reference: '1024', currency_code: 'EUR', redirection: 'https://shop.example/return/pi_1' },
      webhook: { url: 'https://shop.example/hooks/purse?intent=pi_1' },
    });
  });

  it('takes its capture mode, its names and its last word from the options', async () => {
    const { gateway, sent } = openPurse(
      {},
      { captureMode: 'MANUAL', sessionNames: 'api', session: (body) => ({ ...body, integration_mode: 'HOSTED_PAGE' }) },
    );
    await gateway.open?.(payment);
    const [{ body } = { body: null }] = sent('sessions');
    expect(body).toMatchObject({ capture_mode: 'MANUAL', integration_mode: 'HOSTED_PAGE' });
    expect(body.order).not.toHaveProperty('redirection');
  });

  it('of another amount, or without an id, is none', async () => {
    const other = openPurse({ sessions: json({ id: 'ses_1', amount: 1_200_000, currency: 'EUR' }, 201) });
    await expect(other.gateway.open?.(payment)).rejects.toMatchObject({ outcome: 'refused', code: 'amount_mismatch' });
    const nameless = openPurse({ sessions: json({}, 201) });
    await expect(nameless.gateway.open?.(payment)).rejects.toMatchObject({ outcome: 'unknown', code: 'unreadable' });
  });
});

describe('a payment', () => {
  it('is made of a form token, after a look at what the session has', async () => {
    const { gateway, sent, calls } = openPurse();
    const reading = await gateway.start(start);
    expect(reading).toMatchObject({ status: 'completed', attempt: { id: 'pay_1', status: 'completed', revision: 2 } });
    expect(sent('vault')[0]?.body).toEqual({
      client_session_id: 'ses_1',
      card: { number: '4242424242424242', expiry_month: 4, expiry_year: 2042, cvv: '424' },
    });
    expect(sent('list')).toHaveLength(1);
    expect(sent('pay')[0]?.body).toEqual({
      entity_id: 'entity_1',
      amount: 12_000,
      currency: 'EUR',
      client_session_id: 'ses_1',
      shopper_redirection_url: 'https://shop.example/return/pi_1',
      order: {
        redirection: 'https://shop.example/return/pi_1',
        reference: `1024-${attemptId()}`,
        currency_code: 'EUR',
        billing_address: { email: 'ada@shop.example' },
      },
      customer: {
        last_name: 'Lovelace',
        billing_address: { email: 'ada@shop.example' },
        email: 'ada@shop.example',
        first_name: 'Ada',
      },
      split: [
        {
          amount: 12_000,
          vault_form_token: 'vft_1',
          three_ds_authentication_options: { notification_url: 'https://shop.example/three-ds/n' },
        },
      ],
    });
    const withCard = calls.filter(({ body }) => JSON.stringify(body).includes('4242424242424242'));
    expect(withCard.map(({ path }) => path)).toEqual(['/vault/v1/form-tokens']);
  });

  it('in parts names Alma, the label and the plan', async () => {
    const { gateway, sent } = openPurse();
    await gateway.start(financed);
    expect(sent('pay')[0]?.body.split).toEqual([
      {
        amount: 12_000,
        partner: 'alma',
        method: 'cb4x',
        label: 'almacb4x',
        installments: { count: 4, deferred_days: 0, deferred_months: 0 },
        vault_form_token: 'vft_1',
        three_ds_authentication_options: { notification_url: 'https://shop.example/three-ds/n' },
      },
    ]);
  });

  it('takes methods, the place of the attempt’s id and its last word from the options', async () => {
    const methods = { card: { partner: 'bank', method: 'creditcard' } };
    const { gateway, sent } = openPurse(
      {},
      { methods, attemptIn: 'split_reference', payment: (body) => ({ ...body, language: 'fr' }) },
    );
    await gateway.start(start);
    expect(sent('pay')[0]?.body).toMatchObject({
      language: 'fr',
      order: { reference: '1024' },
      split: [{ partner: 'bank', method: 'creditcard', reference: attemptId() }],
    });
  });

  it('brings what the customer typed, the browser, and the chosen brand', async () => {
    const { gateway, sent } = openPurse();
    const browser = {
      user_agent: 'Browser/1',
      language: 'fr-FR',
      color_depth: 24,
      screen_width: 1920,
      screen_height: 1080,
      timezone_offset: -60,
      java_enabled: false,
      javascript_enabled: true,
    };
    const typed = {
      brand: 'cartes_bancaires',
      holder: 'ADA',
      billing: { country: 'FR', city: 'Lyon' },
      phone: '+33612345678',
    };
    await gateway.start({ ...start, browser, input: { ...card, ...typed } });
    expect(sent('vault')[0]?.body.card).toMatchObject({ holder_name: 'ADA', selected_network: 'cartes_bancaires' });
    expect(sent('pay')[0]?.body).toMatchObject({
      order: { billing_address: { city: 'Lyon', country_code: 'FR', phone: '+33612345678' } },
      browser: {
        user_agent: 'Browser/1',
        accept_header: 'text/html',
        color_depth: 24,
        java_enabled: false,
        javascript_enabled: true,
        locale: 'fr-FR',
        screen_height: 1080,
        screen_width: 1920,
        utc_time_zone: -60,
      },
    });
  });

  it('after a soft decline asks the issuer for a challenge', async () => {
    const { gateway, sent } = openPurse();
    await gateway.start({ ...start, authenticate: true });
    expect(sent('pay')[0]?.body.split[0].three_ds_authentication_options).toMatchObject({
      challenge_indicator: 'CHALLENGE_REQUESTED_BY_MANDATE',
    });
    const own = openPurse({}, { challengeIndicator: '04' });
    await own.gateway.start({ ...start, authenticate: true });
    expect(own.sent('pay')[0]?.body.split[0].three_ds_authentication_options.challenge_indicator).toBe('04');
  });

  it.each([
    ['a saved card', { ...start, input: { type: 'saved_card' as const, card: 'sc_1' } }],
    ['a QR code', { ...start, input: { type: 'qr' as const } }],
    ['a card in parts', { ...start, installments: { count: 3, amount: 4_120, total: 12_360 } }],
    ['no plan', { ...financed, plan: null }],
    ['a plan of somebody else’s', { ...financed, plan: { ...financed.plan!, id: 'other_4' } }],
  ])('of %s is refused before any call', async (_, request) => {
    const { gateway, calls } = openPurse();
    const refused = { outcome: 'refused', failure: { reason: 'method_unavailable' } };
    await expect(gateway.start(request)).rejects.toMatchObject(refused);
    expect(calls).toEqual([]);
  });

  it('that waits tells what the customer has to do', async () => {
    const redirection = {
      type: 'three_ds_challenge',
      url: 'https://acs.example/c',
      method: 'POST',
      params: { creq: 'x' },
    };
    const waiting = native({
      state: 'WAITING',
      code: 'WAITING_PARTNER_RESPONSE',
      psp: { status: 'not_started' },
      redirection,
    });
    const { gateway } = openPurse({ pay: json(waiting, 201) });
    expect((await gateway.start(start)).attempt).toMatchObject({
      status: 'action_required',
      next_action: { type: 'three_ds_challenge', url: 'https://acs.example/c' },
    });
  });

  it('that failed ends the attempt and not the intent', async () => {
    const failed = native({ state: 'ERROR', code: 'FAILED', psp: { status: 'scored_no' } });
    const { gateway } = openPurse({ pay: json(failed, 201) });
    const reading = await gateway.start(start);
    expect(reading.status).toBeUndefined();
    expect(reading.attempt).toMatchObject({ status: 'failed', failure: { reason: 'financing_refused' } });
  });

  it('that nobody knows the outcome of is uncertain', async () => {
    const { gateway } = openPurse({ pay: json(native({ state: 'UNCERTAIN', psp: { status: 'TIMEOUT' } }), 201) });
    expect((await gateway.start(start)).attempt).toMatchObject({ id: 'pay_1', uncertain: true });
  });
});

describe('never twice', () => {
  it('a payment that an earlier call has made is read, and no other is made', async () => {
    for (const list of [{ payments: [native()] }, [native()], { data: [native()] }, { items: [native()] }]) {
      const { gateway, sent } = openPurse({ list: json(list) });
      expect((await gateway.start(start)).attempt).toMatchObject({ id: 'pay_1', status: 'completed' });
      expect(sent('pay')).toHaveLength(0);
    }
  });

  it('a call that takes over makes no payment, whatever it finds', async () => {
    const { gateway, sent } = openPurse();
    const takeover = { ...start, attempt: { id: attemptId(), uncertain: true } };
    await expect(gateway.start(takeover)).rejects.toMatchObject({ outcome: 'unknown', code: 'attempt_unknown' });
    expect(sent('pay')).toHaveLength(0);
  });

  const lost = new TypeError('fetch failed');
  it.each<[string, Reply]>([
    ['a lost connection', lost],
    ['a gateway in between', json({}, 502)],
    ['a server that is not there', json({}, 503)],
    ['a late answer', json({}, 504)],
    ['a server in trouble', json({}, 500)],
    ['a conflict', json({}, 409)],
    ['half an answer', new Response('{"id":"pay_1","sta', { status: 201 })],
    ['a page', new Response('<html>')],
  ])('after %s the payment is not sent again', async (_, reply) => {
    const { gateway, sent } = openPurse({ pay: reply });
    await expect(gateway.start(start)).rejects.toMatchObject({ name: 'GatewayError', outcome: 'unknown' });
    expect(sent('pay')).toHaveLength(1);
  });

  it('what certainly was not read may be sent again', async () => {
    const { gateway, sent } = openPurse({ pay: [refusedConnection(), json({}, 429), json(native(), 201)] });
    expect((await gateway.start(start)).attempt?.status).toBe('completed');
    expect(sent('pay')).toHaveLength(3);
  });

  it('a call that took too long to be still wanted makes no payment', async () => {
    const late = openPurse();
    const tooLate = { outcome: 'not_sent', code: 'too_late' };
    await expect(late.gateway.start({ ...start, isInTime: () => false })).rejects.toMatchObject(tooLate);
    expect(late.sent('pay')).toHaveLength(0);
    const inTime = openPurse();
    expect((await inTime.gateway.start({ ...start, isInTime: () => true })).attempt?.id).toBe('pay_1');
  });

  it('whether it is still wanted is asked when nothing is waited for any more', async () => {
    let isInTime = true;
    const tokens: Reply[] = [
      json({ access_token: 't1', expires_in: 3600 }),
      async () => {
        isInTime = false;
        return json({ access_token: 't2', expires_in: 3600 });
      },
    ];
    const { gateway, sent } = openPurse({ token: tokens, pay: [json({}, 401), json(native(), 201)] });
    const request = { ...start, isInTime: () => isInTime };
    await expect(gateway.start(request)).rejects.toMatchObject({ outcome: 'not_sent', code: 'too_late' });
    expect(sent('pay')).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof openPurse>[0]]>([
    ['the vault is lost', { vault: lost }],
    ['the vault answers nonsense', { vault: json({}) }],
    ['the list cannot be had', { list: json({}, 500) }],
    ['the list is none', { list: json({ nothing: true }) }],
  ])('when %s nothing has happened', async (_, replies) => {
    const { gateway, sent } = openPurse(replies);
    await expect(gateway.start(start)).rejects.toMatchObject({ outcome: 'not_sent' });
    expect(sent('pay')).toHaveLength(0);
  });
});

describe('what a refusal means', () => {
  const refusal = (...pointers: string[]) =>
    json({ title: 'Bad', errors: pointers.map((pointer) => ({ detail: 'was 4242424242424242', pointer })) }, 400);

  it.each<[string, Parameters<typeof openPurse>[0], object]>([
    ['a wrong number', { vault: refusal('/card/number') }, { failure: { reason: 'check_number' } }],
    ['a wrong date', { vault: refusal('#/card/expiry_month') }, { failure: { reason: 'check_expiry' } }],
    ['a wrong code', { vault: refusal('/card/cvv') }, { failure: { reason: 'check_cvc' } }],
    [
      'a form token that is over',
      { pay: refusal('/split/0/vault_form_token') },
      { failure: { reason: 'try_again_later' } },
    ],
    ['no such method', { pay: refusal('/split/0/method') }, { failure: { reason: 'method_unavailable' } }],
    ['a session that is over', { pay: refusal('/client_session_id') }, { failure: { reason: 'payment_expired' } }],
    ['an amount', { pay: refusal('/amount') }, { failure: { reason: 'amount_not_allowed' } }],
    ['the set-up', { pay: refusal('/entity_id') }, { failure: { reason: 'merchant_setup' } }],
    ['a pointer that quotes', { vault: refusal('/card/4242424242424242') }, { failure: { reason: 'merchant_setup' } }],
    ['no words at all', { pay: json({}, 400) }, { failure: { reason: 'merchant_setup' } }],
    ['a forbidden call', { pay: json({}, 403) }, { failure: { reason: 'merchant_setup' } }],
  ])('%s', async (_, replies, expected) => {
    const { gateway } = openPurse(replies);
    const error: unknown = await gateway.start(start).catch((error: unknown) => error);
    expect(error).toMatchObject({ outcome: 'refused', ...expected });
    expect(JSON.stringify(error)).not.toContain('4242');
  });

  it('too many requests say when to come again', async () => {
    const { gateway } = openPurse({ pay: json({}, 429, { 'Retry-After': '9' }) });
    await expect(gateway.start(start)).rejects.toMatchObject({ outcome: 'not_sent', retryAfter: 9 });
  });

  it('a token that is refused is renewed once', async () => {
    const tokens = ['t1', 't2', 't3'].map((access_token) => json({ access_token, expires_in: 3600 }));
    const renewed = openPurse({ token: tokens, pay: [json({}, 401), json(native(), 201)] });
    expect((await renewed.gateway.start(start)).attempt?.status).toBe('completed');
    expect(renewed.sent('pay').map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer t1', 'Bearer t2']);
    const refused = openPurse({ token: tokens, pay: json({}, 401) });
    await expect(refused.gateway.start(start)).rejects.toMatchObject({ outcome: 'refused', code: 'http_401' });
    expect(refused.sent('pay')).toHaveLength(2);
  });
});

describe('reading', () => {
  it('asks for the payment by its own id', async () => {
    const { gateway, sent } = openPurse();
    expect(await gateway.read(at)).toMatchObject({ status: 'completed', attempt: { id: 'pay_1', revision: 2 } });
    expect(sent('list')).toHaveLength(0);
  });

  it('looks for a payment whose id was never heard', async () => {
    const unheard = { payment, attempt: { id: attemptId(), providerId: null } };
    expect((await openPurse({ list: json([native()]) }).gateway.read(unheard)).attempt?.id).toBe('pay_1');
    expect(await openPurse().gateway.read(unheard)).toEqual({ attempt: null });
    expect(await openPurse().gateway.read({ ...unheard, payment: { ...payment, providerIntentId: null } })).toEqual({
      attempt: null,
    });
  });

  it.each<[string, Reply]>([
    ['cannot be asked for', json({}, 404)],
    ['is no list', json({ payments: 'none' })],
    ['is cut off', new Response('{"payments":[')],
  ])('a list that %s does not say that there is no payment', async (_, list) => {
    const unheard = { payment, attempt: { id: attemptId(), providerId: null } };
    await expect(openPurse({ list }).gateway.read(unheard)).rejects.toMatchObject({ name: 'GatewayError' });
  });

  it('what is said of another amount is not said of this payment', async () => {
    for (const fields of [{ amount: 1 }, { currency: 'USD' }]) {
      const { gateway } = openPurse({ read: json(native(fields)) });
      await expect(gateway.read(at)).rejects.toMatchObject({ outcome: 'unknown', code: 'amount_mismatch' });
    }
  });

  it('tells refunds, in part and in full', async () => {
    const refunded = (amount: number) =>
      openPurse({ read: json(native({ totals: { refunded: amount } })) }).gateway.read(at);
    expect((await refunded(5_000)).status).toBe('partially_refunded');
    expect((await refunded(12_000)).status).toBe('refunded');
  });

  it('whatever the browser answers, Purse is asked', async () => {
    const { gateway, sent } = openPurse();
    expect((await gateway.confirm({ ...at, answer: { data: {} } })).attempt?.status).toBe('completed');
    expect(sent('read')).toHaveLength(1);
  });

  it('a session is not aborted: later attempts need it', () => {
    expect(openPurse().gateway.cancel).toBeUndefined();
  });
});

describe('a webhook', () => {
  const verify = (body: unknown, url = 'https://shop.example/hooks/purse?intent=pi_1', options = {}) =>
    openPurse({}, options).gateway.verifyWebhook?.(
      new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
      new Headers(),
      new URL(url),
    );

  it('is a hint about the attempt that the payment names', async () => {
    expect(await verify(native())).toEqual({ intentId: 'pi_1', attemptId: attemptId() });
    const split = native({ order_reference: '1024', split: [{ reference: attemptId('two') }] });
    expect(await verify(split, undefined, { attemptIn: 'split_reference' })).toEqual({
      intentId: 'pi_1',
      attemptId: attemptId('two'),
    });
  });

  it('is a hint about the session where it names none', async () => {
    expect(await verify(native(), 'https://shop.example/hooks/purse')).toEqual({ providerIntentId: 'ses_1' });
    expect(await verify(native({ order_reference: '1024' }))).toEqual({ providerIntentId: 'ses_1' });
  });

  it.each([['nonsense'], ['[]'], ['null'], ['{"client_session_id":7}']])(
    'of %s is a hint about nothing',
    async (body) => {
      expect(await verify(body)).toEqual({ providerIntentId: null });
    },
  );
});
