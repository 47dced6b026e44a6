import { describe, expect, it } from 'vitest';
import {
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

  it.each<[string, Reply]>([
    ['no connection', refusedConnection()],
    ['too many requests', json({}, 429)],
  ])('%s: tried again, and then certainly failed, for its invoice cannot be undone', async (_, reply) => {
    const healed = openCorefy({ sale: [reply, sale()] });
    expect(await healed.gateway.start(start)).toMatchObject({ attempt: { status: 'completed' } });
    const { gateway } = openCorefy({ sale: [reply] });
    const error = await errorOf(gateway.start(start));
    expect(error).toMatchObject({ outcome: 'refused', failure: { reason: 'try_again_later' } });
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
