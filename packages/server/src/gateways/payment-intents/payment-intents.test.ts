import type { CardInput } from '@florin/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GatewayPayment, StartRequest } from '../../gateway.js';
import { isSameAmount, toMajorUnits } from '../major-units.js';
import { createPaymentIntentsGateway, type PaymentIntentsOptions } from './index.js';

type Reply = Response | Error | ((signal: AbortSignal | null | undefined) => Promise<Response>);
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const refusedConnection = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });

function open(replies: Reply[], options: Partial<PaymentIntentsOptions> = {}) {
  const calls: { url: string; method: string; key: string | null; auth: string | null; body: unknown }[] = [];
  const gateway = createPaymentIntentsGateway({
    baseUrl: 'https://provider.example/v1/',
    secretKey: 'sk_test_1',
    retryDelay: 0,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      calls.push({
        url: String(input),
        method: init?.method ?? 'GET',
        key: headers.get('X-Idempotency-Key'),
        auth: headers.get('Authorization'),
        body: init?.body ? JSON.parse(String(init.body)) : null,
      });
      const reply = replies[Math.min(calls.length, replies.length) - 1];
      if (typeof reply === 'function') return reply(init?.signal);
      if (!reply || reply instanceof Error) throw reply;
      return reply.clone();
    },
    ...options,
  });
  return { gateway, calls };
}

const payment: GatewayPayment = {
  id: 'pi_1',
  amount: { value: 4999, currency: 'EUR', exponent: 2 },
  description: 'Order 1024',
  returnUrl: 'https://shop.example/return/pi_1',
  shopUrl: null,
  customer: { email: 'ada@shop.example', firstName: 'Ada', lastName: 'Lovelace' },
  metadata: { order: '1024' },
  order: null,
  providerIntentId: 'TRX1',
};
const input: CardInput = { type: 'card', number: '4242424242424242', exp_month: 12, exp_year: 2030, cvc: '987' };
const start: StartRequest = {
  payment,
  attempt: { id: 'pa_1' },
  option: { type: 'card' },
  input,
  token: null,
  installments: null,
  plan: null,
  save: false,
  authenticate: false,
  browser: null,
  notificationUrl: 'https://shop.example/three-ds/n',
  returnUrl: 'https://shop.example/return/pi_1?three_ds=n',
  idempotencyKey: 'pa_1',
};
const attempt = { id: 'att_1', status: 'completed', method: { value: 'card' }, failure: null };
const intent = (fields: object = {}) => ({
  data: { id: 'TRX1', status: 'pending', amount: { value: 4999, currency: 'EUR' }, active_attempt: null, ...fields },
});
const at = { payment, attempt: { id: 'pa_1', providerId: 'att_1' }, idempotencyKey: 'k1' };

