import { describe, expect, it } from 'vitest';
import type { GatewayPayment } from '../../gateway.js';
import { createPurseGateway } from '../purse/index.js';
import { attemptId, financed, plan, payment as bought } from '../purse/purse.fixture.js';
import { json, refusedConnection, scriptedProvider, type Reply } from '../purse/scripted-provider.fixture.js';
import { createAlmaGateway, type AlmaOptions } from './index.js';

const payment: GatewayPayment = { ...bought, providerIntentId: null, metadata: { order: '1024' } };
const start = { ...financed, payment };
const at = { payment, attempt: { id: 'pa_1', providerId: 'payment_1' }, idempotencyKey: 'k1' };

const native = (fields: object = {}) => ({
  id: 'payment_1',
  url: 'https://pay.alma.example/payment_1',
  state: 'not_started',
  purchase_amount: 12_000,
  customer_fee: 0,
  customer_interest: 0,
  installments_count: 4,
  refunds: [],
  expired_at: null,
  ...fields,
});

const changed = { outcome: 'refused', code: 'plan_changed' };
const unsaid = { customer_fee: undefined, customer_interest: undefined };
const inParts = (count: number, customer_fee = 0, amount = 12_000) =>
  Array.from({ length: count }, (_, index) => ({
    due_date: 1_768_471_200 + index,
    purchase_amount: amount / count,
    customer_fee: index === 0 ? customer_fee : 0,
    customer_interest: 0,
    state: 'pending',
  }));

const CREATE = 'POST /v1/payments';
const READ = 'GET /v1/payments/payment_1';
const CANCEL = 'PUT /v1/payments/payment_1/cancel';
const ELIGIBILITY = 'POST /v2/payments/eligibility';

function open(routes: Record<string, Reply | Reply[]>, options: Partial<AlmaOptions> = {}) {
  const { fetch, calls, to } = scriptedProvider(routes);
  const gateway = createAlmaGateway({
    baseUrl: 'https://alma.example',
    apiKey: 'sk_1',
    retryDelay: 0,
    fetch,
    ...options,
  });
  return { gateway, calls, to };
}

