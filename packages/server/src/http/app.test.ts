import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BASE, CARD, openCheckout, openTestStore } from '../checkout.fixture.js';
import { attempt, declined } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

describe('who may', () => {
  it.each([
    ['no secret', { Authorization: '' }],
    ['another word', { Authorization: 'Basic x' }],
    ['a wrong secret', { Authorization: 'Bearer nope' }],
  ])('%s opens nothing', async (_, headers) => {
    const { call, gateway } = await openCheckout(store);
    for (const path of ['', '/events'])
      expect(await call(path, { headers })).toMatchObject({ status: 401, body: { code: 'secret_invalid' } });
    const pay = { method: 'POST', body: '{}', headers: { ...headers, 'Idempotency-Key': 'k' } };
    expect((await call('/attempts', pay)).body.code).toBe('secret_invalid');
    expect(gateway.calls).toEqual([]);
  });

  it('the secret of one intent does not open another', async () => {
    const [one, other] = [await openCheckout(store), await openCheckout(store)];
    expect((await one.call('', {}, other.clientSecret)).body.code).toBe('secret_invalid');
  });

  it('an intent that is not there', async () => {
    const { server } = await openCheckout(store);
    const headers = { Authorization: 'Bearer x' };
    const response = await server.fetch(new Request(`${BASE}/intents/pi_none`, { headers }));
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'intent_not_found' }]);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });

  it('the secret is kept as a hash only', async () => {
    const { id, clientSecret } = await openCheckout(store);
    expect(JSON.stringify(await store.find(id))).not.toContain(clientSecret.slice(-40));
  });
});

describe('addresses', () => {
  it.each([
    ['GET', '/nowhere', 404, 'not_found'],
    ['GET', '', 404, 'not_found'],
    ['DELETE', '/intents/pi_1', 405, 'method_not_allowed'],
    ['GET', '/intents/pi_1/attempts', 405, 'method_not_allowed'],
    ['DELETE', '/three-ds/0123456789abcdef', 405, 'method_not_allowed'],
    ['POST', '/three-ds/0123456789abcdef/bridge', 405, 'method_not_allowed'],
    ['DELETE', '/return/pi_1', 405, 'method_not_allowed'],
    ['GET', '/return/pi_%00', 404, 'not_found'],
    ['GET', '/intents/pi_%00', 404, 'not_found'],
    ['POST', '/intents/pi_1/attempts/pa_%00/cancel', 404, 'not_found'],
  ])('%s %s', async (method, path, status, code) => {
    const { server } = await openCheckout(store);
    const response = await server.fetch(new Request(`${BASE}${path}`, { method }));
    expect([response.status, await response.json()]).toMatchObject([status, { code, status }]);
  });

  it('no path at all', async () => {
    const { server, id, clientSecret } = await openCheckout(store, { publicUrl: 'https://pay.example/' });
    const headers = { Authorization: `Bearer ${clientSecret}` };
    expect((await server.fetch(new Request(`https://pay.example/intents/${id}`, { headers }))).status).toBe(200);
  });

  it('another path than the public one, behind a proxy that cuts it', async () => {
    const { server, id, clientSecret } = await openCheckout(store, { basePath: '/' });
    const headers = { Authorization: `Bearer ${clientSecret}` };
    expect((await server.fetch(new Request(`http://inside/intents/${id}`, { headers }))).status).toBe(200);
  });
});

