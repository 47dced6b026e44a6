import type { NextAction } from '@florin/contract';
import { describe, expect, it } from 'vitest';
import {
  challenge,
  flowData,
  invoice,
  json,
  live,
  lostConnection,
  openCorefy,
  payment,
  resource,
  sale,
} from './corefy.fixture.js';

const asked: NextAction = {
  type: 'three_ds_challenge',
  url: 'https://acs.example/challenge',
  params: { creq: 'Y3JlcQ' },
  notification_origin: '',
  nonce: '',
};
const unnamed = { payment, attempt: { id: 'pa_1', providerId: null } };
const named = { payment, attempt: { id: 'pa_1', providerId: 'cpi_1' } };
const waiting = { payment, attempt: { ...named.attempt, nextAction: asked } };

describe('reading', () => {
  it('asks for an invoice by its id, else by our reference', async () => {
    const { gateway, calls } = openCorefy({ find: [json({ data: [resource()] })] });
    expect(await gateway.read(named)).toMatchObject({ attempt: { id: 'cpi_1', status: 'completed' } });
    expect(await gateway.read(unnamed)).toMatchObject({ attempt: { id: 'cpi_1', status: 'completed' } });
    expect(calls.map(({ url }) => url)).toEqual([
      'https://com.brand.example/api/payment-invoices/cpi_1',
      'https://com.brand.example/api/payment-invoices/?filter[reference_id]=pa_1',
    ]);
  });

  it('finds nothing where there is nothing', async () => {
    const { gateway } = openCorefy({ find: [json({ data: [] })] });
    expect(await gateway.read(unnamed)).toEqual({ attempt: null });
  });

  it('takes nobody else’s invoice for ours', async () => {
    const other = resource({ reference_id: 'pa_2' }, 'cpi_2');
    const mixed = openCorefy({ find: [json({ data: [other, resource()] })] });
    expect(await mixed.gateway.read(unnamed)).toMatchObject({ attempt: { id: 'cpi_1' } });
    const ignored = openCorefy({ find: [json({ data: [other] })] });
    await expect(ignored.gateway.read(unnamed)).rejects.toMatchObject({ outcome: 'unknown', code: 'filter_ignored' });
  });

  it.each([
    ['no list', json({ data: null }), [{ pointer: '/data', code: 'expected_array' }]],
    ['nothing', json({}), [{ pointer: '/data', code: 'required' }]],
    ['no id', json({ data: [{ type: 'payment-invoices' }] }), [{ pointer: '/data/id', code: 'required' }]],
    ['half an answer', new Response('{"data":['), []],
    ['no JSON', new Response('<html>'), []],
    ['a lost answer', lostConnection(), []],
  ])('%s is no news', async (_, reply, violations) => {
    const { gateway } = openCorefy({ find: [reply] });
    await expect(gateway.read(unnamed)).rejects.toMatchObject({ outcome: 'unknown', violations });
  });

  it.each([
    ['processed', 'completed'],
    ['refund_pending', 'completed'],
    ['partially_refunded', 'partially_refunded'],
    ['REFUNDED', 'refunded'],
    ['charged_back', 'charged_back'],
    ['partially_charged_back', 'partially_charged_back'],
  ])('%s is said of the payment', async (status, expected) => {
    const { gateway } = openCorefy({ get: [json(invoice({ status }))] });
    expect(await gateway.read(named)).toMatchObject({ status: expected, attempt: { status: 'completed' } });
  });

  it.each([{ amount: 1, currency: 'USD' }, { amount: 1 }, { currency: 'USD' }, { amount: '49.99' }])(
    'takes %j for no outcome of what was agreed',
    async (attributes) => {
      const { gateway } = openCorefy({ get: [json(invoice(attributes))] });
      await expect(gateway.read(named)).rejects.toMatchObject({ outcome: 'unknown', code: 'amount_mismatch' });
    },
  );

  it('takes an invoice that names no amount for ours', async () => {
    const { gateway } = openCorefy({ get: [json(invoice({ amount: undefined, currency: undefined }))] });
    expect(await gateway.read(named)).toMatchObject({ attempt: { status: 'completed' } });
  });

  it.each(['process_failed', 'expired', 'terminated'])('%s is said of the attempt alone', async (status) => {
    const { gateway } = openCorefy({ get: [json(invoice({ status }))] });
    const reading = await gateway.read(named);
    expect(reading.status).toBe('pending');
    expect(['failed', 'cancelled']).toContain(reading.attempt?.status);
  });

  it('says when the invoice was changed', async () => {
    const { gateway } = openCorefy({ get: [json(invoice({ updated: 1_768_471_999 }))] });
    expect((await gateway.read(named)).attempt?.revision).toBe(1_768_471_999);
  });

  it('says of an invoice without a sale that nobody knows, where one may have been sent', async () => {
    const { gateway } = openCorefy({ get: [json(invoice({ status: 'CREATED', flow_data: flowData }))] });
    const processing = { status: 'processing', next_action: null };
    expect(await gateway.read({ payment, attempt: { ...named.attempt, uncertain: true } })).toMatchObject({
      status: 'pending',
      attempt: { ...processing, uncertain: true },
    });
    // As while the sale is on its way: the creation has a callback of its own.
    expect((await gateway.read(named)).attempt).toMatchObject({ ...processing, uncertain: false });
  });

  it.each(['auth_3ds_required', 'ok', 'a_resolution_nobody_lists'])(
    'leaves the issuer’s page where it is while the invoice waits (%s)',
    async (resolution) => {
      const { gateway } = openCorefy({ get: [json(live(resolution))] });
      expect((await gateway.read(waiting)).attempt).toMatchObject({ status: 'action_required', uncertain: false });
    },
  );

  it('takes it away when the invoice is decided, or nobody knows', async () => {
    for (const [status, expected] of [
      ['processed', { status: 'completed' }],
      ['process_failed', { status: 'failed' }],
      ['partially_processed', { status: 'processing', uncertain: true }],
      [7, { status: 'processing', uncertain: true }],
    ] as const) {
      const { gateway } = openCorefy({ get: [json(invoice({ status }))] });
      expect((await gateway.read(waiting)).attempt).toMatchObject({ next_action: null, ...expected });
    }
  });

  it('never sends the customer to the hosted page, but to an issuer that an invoice names', async () => {
    const { gateway } = openCorefy({ get: [json(live())] });
    expect((await gateway.read(named)).attempt).toMatchObject({ status: 'processing', next_action: null });
    const issuer = openCorefy({ get: [json(live('ok', { flow_data: challenge.auth_payload }))] });
    expect((await issuer.gateway.read(named)).attempt).toMatchObject({ next_action: { type: 'three_ds_challenge' } });
  });
});