describe('requests', () => {
  it('announces the payment in major units', async () => {
    const { gateway, calls } = open([json(intent(), 201)]);
    expect(await gateway.open?.({ ...payment, providerIntentId: null })).toBe('TRX1');
    expect(calls).toEqual([
      {
        url: 'https://provider.example/v1/payment/intents',
        method: 'POST',
        key: 'florin-pi_1',
        auth: 'Bearer sk_test_1',
        body: {
          amount: 49.99,
          currency: 'EUR',
          description: 'Order 1024',
          customer: { email: 'ada@shop.example', first_name: 'Ada', last_name: 'Lovelace' },
          return_url: 'https://shop.example/return/pi_1',
          metadata: { order: '1024', florin_intent: 'pi_1' },
        },
      },
    ]);
  });

  it('starts an attempt, and takes either shape of the answer', async () => {
    for (const answer of [{ data: attempt }, intent({ status: 'completed', active_attempt: attempt })]) {
      const { gateway, calls } = open([json(answer, 201)]);
      expect((await gateway.start(start)).attempt).toMatchObject({ id: 'att_1', status: 'completed' });
      const { type: _type, ...card } = input;
      expect(calls[0]).toMatchObject({
        url: 'https://provider.example/v1/payment/intents/TRX1/attempts',
        key: 'florin-pa_1',
        body: { method_code: 'card', card, three_ds: { notification_url: 'https://shop.example/three-ds/n' } },
      });
    }
  });

  it('sends what came along with a card under names of its own', async () => {
    const { gateway, calls } = open([json({ data: attempt }, 201)]);
    const billing = { country: 'FR', city: 'Paris' };
    const card: CardInput = { ...input, brand: 'cartes_bancaires', billing, email: 'a@b', installments: 6, save: true };
    const installments = { count: 6, amount: 875, total: 5249 };
    await gateway.start({ ...start, input: card, installments, save: true });
    const { type: _type, ...bare } = input;
    expect(calls[0]?.body).toEqual({
      method_code: 'card',
      card: { ...bare, network: 'cartes_bancaires' },
      billing_details: { address: billing, email: 'a@b' },
      installments: { count: 6, total: 52.49 },
      save_card: true,
      three_ds: { notification_url: 'https://shop.example/three-ds/n' },
    });
    // What the customer ticked counts only where the kit says that it does.
    await gateway.start({ ...start, input: card });
    expect(JSON.stringify(calls[1]?.body)).not.toContain('save');
  });

  it('asks for 3-D Secure where the last attempt was declined for want of it', async () => {
    const { gateway, calls } = open([json({ data: attempt }, 201)]);
    await gateway.start({ ...start, authenticate: true });
    const three_ds = { notification_url: 'https://shop.example/three-ds/n', challenge: 'required' };
    expect(calls[0]?.body).toMatchObject({ three_ds });
  });

  it('pays with what stands for a card', async () => {
    const { gateway, calls } = open([json({ data: attempt }, 201)]);
    await gateway.start({ ...start, input: { type: 'saved_card', card: 'sc_1', cvc: '123' }, token: 'card_1' });
    await gateway.start({ ...start, input: { type: 'card_reference', reference: 'cr_1' }, token: 'tok_1' });
    const three_ds = { notification_url: 'https://shop.example/three-ds/n' };
    expect(calls.map(({ body }) => body)).toEqual([
      { method_code: 'card', saved_card: 'card_1', cvc: '123', three_ds },
      { method_code: 'card', token: 'tok_1', three_ds },
    ]);
  });

  it('takes no plan that it could not keep to', async () => {
    const { gateway, calls } = open([json({ data: attempt }, 201)]);
    const inParts = { type: 'installments' as const, plan: 'alma_4', total: 4999, card: input };
    await expect(gateway.start({ ...start, input: inParts })).rejects.toMatchObject({
      outcome: 'refused',
      failure: { reason: 'method_unavailable' },
    });
    expect(calls).toEqual([]);
  });

  it('makes a token, reads the card that was kept, and has it forgotten', async () => {
    const saved_card = {
      id: 'card_1',
      network: 'visa',
      last4: '4242',
      exp_month: 12,
      exp_year: 2030,
      requires_cvc: true,
    };
    const { gateway, calls } = open([
      json({ data: { id: 'tok_1' } }, 201),
      json({ data: { ...attempt, saved_card } }),
      json({ data: attempt }),
      json({ data: { ...attempt, saved_card: { ...saved_card, exp_month: null } } }),
      json({ data: {} }),
      json({}, 404),
      json({}, 401),
    ]);
    const tokenize = {
      payment,
      option: start.option,
      card: input,
      installments: null,
      save: false,
      idempotencyKey: 'k',
    };
    expect(await gateway.tokenizeCard?.(tokenize)).toEqual({ token: 'tok_1' });
    const kept = { token: 'card_1', brand: 'visa', last4: '4242', expMonth: 12, expYear: 2030, cvc: 'required' };
    expect(await gateway.keptCard?.(at)).toEqual(kept);
    expect(await gateway.keptCard?.(at)).toBeNull();
    // A card without a date cannot be listed: it is not kept here.
    expect(await gateway.keptCard?.(at)).toBeNull();
    const forget = { token: 'card_1', idempotencyKey: 'forget-sc_1' };
    await gateway.forgetCard?.(forget);
    await gateway.forgetCard?.(forget);
    await expect(gateway.forgetCard?.(forget)).rejects.toMatchObject({ code: 'http_401' });
    expect(calls.map(({ url, key }) => [url.slice('https://provider.example/v1'.length), key])).toEqual([
      ['/tokens', 'florin-k'],
      ...Array.from({ length: 3 }, () => ['/payment/intents/TRX1/attempts/att_1', null]),
      ...Array.from({ length: 3 }, () => ['/cards/card_1/forget', 'florin-forget-sc_1']),
    ]);
  });

  it('confirms, resends and cancels at the attempt', async () => {
    const { gateway, calls } = open([json({ data: attempt })]);
    await gateway.confirm({ ...at, answer: { otp: '123456' } });
    await gateway.confirm({ ...at, answer: { data: { token: 't' } } });
    await gateway.resend?.(at);
    await gateway.cancel?.(at);
    expect(calls.map(({ url, body }) => [url.split('/').at(-1), body])).toEqual([
      ['confirm', { otp: '123456' }],
      ['confirm', { confirmation_data: { token: 't' } }],
      ['resend', {}],
      ['cancel', {}],
    ]);
  });

  it('asks for its own attempt when another one, or none, is active', async () => {
    const { gateway, calls } = open([json(intent()), json({ data: { ...attempt, status: 'failed' } })]);
    expect(await gateway.read(at)).toMatchObject({ status: 'pending', attempt: { id: 'att_1', status: 'failed' } });
    expect(calls[1]?.url).toMatch(/TRX1\/attempts\/att_1$/);
  });

  it('says where its own attempt could not be read', async () => {
    const { gateway } = open([json(intent()), json({ data: { id: 'att_1' } })]);
    expect(await gateway.read(at)).toMatchObject({
      status: 'pending',
      attempt: { uncertain: true },
      violations: [{ pointer: '/data/status', code: 'required' }],
    });
  });
});

