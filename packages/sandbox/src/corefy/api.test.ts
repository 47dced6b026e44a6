import { describe, expect, it } from 'vitest';
import { json, newInvoice, openCorefy } from './corefy.fixture.js';

const PAID = '5519283812030000';

describe('the private API', () => {
  it.each([
    ['no key', {}],
    ['a wrong key', { Authorization: `Basic ${btoa('coma_1:key_2')}` }],
    ['a bearer', { Authorization: 'Bearer key_1' }],
  ])('refuses %s', async (_, headers) => {
    const { send } = openCorefy();
    for (const path of ['', '/', '/cpi_1', '/?filter[reference_id]=ref-1'])
      expect((await send(`/payments-trust/api/payment-invoices${path}`, { headers })).status).toBe(401);
  });

  it('creates an invoice as it is documented', async () => {
    const { create, base } = openCorefy();
    const response = await create({ expires: 1_768_480_000 });
    expect(response.status).toBe(201);
    const { data, included } = await json(response);
    expect(data).toMatchObject({
      type: 'payment-invoices',
      id: expect.stringMatching(/^cpi_/),
      attributes: {
        status: 'created',
        resolution: 'ok',
        amount: 49.99,
        payment_amount: 49.99,
        currency: 'EUR',
        reference_id: 'ref-1',
        test_mode: false,
        processed: null,
        refunded_amount: 0,
        metadata: { order: '1024' },
        flow_data: {
          action: `http://sandbox.test${base}/hpp/?cpi=${data.id as string}`,
          method: 'GET',
          params: [],
          metadata: { sid: expect.stringMatching(/^cgi_/), token: expect.any(String) },
        },
        flow: 'hpp',
        return_urls: [],
        created: 1_768_471_200,
        updated: 1_768_471_200,
        payload: [],
      },
      relationships: { 'payment-service': { data: { type: 'payment-services', id: 'payment_card_eur_hpp' } } },
      links: { self: `/api/payment-invoices/${data.id as string}` },
    });
    expect(included.map(({ type }: { type: string }) => type)).toEqual(['payment-requests', 'customers']);
  });

  it('takes a reference once', async () => {
    const { create, call } = openCorefy();
    expect((await create({ reference_id: 'the-same' })).status).toBe(201);
    const again = await create({ reference_id: 'the-same' });
    expect(again.status).toBe(422);
    expect(await json(again)).toMatchObject({ error_codes: ['reference_id_already_exists'] });
    const { data } = await json(await call('/api/payment-invoices/?filter[reference_id]=the-same'));
    expect(data).toHaveLength(1);
    expect((await json(await call('/api/payment-invoices?filter[reference_id]=another'))).data).toEqual([]);
  });

  it('makes a reference up where there is none', async () => {
    const { create } = openCorefy();
    const { data } = await json(await create({ reference_id: null }));
    expect(data.attributes.reference_id).toMatch(/^[\w-]{36}$/);
  });

  it.each<[string, object]>([
    ['amount', { amount: '49.99' }],
    ['amount', { amount: 0 }],
    ['currency', { currency: 'euro' }],
    ['customer/reference_id', { customer: {} }],
    ['reference_id', { reference_id: 7 }],
    ['expires', { expires: 1 }],
    ['expires', { expires: 1.5e12 + 0.5 }],
    ['callback_url', { callback_url: 'javascript:x' }],
    ['success', { return_urls: { success: '/back' } }],
  ])('names %s and repeats no value', async (field, attributes) => {
    const { create } = openCorefy();
    const response = await create(attributes);
    expect(response.status).toBe(422);
    const { errors, error_type, request_id } = await json(response);
    expect(errors).toEqual([expect.objectContaining({ source: { pointer: `/data/attributes/${field}` } })]);
    expect(error_type).toBe('validation_error');
    expect(request_id).toEqual(expect.any(String));
  });

  it.each([
    ['no JSON', '{', 400],
    ['a list', '[]', 422],
    ['another type', JSON.stringify({ data: { type: 'payout-invoices', attributes: newInvoice(1) } }), 422],
    ['no attributes', JSON.stringify({ data: { type: 'payment-invoices' } }), 422],
  ])('refuses %s', async (_, body, status) => {
    const { send } = openCorefy();
    const headers = { Authorization: `Basic ${btoa('coma_1:key_1')}` };
    const response = await send('/payments-trust/api/payment-invoices', { method: 'POST', headers, body });
    expect(response.status).toBe(status);
  });

  it('says 404 of what it does not know, and 400 of a mistake in a scenario', async () => {
    const { call, create } = openCorefy();
    expect((await call('/api/payment-invoices/cpi_1')).status).toBe(404);
    expect((await create({}, { statuss: 'x' } as object)).status).toBe(400);
  });

  it('expires an invoice that nobody has paid', async () => {
    const { created, read, clock, callbacks, sell } = openCorefy({ account: { invoiceLifetime: 60_000 } });
    const { id, token } = await created();
    await clock.advance(60_020);
    expect(await read(id)).toMatchObject({ status: 'expired', resolution: 'transaction_expired', flow_data: [] });
    expect(callbacks().map(({ data }) => data.attributes.status)).toEqual(['created', 'expired']);
    expect((await sell(token, PAID)).status).toBe(422);
  });

  it('is there for the brands that have an account', async () => {
    const { create, call } = openCorefy({ brand: 'milky-pay' });
    await create();
    expect((await json(await call('/api/payment-invoices'))).data).toHaveLength(1);
    expect((await call('/../payments-trust/api/payment-invoices')).status).toBe(404);
  });
});