describe('a one-time code', () => {
  const request = { ...named, answer: { otp: '123456' }, idempotencyKey: 'k1' };
  const pending = json(live('auth_otp_required'));

  it('goes to the card gateway, once', async () => {
    const { gateway, routes, sent } = openCorefy({ get: [pending, json(invoice())], otp: [sale()] });
    expect(await gateway.confirm(request)).toMatchObject({ attempt: { id: 'cpi_1', status: 'completed' } });
    expect(routes()).toEqual(['get', 'otp', 'get']);
    expect(sent('otp')).toMatchObject({
      url: 'https://cards.brand.example/payment/otp',
      authorization: 'Bearer the.card.token',
      body: { data: { type: 'otp-operation', attributes: { otp: '123456' } } },
    });
    const lost = openCorefy({ get: [pending], otp: [json({}, 502)] });
    await expect(lost.gateway.confirm(request)).rejects.toMatchObject({ outcome: 'unknown' });
    expect(lost.routes()).toEqual(['get', 'otp']);
  });

  it('goes where and as the settings say', async () => {
    const { gateway, sent } = openCorefy(
      { get: [pending], otp: [sale()] },
      { otpPath: '/v2/code', otpBody: (code) => ({ code }) },
    );
    await gateway.confirm(request);
    expect(sent('otp')).toMatchObject({ url: 'https://cards.brand.example/v2/code', body: { code: '123456' } });
  });

  it('is not sent again on doubt: its tries are counted', async () => {
    const { gateway, routes } = openCorefy({ get: [pending], otp: [json({}, 429)] });
    await expect(gateway.confirm(request)).rejects.toMatchObject({ outcome: 'unknown' });
    expect(routes()).toEqual(['get', 'otp']);
    const other = openCorefy({ get: [pending, json(invoice({ amount: 1 }))], otp: [sale()] });
    await expect(other.gateway.confirm(request)).rejects.toMatchObject({ code: 'amount_mismatch' });
  });

  it('that was wrong is asked for again', async () => {
    const { gateway } = openCorefy({ get: [pending], otp: [sale({ auth_mode: 'otp' })] });
    expect((await gateway.confirm(request)).attempt).toMatchObject({
      status: 'action_required',
      next_action: { type: 'otp' },
    });
  });

  it('is not sent for an invoice that nobody knows, or that is decided', async () => {
    const unknown = openCorefy({ find: [json({ data: [] })] });
    await expect(unknown.gateway.confirm({ ...request, ...unnamed })).rejects.toMatchObject({ outcome: 'unknown' });
    const over = openCorefy({ get: [json(invoice())] });
    await expect(over.gateway.confirm(request)).rejects.toMatchObject({ outcome: 'unknown' });
    expect(over.routes()).toEqual(['get']);
  });

  it('is all that there is to send: the platform hears of a challenge from the issuer', async () => {
    const { gateway, routes } = openCorefy();
    const reading = await gateway.confirm({ ...request, answer: { three_ds_challenge: 'done' } });
    expect(reading).toMatchObject({ attempt: { status: 'completed' } });
    expect(routes()).toEqual(['get']);
  });

  it('there is no call for another code, or to cancel', () => {
    const { gateway } = openCorefy();
    expect(gateway.resend).toBeUndefined();
    expect(gateway.cancel).toBeUndefined();
    expect(gateway.keptCard).toBeUndefined();
  });
});