describe('what an answer means', () => {
  it.each<[string, Reply, object]>([
    ['no connection', refusedConnection(), { outcome: 'not_sent', code: 'unreachable' }],
    ['a lost connection', new TypeError('fetch failed'), { outcome: 'unknown', code: 'connection_lost' }],
    ['too many requests', json({}, 429, { 'Retry-After': '9' }), { outcome: 'not_sent', retryAfter: 9 }],
    ['unavailable', json({}, 503), { outcome: 'unknown', code: 'http_503' }],
    ['a late answer', json({}, 504), { outcome: 'unknown', code: 'http_504' }],
    ['a conflict', json({}, 409), { outcome: 'unknown', code: 'http_409' }],
    ['no JSON', new Response('<html>'), { outcome: 'unknown', code: 'unreadable' }],
    ['a wrong key', json({}, 401), { outcome: 'refused', failure: { reason: 'merchant_setup' } }],
    [
      'a wrong number',
      json({ errors: { 'card.number': ['4242'] } }, 422),
      { outcome: 'refused', failure: { reason: 'check_number' } },
    ],
    [
      'a wrong expiry',
      json({ errors: { 'card.exp_year': ['x'] } }, 422),
      { outcome: 'refused', failure: { reason: 'check_expiry' } },
    ],
    [
      'a card it has forgotten',
      json({ errors: { saved_card: ['x'] } }, 422),
      { outcome: 'refused', failure: { reason: 'method_unavailable' } },
    ],
    [
      'no such method',
      json({ errors: { method_code: ['x'] } }, 422),
      { outcome: 'refused', failure: { reason: 'method_unavailable' } },
    ],
    [
      'a number of another operator',
      json({ errors: { 'phone.number': ['4242'] } }, 422),
      { outcome: 'refused', failure: { reason: 'method_unavailable' } },
    ],
  ])('%s', async (_, reply, expected) => {
    const { gateway } = open([reply]);
    const error: unknown = await gateway.start(start).catch((error: unknown) => error);
    expect(error).toMatchObject({ name: 'GatewayError', ...expected });
    expect(JSON.stringify(error)).not.toContain('4242');
  });

  it('"not now" is tried again under the same key; what may have arrived stays unknown', async () => {
    const healed = open([json({}, 503), refusedConnection(), json({ data: attempt }, 201)]);
    expect((await healed.gateway.start(start)).attempt?.status).toBe('completed');
    expect(new Set(healed.calls.map(({ key }) => key))).toEqual(new Set(['florin-pa_1']));
    const lost = open([json({}, 503), refusedConnection()]);
    await expect(lost.gateway.start(start)).rejects.toMatchObject({ outcome: 'unknown', code: 'unreachable' });
    expect(lost.calls).toHaveLength(3);
  });

  it.each(['token', 'saved_card'])(
    'a %s that is refused after a try that may have arrived may be spent by it',
    async (field) => {
      const reply = () => json({ errors: { 'card.cvc': ['x'], [field]: ['spent'] } }, 422);
      await expect(open([json({}, 502), reply()]).gateway.start(start)).rejects.toMatchObject({ outcome: 'unknown' });
      await expect(open([reply()]).gateway.start(start)).rejects.toMatchObject({ outcome: 'refused' });
    },
  );

  it.each<[string, Reply]>([
    ['a wrong key', json({}, 401)],
    ['a guard in between', json({}, 403)],
    ['an address that is gone', json({}, 404)],
  ])('after a try that may have arrived, %s refuses that try alone', async (_, reply) => {
    const { gateway } = open([json({}, 502), reply]);
    await expect(gateway.start(start)).rejects.toMatchObject({ outcome: 'unknown' });
    const refused = open([json({}, 502), json({ errors: { 'card.number': ['x'] } }, 422)]);
    await expect(refused.gateway.start(start)).rejects.toMatchObject({ outcome: 'refused' });
  });

  it.each([
    ['connect', 'not_sent'],
    ['read', 'unknown'],
  ])('a route that is lost at "%s" means %s', async (syscall, outcome) => {
    const cause = Object.assign(new Error(), { code: 'EHOSTUNREACH', syscall });
    const { gateway } = open([new TypeError('fetch failed', { cause })]);
    await expect(gateway.start(start)).rejects.toMatchObject({ outcome });
  });

  it('an answer that does not come is given up', async () => {
    const never: Reply = (signal) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    const { gateway, calls } = open([never], { timeout: 20 });
    await expect(gateway.start(start)).rejects.toMatchObject({ outcome: 'unknown', code: 'timeout' });
    expect(calls).toHaveLength(1);
  });
});

