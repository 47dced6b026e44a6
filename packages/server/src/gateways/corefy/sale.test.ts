import { provider as milkyPay } from '@florin/providers/milky-pay';
import { describe, expect, it } from 'vitest';
import {
  created,
  errorOf,
  invoice,
  json,
  live,
  lostConnection,
  openCorefy,
  refusedConnection,
  sale,
  start,
  type Reply,
} from './corefy.fixture.js';
import { refusalsOf } from './refusal.js';

describe('the sale', () => {
  it.each<[string, Reply, object]>([
    ['a lost connection', lostConnection(), { outcome: 'unknown' }],
    ['unavailable', json({}, 502), { outcome: 'unknown', code: 'http_502' }],
    ['broken', json({}, 500), { outcome: 'unknown' }],
    ['a late answer', json({}, 504), { outcome: 'unknown' }],
    ['a conflict', json({}, 409), { outcome: 'unknown' }],
    ['truncated JSON', new Response('{"data":{', { status: 201 }), { outcome: 'unknown', code: 'unreadable' }],
    ['no JSON', new Response('<html>', { status: 201 }), { outcome: 'unknown', code: 'unreadable' }],
    ['a wrong token', json({}, 401), { outcome: 'refused', failure: { reason: 'merchant_setup' } }],
    ['a wrong address', json({}, 404), { outcome: 'refused', failure: { reason: 'merchant_setup' } }],
    ['a wrong number', badField('card_number'), { outcome: 'refused', failure: { reason: 'check_number' } }],
    ['a wrong year', badField('exp_year'), { outcome: 'refused', failure: { reason: 'check_expiry' } }],
    ['a wrong code', badField('cvv'), { outcome: 'refused', failure: { reason: 'check_cvc' } }],
    ['a wrong name', badField('card_holder'), { outcome: 'refused', failure: { reason: 'check_holder' } }],
    [
      'fields by their names',
      json({ errors: { card_number: ['4242'] } }, 422),
      { outcome: 'refused', failure: { reason: 'check_number' } },
    ],
    [
      'a code of the table',
      json({ request_id: 'r', error_type: 'x', error_codes: ['card_type_not_supported'] }, 422),
      { outcome: 'refused', failure: { reason: 'card_not_supported', code: { value: 'card_type_not_supported' } } },
    ],
    [
      'a code that says it may have been paid',
      json({ error_codes: ['DUPLICATED_TRANSACTION'] }, 422),
      { outcome: 'unknown' },
    ],
    [
      'several codes, one of which says it',
      json({ error_codes: ['invalid_request', 'duplicated_transaction'] }, 422),
      { outcome: 'unknown' },
    ],
    ['a request that may be repeated', json({}, 429, { 'Retry-After': '9' }), { outcome: 'unknown', code: 'http_429' }],
    ['a redirect', json({}, 307, { Location: 'https://x.example' }), { outcome: 'unknown', code: 'http_3xx' }],
    [
      'nothing that is known',
      json({ error: 'No 4242 today', errors: [7, null, 'x'] }, 400),
      { outcome: 'refused', failure: { reason: 'merchant_setup' } },
    ],
  ])('%s', async (_, reply, expected) => {
    const { gateway, routes } = openCorefy({ sale: [reply] });
    const error = await errorOf(gateway.start(start));
    expect(error).toMatchObject({ name: 'GatewayError', ...expected });
    expect(JSON.stringify(error)).not.toContain('4242');
    expect(routes()).toEqual(['create', 'sale']);
  });

  it('no connection: tried again, and then certainly failed, for its invoice cannot be undone', async () => {
    const healed = openCorefy({ sale: [refusedConnection(), sale()] });
    expect(await healed.gateway.start(start)).toMatchObject({ attempt: { status: 'completed' } });
    const { gateway } = openCorefy({ sale: [refusedConnection()] });
    const error = await errorOf(gateway.start(start));
    expect(error).toMatchObject({ outcome: 'refused', failure: { reason: 'try_again_later' } });
  });

  it('is not sent when it comes too late, and has certainly failed: nobody else sends it', async () => {
    let isInTime = true;
    const slow: Reply = (call) => {
      isInTime = false;
      return created()(call);
    };
    const { gateway, routes } = openCorefy({ create: [slow], sale: [sale()] });
    const error = await errorOf(gateway.start({ ...start, isInTime: () => isInTime }));
    expect(error).toMatchObject({ outcome: 'refused', code: 'too_late', failure: { reason: 'try_again_later' } });
    expect(routes()).toEqual(['create']);
    const quick = openCorefy({ sale: [sale()] });
    expect(await quick.gateway.start({ ...start, isInTime: () => true })).toMatchObject({
      attempt: { status: 'completed' },
    });
  });

  it.each([{ amount: 1 }, { currency: 'USD' }, { amount: '49.99' }])(
    'was sent: an invoice that says %j is no outcome',
    async (attributes) => {
      const { gateway } = openCorefy({ sale: [sale()], get: [json(invoice(attributes))] });
      expect(await errorOf(gateway.start(start))).toMatchObject({ outcome: 'unknown', code: 'amount_mismatch' });
    },
  );

  it('a code of the platform that a brand does not list may say the same', () => {
    expect(milkyPay.codes).not.toContain('duplicated_transaction');
    const body = { error_codes: ['duplicated_transaction'] };
    expect(refusalsOf(milkyPay)(422, body, null)).toMatchObject({ outcome: 'unknown', code: 'http_422' });
  });

  it('an answer that does not come is given up, and the card not sent again', async () => {
    const never: Reply = ({ signal }) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    const { gateway, routes } = openCorefy({ sale: [never] }, { timeout: 20 });
    expect(await errorOf(gateway.start(start))).toMatchObject({ outcome: 'unknown', code: 'timeout' });
    expect(routes()).toEqual(['create', 'sale']);
  });

  it.each<[string, Reply]>([
    ['nobody answers', refusedConnection()],
    ['a wrong key', json({}, 401)],
    ['too many requests', json({}, 429)],
    ['broken', json({}, 500)],
    ['gone', json({}, 404)],
    ['truncated', new Response('{')],
  ])('was sent: that %s when the invoice is asked for takes nothing back', async (_, reply) => {
    const { gateway } = openCorefy({ sale: [sale()], get: [reply] });
    expect(await errorOf(gateway.start(start))).toMatchObject({ outcome: 'unknown' });
  });

  it.each([
    ['without a status', live('ok', { status: undefined }), 'required'],
    ['with a wrong one', live('ok', { status: 7 }), 'expected_string'],
  ])('was sent: an invoice %s is no news, and says where', async (_, body, code) => {
    const { gateway } = openCorefy({ sale: [sale()], get: [json(body)] });
    expect(await gateway.start(start)).toMatchObject({
      attempt: { id: 'cpi_1', status: 'processing', uncertain: true },
      violations: [{ pointer: '/data/attributes/status', code }],
    });
  });

  it('was sent: what nobody lists goes on', async () => {
    for (const body of [
      live('a_resolution_nobody_lists'),
      invoice({ status: 'a_status_nobody_lists' }),
      live('ok', { metadata: {}, flow_data: {}, resolution: null, updated: null }),
    ]) {
      const { gateway } = openCorefy({ sale: [sale()], get: [json(body)] });
      const { attempt } = await gateway.start(start);
      expect(attempt).toMatchObject({ id: 'cpi_1', uncertain: false, failure: null, next_action: null });
      expect(['completed', 'failed', 'cancelled']).not.toContain(attempt?.status);
    }
  });
});

function badField(field: string) {
  const error = { source: { pointer: `/data/attributes/${field}` }, detail: 'The value 4242424242424242 is wrong.' };
  return json({ errors: [error] }, 422);
}