describe('a payment', () => {
  it('sends the customer to Alma’s page with the plan they chose, without their card', async () => {
    const { gateway, calls } = open({ [CREATE]: json(native()) }, { webhookUrl: 'https://shop.example/hooks/alma' });
    expect((await gateway.start(start)).attempt).toMatchObject({
      id: 'payment_1',
      status: 'action_required',
      next_action: { type: 'redirect', url: 'https://pay.alma.example/payment_1', presentation: 'page' },
    });
    expect(calls[0]?.headers.get('Authorization')).toBe('Alma-Auth sk_1');
    expect(calls[0]?.body).toEqual({
      payment: {
        purchase_amount: 12_000,
        installments_count: 4,
        deferred_days: 0,
        deferred_months: 0,
        return_url: 'https://shop.example/return/pi_1',
        failure_return_url: 'https://shop.example/return/pi_1',
        customer_cancel_url: 'https://shop.example/return/pi_1',
        ipn_callback_url: `https://shop.example/hooks/alma?intent=pi_1&attempt=${attemptId()}`,
        origin: 'online',
        custom_data: { order: '1024', florin_intent: 'pi_1', florin_attempt: attemptId() },
      },
      customer: { email: 'ada@shop.example', first_name: 'Ada', last_name: 'Lovelace' },
      orders: [{ merchant_reference: '1024' }],
    });
  });

  it('whose answer is lost is made again: nobody has seen the page of the first', async () => {
    const again = open({ [CREATE]: [json({}, 502), json(native())] });
    expect((await again.gateway.start(start)).attempt?.status).toBe('action_required');
    for (const reply of [new TypeError('fetch failed'), json({}, 504), new Response('{"id":'), json({})]) {
      const lost = open({ [CREATE]: reply });
      await expect(lost.gateway.start(start)).rejects.toMatchObject({ outcome: 'not_sent' });
    }
  });

  it.each<[string, Reply, object]>([
    ['a wrong key', json({ message: 'no' }, 401), { outcome: 'refused', failure: { reason: 'merchant_setup' } }],
    ['a refusal', json({ errors: [{ message: '4242' }] }, 400), { outcome: 'refused' }],
    ['no connection', refusedConnection(), { outcome: 'not_sent', code: 'unreachable' }],
    ['too many requests', json({}, 429, { 'Retry-After': '3' }), { outcome: 'not_sent', retryAfter: 3 }],
    ['another amount', json(native({ purchase_amount: 1 })), { outcome: 'refused', code: 'amount_mismatch' }],
    ['another price', json(native({ customer_fee: 1 })), changed],
    ['interest', json(native({ customer_interest: 1 })), changed],
    ['interest alone', json(native({ customer_fee: undefined, customer_interest: 1 })), changed],
    ['another number of payments', json(native({ installments_count: 2 })), changed],
    ['a later first payment', json(native({ deferred_days: 15 })), changed],
    ['a first payment in a month', json(native({ deferred_months: 1 })), changed],
    ['another price in its payments', json(native({ ...unsaid, payment_plan: inParts(4, 1) })), changed],
    ['another price in its payments alone', json(native({ payment_plan: inParts(4, 1) })), changed],
    ['fewer payments', json(native({ ...unsaid, payment_plan: inParts(2) })), changed],
    ['payments of another purchase', json(native({ payment_plan: inParts(4, 0, 11_996) })), changed],
  ])('that meets %s', async (_, reply, expected) => {
    const { gateway } = open({ [CREATE]: reply });
    const error: unknown = await gateway.start(start).catch((error: unknown) => error);
    expect(error).toMatchObject({ name: 'GatewayError', ...expected });
    expect(JSON.stringify(error)).not.toContain('4242');
  });

  it.each<[string, object]>([
    ['its price in its payments', { ...unsaid, payment_plan: inParts(4) }],
    ['its price both ways', { payment_plan: inParts(4) }],
    ['none of its terms', { ...unsaid, installments_count: undefined }],
    ['terms that are left open', { ...unsaid, deferred_days: null, payment_plan: null }],
  ])('is made where the answer says %s', async (_, fields) => {
    const { gateway } = open({ [CREATE]: json(native(fields)) });
    expect((await gateway.start(start)).attempt?.status).toBe('action_required');
  });

  it('takes a plan of Alma’s and nothing else', async () => {
    const { gateway, calls } = open({});
    const refused = { outcome: 'refused', failure: { reason: 'method_unavailable' } };
    await expect(
      gateway.start({ ...start, input: start.input.type === 'installments' ? start.input.card : start.input }),
    ).rejects.toMatchObject(refused);
    await expect(gateway.start({ ...start, plan: { ...plan, id: 'other' } })).rejects.toMatchObject(refused);
    expect(calls).toEqual([]);
  });

  it.each([
    ['amount', { ...payment, amount: { ...payment.amount, currency: 'USD' } }],
    ['amount', { ...payment, amount: { value: 0, currency: 'EUR', exponent: 2 } }],
    ['returnUrl', { ...payment, shopUrl: null }],
  ])('without its %s is refused before any call', (option, wanting) => {
    expect(() => open({}).gateway.check?.(wanting)).toThrow(`${option}: alma needs`);
  });
});

describe('reading', () => {
  it.each([
    ['in_progress', { status: 'completed', attempt: { status: 'completed' } }],
    ['paid', { status: 'completed', attempt: { status: 'completed' } }],
    ['scored_no', { attempt: { status: 'failed', failure: { reason: 'financing_refused' } } }],
    ['scored_maybe', { attempt: { status: 'action_required' } }],
    ['a_state_nobody_lists', { attempt: { status: 'a_state_nobody_lists' } }],
  ])('%s', async (state, expected) => {
    expect(await open({ [READ]: json(native({ state })) }).gateway.read(at)).toMatchObject(expected);
  });

  it('of a payment that was never answered finds none', async () => {
    const { gateway, calls } = open({});
    expect(await gateway.read({ payment, attempt: { id: 'pa_1', providerId: null } })).toEqual({ attempt: null });
    expect(calls).toEqual([]);
  });

  it('of another amount says nothing', async () => {
    const { gateway } = open({ [READ]: json(native({ purchase_amount: 1 })) });
    await expect(gateway.read(at)).rejects.toMatchObject({ outcome: 'unknown', code: 'amount_mismatch' });
  });

  it('tells refunds', async () => {
    const refunded = open({ [READ]: json(native({ state: 'paid', refunds: [{ amount: 12_000 }] })) });
    expect((await refunded.gateway.read(at)).status).toBe('refunded');
  });
});