describe('amounts', () => {
  it.each([
    [4999, 2, 49.99],
    [5000, 2, 50],
    [5, 2, 0.05],
    [1250, 3, 1.25],
    [700, 0, 700],
    [0, 2, 0],
  ])('%i with %i digits is %d', (value, exponent, major) => {
    expect(toMajorUnits({ value, currency: 'EUR', exponent })).toBe(major);
  });

  it('come back as they went, or are not sent', () => {
    const whole = fc.property(fc.maxSafeNat(), fc.nat(4), (value, exponent) => {
      const amount = { value, currency: 'EUR', exponent };
      const major = toMajorUnits(amount);
      return major === null ? value > 1e12 : isSameAmount({ value: major, currency: 'EUR' }, amount, 'major');
    });
    expect(fc.check(whole).counterexample).toBeNull();
  });

  it.each([
    ['minor', 4999, true],
    ['minor', 49.99, false],
    ['major', 49.99, true],
    ['major', 4999, false],
    ['major', 49.999, false],
  ] as const)('a provider that answers in %s units says %d', async (amountUnit, value, same) => {
    const { gateway } = open([json(intent({ amount: { value, currency: 'EUR' } }), 201)], { amountUnit });
    const opened = Promise.resolve(gateway.open?.(payment)).catch((error: { code: string }) => error.code);
    expect(await opened).toBe(same ? 'TRX1' : 'amount_mismatch');
  });
});