describe('what a browser may ask', () => {
  it.each(['/api', '/public-api'])('%s: the services of a currency', async (base) => {
    const { send } = openCorefy();
    const ask = (body: object) =>
      send(`/payments-trust${base}/payment-prerequest`, { method: 'POST', body: JSON.stringify(body) });
    const { data } = await json(await ask({ public_key: 'pk_test_sandbox', currency: 'EUR' }));
    expect(data.attributes.services.payment_card_eur_hpp).toMatchObject({ currency: 'EUR', status: 'available' });
    expect((await ask({ public_key: 'pk_test_other', currency: 'EUR' })).status).toBe(401);
    expect((await ask({ public_key: 'pk_test_sandbox' })).status).toBe(422);
  });

  it('an invoice, without what is the merchant’s', async () => {
    const { created, send } = openCorefy();
    const { id, token } = await created();
    const text = await (await send(`/payments-trust/public-api/payment-invoices/${id}`)).text();
    expect(JSON.parse(text)).toMatchObject({ data: { id, attributes: { status: 'created' } } });
    for (const own of [token, '1024', 'ada@example.com', 'callbacks']) expect(text).not.toContain(own);
  });
});

describe('a sale', () => {
  it('is charged, and answered as it is documented', async () => {
    const { pay, read } = openCorefy();
    const { id, sid, sale } = await pay(PAID);
    expect(sale.status).toBe(201);
    const text = await sale.text();
    expect(JSON.parse(text)).toMatchObject({
      data: {
        id: sid,
        attributes: {
          amount: 49.99,
          currency: 'EUR',
          status: 'processed',
          resolution: 'ok',
          active_request: { status: 'processed', resolution: 'ok' },
          active_payment: { status: 'processed', resolution: 'ok' },
        },
        payment: { feeStrategy: 'external' },
      },
    });
    expect(text).not.toContain(PAID);
    expect(await read(id)).toMatchObject({ status: 'processed', processed_amount: 49.99, processed: 1_768_471_200 });
  });

  it('takes its time', async () => {
    const { created, sell, clock } = openCorefy({ latency: 350 });
    const { token } = await created();
    let answered = false;
    const sale = sell(token, PAID).then(() => (answered = true));
    await waiting(clock, 3);
    await clock.advance(349);
    expect(answered).toBe(false);
    await clock.advance(1);
    await sale;
  });

  it.each(['Bearer wrong', 'Bearer ', '', `Basic ${btoa('coma_1:key_1')}`])('refuses "%s"', async (Authorization) => {
    const { call } = openCorefy();
    const body = { data: { type: 'sale-operation', attributes: { card_number: PAID } } };
    expect((await call('/gateway/payment/sale', { headers: { Authorization }, body })).status).toBe(401);
  });

  it.each([
    ['card_number', { card_number: '5519 2838' }],
    ['cvv', { cvv: '12' }],
    ['exp_month', { exp_month: '13' }],
    ['exp_month', { exp_month: 4 }],
    ['exp_year', { exp_year: '2030' }],
  ])('names %s', async (field, fields) => {
    const { created, call, read } = openCorefy();
    const { id, token } = await created();
    const card = { card_number: PAID, cvv: '123', exp_month: '04', exp_year: '30', ...fields };
    const body = { data: { type: 'sale-operation', attributes: card } };
    const response = await call('/gateway/payment/sale', { headers: { Authorization: `Bearer ${token}` }, body });
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain(`/data/attributes/${field}`);
    expect(text).not.toContain('5519');
    expect(await read(id)).toMatchObject({ status: 'created' });
  });

  it('is charged again when it is sent again: nothing at this gateway stops that', async () => {
    const { created, sell, send, clock } = openCorefy({ latency: 10 });
    const { token } = await created();
    const sales = Promise.all([sell(token, PAID), sell(token, PAID)]);
    await waiting(clock, 4);
    await clock.advance(10);
    await sales;
    const { payments } = await json(await send('/control/payments'));
    expect(payments[0].attempts.map(({ status }: { status: string }) => status)).toEqual(['processed', 'processed']);
  });
});