describe('cancelling', () => {
  const cancelled = json(native({ state: 'cancelled' }));

  it.each<[string, Reply]>([
    ['answers', cancelled],
    ['says nothing', new Response(null, { status: 204 })],
  ])('is done when Alma %s and the payment says so', async (_, reply) => {
    const { gateway } = open({ [CANCEL]: reply, [READ]: cancelled });
    expect((await gateway.cancel?.(at))?.attempt).toMatchObject({ status: 'cancelled', next_action: null });
  });

  it.each(['not_started', 'scored_yes', 'scored_maybe'])(
    'is not done while the payment is %s: its page may still be paid on',
    async (state) => {
      for (const reply of [new Response('<html>maintenance</html>'), json(native({ state }))]) {
        const { gateway } = open({ [CANCEL]: reply, [READ]: json(native({ state })) });
        expect((await gateway.cancel?.(at))?.attempt?.status).toBe('action_required');
      }
    },
  );

  it('changes nothing that was paid meanwhile, and nothing when it is refused', async () => {
    const paid = open({ [CANCEL]: json(native()), [READ]: json(native({ state: 'in_progress' })) });
    expect((await paid.gateway.cancel?.(at))?.attempt?.status).toBe('completed');
    const refused = open({ [CANCEL]: json({}, 400), [READ]: json(native()) });
    await expect(refused.gateway.cancel?.(at)).rejects.toMatchObject({ outcome: 'refused' });
  });
});