describe('malformed bodies', () => {
  const method = (fields: object) => JSON.stringify({ method: { ...CARD, ...fields } });
  it.each([
    ['no JSON', '4242424242424242', 'text/plain', '', 'expected_json'],
    ['broken JSON', '{"number": 4242424242424242,,', 'application/json', '', 'invalid_json'],
    ['no text', new Uint8Array([0xff, 0xfe, 0x7b]), 'application/json', '', 'invalid_json'],
    ['nothing', '', 'application/json', '/method', 'required'],
    [
      'endless nesting',
      `{"x":${'['.repeat(25_000)}${']'.repeat(25_000)},"method":${JSON.stringify(CARD)}}`,
      'application/json',
      '',
      'too_deep',
    ],
    ['a list', '[]', 'application/json', '', expect.any(String)],
    ['null', 'null', 'application/json', '', expect.any(String)],
    [
      'a number that is none',
      method({ number: '4242 4242 4242 4242' }),
      'application/json',
      '/method/number',
      'invalid_format',
    ],
    ['a month that is none', method({ exp_month: 13 }), 'application/json', '/method/exp_month', 'too_big'],
    ['a year of two digits', method({ exp_year: 30 }), 'application/json', '/method/exp_year', 'too_small'],
    ['a code that is too long', method({ cvc: '98765' }), 'application/json', '/method/cvc', 'invalid_format'],
    ['an endless name', method({ holder: 'x'.repeat(256) }), 'application/json', '/method/holder', 'too_big'],
    ['an unknown method', method({ type: 'barter' }), 'application/json', '/method/type', 'invalid_union'],
  ])('%s', async (_, body, contentType, pointer, code) => {
    const { call, gateway, log } = await openCheckout(store);
    const headers = { 'Content-Type': contentType, 'Idempotency-Key': 'k' };
    const answer = await call('/attempts', { method: 'POST', body, headers });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed', errors: [{ pointer, code }] } });
    expect(JSON.stringify([answer.body, log])).not.toMatch(/4242|\b987\b|xxx/);
    expect(gateway.calls).toEqual([]);
  });

  it.each([
    ['/attempts/pa_1/confirm', '{"otp":"12 34"}', '/otp'],
    // No answer looks like any of the four: the first one is named.
    ['/attempts/pa_1/confirm', '{}', '/three_ds_method'],
    ['/card-lookup', '{"bin":"424242424242"}', '/bin'],
  ])('%s %s', async (path, body, pointer) => {
    const { call } = await openCheckout(store);
    const answer = await call(path, { method: 'POST', body, headers: { 'Idempotency-Key': 'k' } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed', errors: [{ pointer }] } });
  });

  it.each([true, false])('a body that is too large (length said: %s)', async (said) => {
    const { call } = await openCheckout(store);
    const bytes = new TextEncoder().encode(JSON.stringify({ x: 'x'.repeat(70_000) }));
    const body = said ? bytes : new Blob([bytes]).stream();
    const init = { method: 'POST', body, duplex: 'half', headers: { 'Idempotency-Key': 'k' } };
    expect(await call('/attempts', init)).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  });
});

describe('other pages', () => {
  const origins = ['https://pay.example'];
  const preflight = (server: { fetch(request: Request): Promise<Response> }, origin: string) =>
    server.fetch(
      new Request(`${BASE}/intents/pi_1`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      }),
    );

  it('one that is named gets in, problems included', async () => {
    const { server, call } = await openCheckout(store, { origins });
    const { status, headers } = await preflight(server, 'https://pay.example');
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('https://pay.example');
    expect(headers.get('Access-Control-Allow-Headers')).toMatch(/Authorization.*Idempotency-Key/);
    const refused = await call('', { headers: { Origin: 'https://pay.example', Authorization: '' } });
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('https://pay.example');
    expect(refused.headers.get('Vary')).toBe('Origin');
  });

  it.each(['https://evil.example', 'https://pay.example.evil.example', 'http://pay.example', 'null'])(
    '%s does not',
    async (origin) => {
      const { server, call } = await openCheckout(store, { origins });
      expect((await preflight(server, origin)).headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect((await call('', { headers: { Origin: origin } })).headers.get('Access-Control-Allow-Origin')).toBeNull();
    },
  );
});

describe('what a browser is told of a failure', () => {
  async function refusal(code: string) {
    const { pay, gateway, id, intent, server } = await openCheckout(store);
    gateway.starting = declined(code);
    const { body } = await pay();
    const own = [body.id, body.active_attempt?.id ?? ''];
    const text = own.reduce((text, value) => text.replaceAll(value, ''), JSON.stringify(body));
    return { text, merchant: (await server.readIntent(id))?.attempts[0]?.failure, intent };
  }

  it.each(['LOST_CARD', 'STOLEN_CARD', 'FRAUD_SUSPECTED', 'NOBODY_LISTS_THIS'])(
    '%s and a plain decline are the same, byte for byte',
    async (code) => {
      const [hidden, plain] = [await refusal(code), await refusal('GENERIC_DECLINE')];
      expect(hidden.text).toBe(plain.text);
      expect(hidden.merchant?.code.value).toBe(code);
    },
  );

  it('the merchant’s message stays with the merchant', async () => {
    const { pay, gateway, server, id } = await openCheckout(store);
    const reading = declined('INSUFFICIENT_BALANCE');
    if (reading.attempt?.failure) reading.attempt.failure.code.message = 'for you';
    gateway.starting = reading;
    const { body } = await pay();
    expect(body.active_attempt?.failure).toEqual({
      code: { value: 'INSUFFICIENT_BALANCE', category: 'CUSTOMER_ERROR', message: null },
      reason: 'insufficient_funds',
    });
    expect((await server.readIntent(id))?.attempts[0]?.failure?.code.message).toBe('for you');
  });
});

describe('reading', () => {
  it('an intent past its time is expired, but not while somebody pays', async () => {
    const { get, clock } = await openCheckout(store);
    clock.advance(3_600_000);
    expect((await get()).body).toMatchObject({ status: 'expired', version: 2 });
    expect((await get()).body.version).toBe(2);

    const busy = await openCheckout(store);
    busy.gateway.starting = attempt();
    await busy.pay();
    busy.clock.advance(3_600_000);
    expect((await busy.get()).body.status).toBe('pending');
    busy.gateway.reading = declined('GENERIC_DECLINE');
    busy.clock.advance(2_000);
    await vi.waitFor(async () => expect((await busy.get()).body.status).toBe('expired'));
    expect((await busy.pay()).body.code).toBe('intent_final');
  });

  it('asks the provider while an attempt is under way, at most every two seconds', async () => {
    const { pay, get, gateway, clock } = await openCheckout(store);
    gateway.starting = attempt();
    await pay();
    await get();
    await get();
    expect(gateway.count('read')).toBe(1);
    clock.advance(1_999);
    await get();
    expect(gateway.count('read')).toBe(1);
  });

  it('a card’s brand by its first digits, and the merchant’s own ranges first', async () => {
    const ranges = [{ from: '40355010', brands: ['cartes_bancaires', 'visa'], country: 'FR' }];
    const { post } = await openCheckout(store, { cardRanges: ranges, cardLookupLimit: { max: 2, per: 60_000 } });
    expect((await post('/card-lookup', { bin: '40355010' })).body).toEqual({
      brands: ['cartes_bancaires', 'visa'],
      country: 'FR',
      co_badged: true,
    });
    expect((await post('/card-lookup', { bin: '222100' })).body).toEqual({ brands: ['mastercard'] });
    expect(await post('/card-lookup', { bin: '999999' })).toMatchObject({
      status: 429,
      body: { code: 'rate_limited' },
    });
  });
});

describe('the end of a challenge', () => {
  const end = async (nonce: string, origins: string[] = []) => {
    const { server } = await openCheckout(store, { origins });
    const body = new URLSearchParams({ cres: 'eyJ0cmFuc1N0YXR1cyI6IlkifQ' });
    return server.fetch(new Request(`${BASE}/three-ds/${nonce}`, { method: 'POST', body }));
  };

  it('wakes the page around it, and only the merchant’s', async () => {
    const response = await end('0123456789abcdef', ['https://pay.example']);
    const page = await response.text();
    expect(page).toContain('["https://shop.example","https://pay.example"]');
    expect(page).toContain('{"type":"florin:three-ds","nonce":"0123456789abcdef"}');
    expect(page).toContain('You can go back to the shop.');
    expect(page).not.toContain('eyJ0cmFuc1N0YXR1cyI6IlkifQ');
    const scriptNonce = /<script nonce="([\w-]+)">/.exec(page)?.[1];
    const policy = response.headers.get('Content-Security-Policy');
    expect(policy).toContain(`script-src 'nonce-${scriptNonce}'`);
    expect(policy).not.toContain('unsafe-inline');
  });

  it('is told by a GET too, where the provider has heard from the issuer', async () => {
    const { server } = await openCheckout(store);
    const response = await server.fetch(new Request(`${BASE}/three-ds/0123456789abcdef`));
    expect(await response.text()).toContain('{"type":"florin:three-ds","nonce":"0123456789abcdef"}');
  });

  it('with a nonce that is none it is nothing', async () => {
    expect((await end('%3Cscript%3E')).status).toBe(404);
  });
});

describe('webhooks', () => {
  it('are a hint to ask, never the truth', async () => {
    const { pay, server, gateway, id } = await openCheckout(store);
    gateway.starting = attempt();
    await pay();
    const deliver = (signature: string, payment = `TRX_${id}`, name = 'scripted') =>
      server.fetch(
        new Request(`${BASE}/webhooks/${name}`, {
          method: 'POST',
          body: payment,
          headers: { 'x-signature': signature },
        }),
      );
    const before = await store.find(id);

    const forged = await deliver('wrong');
    expect([forged.status, await forged.json()]).toMatchObject([401, { code: 'signature_invalid' }]);
    expect(gateway.count('read')).toBe(0);

    // Whatever it claims: the provider says that nothing has changed.
    expect((await deliver('right')).status).toBe(200);
    expect((await store.find(id))?.version).toBe(before?.version);
    expect((await deliver('right', 'TRX_unknown')).status).toBe(200);
    expect((await deliver('right', 'TRX_\0')).status).toBe(200);
    expect((await deliver('right', '', 'nobody')).status).toBe(404);

    gateway.reading = new Error('down');
    expect((await deliver('right')).status).toBe(503);

    gateway.reading = { ...attempt({ status: 'completed' }), status: 'completed' };
    await Promise.all(Array.from({ length: 5 }, () => deliver('right')));
    const paid = await store.find(id);
    expect(paid).toMatchObject({ status: 'completed', version: (before?.version ?? 0) + 1 });

    gateway.reading = { ...attempt({ status: 'completed' }), status: 'refunded' };
    await deliver('right');
    expect((await store.find(id))?.status).toBe('refunded');
  });
});

describe('the merchant’s own mistakes', () => {
  const amount = { value: 100, currency: 'EUR', exponent: 2 };
  const methods = [{ type: 'card' as const }];
  it.each([
    ['amount', { amount: { ...amount, value: 1.5 }, methods }],
    ['amount', { amount: { ...amount, value: -1 }, methods }],
    ['methods', { amount, methods: [] }],
    ['gateway', { amount, methods, gateway: 'nobody' }],
    ['gateway', { amount, methods: [{ type: 'card' as const, gateway: 'nobody' }] }],
    ['returnUrl', { amount, methods, returnUrl: 'javascript:alert(1)' }],
    ['country', { amount, methods, country: 'France' }],
    ['expiresIn', { amount, methods, expiresIn: 0 }],
  ])('%s', async (option, options) => {
    const { server } = await openCheckout(store);
    await expect(server.createIntent(options)).rejects.toMatchObject({ code: 'option_invalid', option });
  });
});