describe('refunds', () => {
  const refund = (attributes: object) => ({ body: { data: { type: 'refund', attributes } } });

  it('come in parts, through refund_pending', async () => {
    const { pay, call, read, callbacks, clock } = openCorefy();
    const { id } = await pay(PAID);
    const path = `/api/payment-invoices/${id}/refund`;
    const part = await call(path, refund({ amount: 9.99, reference_id: 'r1', description: 'Too late' }));
    expect((await json(part)).data).toMatchObject({
      type: 'refunds',
      id: expect.stringMatching(/^ref_/),
      attributes: { reference_id: 'r1', original_id: id, status: 'processed', amount: 9.99, currency: 'EUR' },
    });
    expect(await read(id)).toMatchObject({ status: 'partially_refunded', refunded_amount: 9.99 });
    expect((await call(path, refund({ amount: 40.01, reference_id: 'r2' }))).status).toBe(422);
    expect((await call(path, refund({ amount: 40 }))).status).toBe(422);
    expect((await call(path, refund({ amount: 40, reference_id: 'r2' }))).status).toBe(201);
    expect(await read(id)).toMatchObject({ status: 'refunded', refunded_amount: 49.99 });
    await clock.advance(20);
    expect(callbacks().map(({ data }) => data.attributes.status)).toEqual([
      'created',
      'processed',
      'refund_pending',
      'partially_refunded',
      'refund_pending',
      'refunded',
    ]);
  });

  it('are for what was paid', async () => {
    const { created, call } = openCorefy();
    const { id } = await created();
    const response = await call(`/api/payment-invoices/${id}/refund`, refund({ amount: 1, reference_id: 'r1' }));
    expect(response.status).toBe(422);
  });

  it('and charge-backs are done behind the API’s back too', async () => {
    const { pay, send, read } = openCorefy();
    const control = async (id: string, what: string, part = false) =>
      json(
        await send(`/control/payments/${id}/${what}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ part }),
        }),
      );
    const first = await pay(PAID);
    expect(await control(first.id, 'refund', true)).toEqual({ id: first.id, status: 'partially_refunded' });
    expect(await control(first.id, 'refund')).toEqual({ id: first.id, status: 'refunded' });
    expect(await read(first.id)).toMatchObject({ refunded_amount: 49.99 });
    const second = await pay(PAID);
    expect(await control(second.id, 'charge-back')).toMatchObject({ status: 'charged_back' });
    expect(await read(second.id)).toMatchObject({ charged_back_amount: 49.99 });
    const third = await pay(PAID);
    expect(await control(third.id, 'charge-back', true)).toMatchObject({ status: 'partially_charged_back' });
    expect(await control(third.id, 'charge-back')).toMatchObject({ status: 'charged_back' });
    expect(await read(third.id)).toMatchObject({ charged_back_amount: 49.99 });
    const fourth = await pay(PAID);
    await control(fourth.id, 'refund', true);
    expect(await control(fourth.id, 'charge-back')).toMatchObject({ status: 'partially_charged_back' });
    expect(await read(fourth.id)).toMatchObject({ refunded_amount: 25, charged_back_amount: 24.99 });
    expect(await control(fourth.id, 'charge-back')).toMatchObject({ status: 'partially_charged_back' });
    expect(await read(fourth.id)).toMatchObject({ charged_back_amount: 24.99 });
  });
});

/** Requests are read in several turns: until this many timers run. An invoice has two, its expiry and its first callback. */
async function waiting(clock: { pending: number }, timers: number): Promise<void> {
  while (clock.pending < timers) await new Promise(setImmediate);
}