describe('what was refunded', () => {
  const paid = { ...attempt, status: 'completed', next_action: null };
  const read = async (status: string, replies: Reply[], options: Partial<PaymentIntentsOptions> = {}) => {
    const { gateway, calls } = open([json(intent({ status, active_attempt: paid })), ...replies], options);
    return { reading: await gateway.read(at), calls: calls.map(({ url }) => url.split('/v1')[1]) };
  };
  const told = (refunded_amount: unknown) => json({ data: { is_refundable: true, refunded_amount } });
  const [asked, availability] = ['/payment/intents/TRX1', '/payment/intents/TRX1/refunds/availability'];

  it.each([
    ['minor', 1050],
    ['major', 10.5],
  ] as const)('in part is asked for, in %s units', async (amountUnit, value) => {
    const { reading, calls } = await read('partially_refunded', [told({ value, currency: 'EUR' })], { amountUnit });
    expect(reading).toMatchObject({ status: 'partially_refunded', refunded: { [amountUnit]: value } });
    expect(calls).toEqual([asked, availability]);
  });

  it.each(['completed', 'refunded', 'pending', 'failed'])('is not asked for when it is %s', async (status) => {
    const { reading, calls } = await read(status, [told({ value: 1050, currency: 'EUR' })]);
    expect(reading.status).toBe(status);
    expect(reading).not.toHaveProperty('refunded');
    expect(calls).toEqual([asked]);
  });

  it.each<[string, Reply]>([
    ['an error', json({ message: 'No.' }, 500)],
    ['another currency', told({ value: 1050, currency: 'USD' })],
    ['no amount', told(null)],
  ])('is not known after %s; that it was in part is', async (_, reply) => {
    const { reading } = await read('partially_refunded', [reply]);
    expect(reading.status).toBe('partially_refunded');
    expect(reading).not.toHaveProperty('refunded');
  });

  it('is told with an attempt of our own that another one has followed', async () => {
    const other = { ...attempt, id: 'att_9', status: 'completed' };
    const { gateway } = open([
      json(intent({ status: 'partially_refunded', active_attempt: other })),
      told(1050),
      json({ data: { ...attempt, status: 'failed' } }),
    ]);
    expect(await gateway.read(at)).toMatchObject({ status: 'partially_refunded', refunded: { minor: 1050 } });
  });
});

describe('webhooks', () => {
  const body = new TextEncoder().encode('{"event":"payment.completed","payment":{"id":"TRX1"}}');
  // HMAC-SHA256 of the body, computed apart with OpenSSL.
  const signature = '7716736202bb7bcd302425791228f68eca4826bfcb942ffd616cd876c420c545';
  const url = new URL('https://shop.example/api/checkout/webhooks/payment-intents');
  const verify = (headers: Record<string, string>, webhookSecret?: string, raw = body) =>
    open([], { ...(webhookSecret && { webhookSecret }) }).gateway.verifyWebhook?.(raw, new Headers(headers), url);

  it('signed rightly, or not at all, are a hint', async () => {
    expect(await verify({ 'x-orqex-signature': signature }, 'whsec_1')).toEqual({ providerIntentId: 'TRX1' });
    expect(await verify({}, 'whsec_1')).toEqual({ providerIntentId: 'TRX1' });
    expect(await verify({ 'x-orqex-signature': 'ab' })).toEqual({ providerIntentId: 'TRX1' });
    expect(await verify({}, 'whsec_1', new TextEncoder().encode('nonsense'))).toEqual({ providerIntentId: null });
  });

  it.each(['ab', '', 'zz'.repeat(32), signature.replace(/^./, '0')])('signed "%s" are none', async (wrong) => {
    expect(await verify({ 'x-orqex-signature': wrong }, 'whsec_1')).toBeNull();
  });
});