describe('plans', () => {
  const due = Date.parse('2026-01-15T10:00:00Z') / 1000;
  const offer = (count: number, fields: object = {}) => ({
    eligible: true,
    installments_count: count,
    deferred_days: 0,
    deferred_months: 0,
    payment_plan: Array.from({ length: count }, (_, index) => ({
      due_date: due + index,
      purchase_amount: 12_000 / count,
      customer_fee: 0,
      customer_interest: 0,
    })),
    ...fields,
  });

  it('are those that are offered, in parts or later, each once', async () => {
    const rows = [
      offer(1),
      offer(2),
      offer(2),
      offer(4),
      offer(10, { eligible: false }),
      offer(1, { deferred_days: 15 }),
      null,
    ];
    const { gateway, calls } = open({ [ELIGIBILITY]: json(rows) });
    const plans = await gateway.listPlans?.(payment);
    expect(plans?.map(({ id }) => id)).toEqual(['alma_2_0_0', 'alma_4_0_0', 'alma_1_15_0']);
    expect(calls[0]?.body).toEqual({ purchase_amount: 12_000 });
  });

  it('are asked for by their terms and the customer’s countries', async () => {
    const { gateway, calls } = open(
      { [ELIGIBILITY]: json([]) },
      { plans: [{ count: 3 }, { count: 1, deferredDays: 30 }] },
    );
    const order = { buyer: { billing: { address: { country: 'FR' } } }, shipments: [{ address: { country: 'BE' } }] };
    await gateway.listPlans?.({ ...payment, order });
    expect(calls[0]?.body).toEqual({
      purchase_amount: 12_000,
      queries: [
        { installments_count: 3, deferred_days: 0, deferred_months: 0 },
        { installments_count: 1, deferred_days: 30, deferred_months: 0 },
      ],
      billing_address: { country: 'FR' },
      shipping_address: { country: 'BE' },
    });
  });

  it('before there is a payment come with those that the amount keeps out, by one call', async () => {
    const small = { eligible: false, constraints: { purchase_amount: { minimum: 30_000, maximum: 300_000 } } };
    const { gateway, calls } = open(
      { [ELIGIBILITY]: json([offer(1), offer(4), offer(10, small), offer(3, { eligible: false })]) },
      { plans: [{ count: 4 }, { count: 10 }] },
    );
    const offers = await gateway.offerPlans?.({ amount: payment.amount, country: 'FR' });
    expect(offers).toEqual([
      expect.objectContaining({ id: 'alma_4_0_0', total: 12_000 }),
      { id: 'alma_10_0_0', count: 10, minimum: 30_000, maximum: 300_000 },
    ]);
    expect(calls.map(({ body }) => body)).toEqual([
      {
        purchase_amount: 12_000,
        queries: [4, 10].map((installments_count) => ({ installments_count, deferred_days: 0, deferred_months: 0 })),
        billing_address: { country: 'FR' },
        shipping_address: { country: 'FR' },
      },
    ]);
    expect((await gateway.listPlans?.(payment))?.map(({ id }) => id)).toEqual(['alma_4_0_0']);
  });

  it('of anything but euro cents there are none, and nobody is asked', async () => {
    const { gateway, calls } = open({});
    const yen = { ...payment, amount: { value: 12_000, currency: 'JPY', exponent: 0 } };
    expect(await gateway.listPlans?.(yen)).toEqual([]);
    expect(await gateway.offerPlans?.(yen)).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('that are no list are no answer', async () => {
    const { gateway } = open({ [ELIGIBILITY]: json({ plans: [] }) });
    await expect(gateway.listPlans?.(payment)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('are listed for Purse too, where it is told how', async () => {
    const { fetch, calls } = scriptedProvider({ [ELIGIBILITY]: json([offer(4)]) });
    const purse = {
      baseUrl: 'https://purse.example',
      clientId: 'c',
      clientSecret: 's',
      apiKey: 'k',
      entityId: 'e',
      fetch,
    };
    expect(createPurseGateway(purse)).not.toMatchObject({ listPlans: expect.anything() });
    expect(createPurseGateway(purse)).not.toMatchObject({ offerPlans: expect.anything() });
    const gateway = createPurseGateway({ ...purse, almaPlans: { baseUrl: 'https://alma.example', apiKey: 'sk_1' } });
    expect((await gateway.listPlans?.(payment))?.map(({ id }) => id)).toEqual(['alma_4_0_0']);
    expect((await gateway.offerPlans?.(payment))?.map(({ id }) => id)).toEqual(['alma_4_0_0']);
    expect(calls[0]?.headers.get('Authorization')).toBe('Alma-Auth sk_1');
  });
});

describe('an IPN', () => {
  // HMAC-SHA256 of `payment_1` with `sk_1`, computed apart with OpenSSL.
  const signature = 'c5dfade3fbf32e7bff97113c8c502cb5ce5764ab45240fb5f696e4b86fdd7c4f';
  const address = 'https://shop.example/hooks/alma?intent=pi_1&attempt=pa_1';
  const verify = (headers: Record<string, string>, url = `${address}&pid=payment_1`, body = '') =>
    open({}).gateway.verifyWebhook?.(new TextEncoder().encode(body), new Headers(headers), new URL(url));
  const signed = { 'X-Alma-Signature': signature };
  const ours = { intentId: 'pi_1', attemptId: 'pa_1' };

  it('signed rightly is a hint, wherever the id stands', async () => {
    expect(await verify(signed)).toEqual(ours);
    expect(await verify({ 'X-Alma-Signature': signature.toUpperCase() })).toEqual(ours);
    expect(await verify(signed, `${address}&id=payment_1`)).toEqual(ours);
    expect(await verify(signed, address, '{"id":"payment_1"}')).toEqual(ours);
    expect(await verify(signed, address, 'pid=payment_1')).toEqual(ours);
    expect(await verify(signed, 'https://shop.example/hooks/alma?pid=payment_1')).toEqual({ providerIntentId: null });
  });

  it.each([
    ['no signature', {}, undefined, undefined],
    ['a short one', { 'X-Alma-Signature': 'ab' }, undefined, undefined],
    [
      'a wrong one',
      { 'X-Alma-Signature': signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) },
      undefined,
      undefined,
    ],
    ['one of another payment', signed, `${address}&pid=payment_2`, undefined],
    ['one of no payment', signed, address, undefined],
    ['one of a body that is none', signed, address, '[1]'],
  ])('with %s is none', async (_, headers, url, body) => {
    expect(await verify(headers as Record<string, string>, url, body)).toBeNull();
  });
});
