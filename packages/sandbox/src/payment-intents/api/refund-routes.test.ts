import { describe, expect, it } from 'vitest';
import { dataOf, newIntent, openSandbox } from '../../sandbox.fixture.js';

async function paid(options: Parameters<typeof openSandbox>[0] = {}) {
  const sandbox = openSandbox(options);
  const intent = await sandbox.createIntent();
  await sandbox.pay(intent, '4242424242424242');
  const path = `/payment-intents/v1/payment/intents/${intent}/refunds`;
  const refund = (body: object = {}) => sandbox.post(path, body);
  const availability = async () => dataOf(await sandbox.get(`${path}/availability`));
  return { ...sandbox, intent, path, refund, availability };
}

describe('refunds', () => {
  it('in full, when no amount is said', async () => {
    const { refund, availability, read, intent, clock, deliveries } = await paid();
    expect(await availability()).toMatchObject({
      is_refundable: true,
      refundable_amount: { value: 4999, currency: 'EUR' },
      refunded_amount: { value: 0 },
      available_types: ['full', 'partial'],
      execution_method: 'gateway',
      unavailable_reason: null,
    });
    const response = await refund({ reason: 'requested_by_customer', note: 'Broken', metadata: { ticket: '7' } });
    expect(response.status).toBe(201);
    expect(await dataOf(response)).toMatchObject({
      amount: { value: 4999, formatted: '€49.99' },
      processed_amount: { value: 4999 },
      type: 'full',
      status: 'completed',
      reason: { value: 'requested_by_customer', label: 'Requested by customer' },
      note: 'Broken',
      metadata: { ticket: '7' },
      failure_code: null,
    });
    expect(await read(intent)).toMatchObject({ status: 'refunded' });
    await clock.advance(1_000);
    expect(deliveries.map(({ headers }) => headers.get('X-Payment-Event'))).toContain('payment.refunded');
    expect(await availability()).toMatchObject({ is_refundable: false, available_types: [] });
    expect((await refund()).status).toBe(409);
  });

  it('in parts, which add up to the payment', async () => {
    const { refund, availability, read, intent, get, path } = await paid();
    const first = await dataOf(await refund({ amount: 1999 }));
    expect(first).toMatchObject({ type: 'partial', reason: null });
    expect(await read(intent)).toMatchObject({ status: 'partially_refunded' });
    expect(await availability()).toMatchObject({
      refundable_amount: { value: 3000 },
      refunded_amount: { value: 1999 },
    });
    expect((await refund({ amount: 3001 })).status).toBe(422);
    expect(await dataOf(await refund({ amount: 3000 }))).toMatchObject({ type: 'partial' });
    expect(await read(intent)).toMatchObject({ status: 'refunded' });
    expect((await dataOf(await get(path))).map(({ amount }: { amount: { value: number } }) => amount.value)).toEqual([
      1999, 3000,
    ]);
    expect(await dataOf(await get(`${path}/${first.id}`))).toEqual(first);
    expect((await get(`${path}/re_0`)).status).toBe(404);
  });

  it('once for each idempotency key', async () => {
    const { post, path, availability } = await paid();
    await post(path, { amount: 100 }, 'the-same-key');
    await post(path, { amount: 100 }, 'the-same-key');
    expect(await availability()).toMatchObject({ refunded_amount: { value: 100 } });
  });

  it('speak the unit that answers are in', async () => {
    const { refund, availability } = await paid({ amountUnit: 'major' });
    expect((await refund({ amount: 19.999 })).status).toBe(422);
    expect(await dataOf(await refund({ amount: 19.99 }))).toMatchObject({ amount: { value: 19.99 } });
    expect(await availability()).toMatchObject({ refundable_amount: { value: 30 } });
  });

  it.each([{ amount: 0 }, { amount: -1 }, { amount: 1.5 }, { amount: '100' }, { amount: 5000 }, { reason: 'bored' }])(
    'refuse %j',
    async (body) => {
      const { refund, read, intent } = await paid();
      expect((await refund(body)).status).toBe(422);
      expect(await read(intent)).toMatchObject({ status: 'completed' });
    },
  );

  it('of what was not paid: none', async () => {
    const { createIntent, post, get } = openSandbox();
    const path = `/payment-intents/v1/payment/intents/${await createIntent()}/refunds`;
    expect((await post(path)).status).toBe(409);
    expect(await dataOf(await get(`${path}/availability`))).toMatchObject({
      is_refundable: false,
      refundable_amount: { value: 0 },
    });
  });

  it('add up in a currency without a minor unit', async () => {
    const { post, get } = openSandbox();
    const body = { ...newIntent, amount: 701, currency: 'XOF' };
    const { id } = await dataOf(await post('/payment-intents/v1/payment/intents', body));
    const at = `/payment-intents/v1/payment/intents/${id}`;
    await post(`${at}/attempts`, {
      method_code: 'card',
      card: { number: '4242424242424242', exp_month: 7, exp_year: 2077, cvc: '123' },
      three_ds: { notification_url: 'http://shop.test/n' },
    });
    await post(`/control/payments/${id}/refund`, { part: true });
    expect(await dataOf(await get(`${at}/refunds/availability`))).toMatchObject({
      refunded_amount: { value: 351 },
      refundable_amount: { value: 350 },
    });
  });
});
