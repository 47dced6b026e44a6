import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attributesIn,
  created,
  errorOf,
  json,
  lostConnection,
  openCorefy,
  refusedConnection,
  resource,
  sale,
  start,
  type Call,
  type Json,
  type Reply,
} from './corefy.fixture.js';

const list = (...resources: unknown[]) => json({ data: resources });
/** The invoice of the call under test itself: as when the answer to its creation was lost. */
const itsOwn = (calls: Call[], attributes: Json = {}) =>
  list(
    resource({
      status: 'created',
      flow_data: { metadata: { token: 'the.card.token' } },
      metadata: attributesIn(calls[0]?.body)['metadata'],
      ...attributes,
    }),
  );

describe('creating', () => {
  it.each<[string, Reply, object]>([
    ['no connection', refusedConnection(), { outcome: 'not_sent', code: 'unreachable' }],
    ['too many requests', json({}, 429, { 'Retry-After': '9' }), { outcome: 'not_sent', retryAfter: 9 }],
    ['a wrong key', json({}, 401), { outcome: 'refused', failure: { reason: 'merchant_setup' } }],
    ['no permission', json({}, 403), { outcome: 'refused', failure: { reason: 'merchant_setup' } }],
    ['a wrong address', json({}, 404), { outcome: 'refused', failure: { reason: 'merchant_setup' } }],
  ])('%s is certain', async (_, reply, expected) => {
    const { gateway, routes } = openCorefy({ create: [reply] });
    expect(await errorOf(gateway.start(start))).toMatchObject({ name: 'GatewayError', ...expected });
    expect(new Set(routes())).toEqual(new Set(['create']));
  });

  const uncertain: [string, Reply][] = [
    ['a lost connection', lostConnection()],
    ['unavailable', json({}, 502)],
    ['broken', json({}, 500)],
    ['a conflict', json({}, 409)],
    ['truncated JSON', new Response('{"data":{"type":"payment-in', { status: 201 })],
    ['no JSON', new Response('<html>', { status: 201 })],
    ['no invoice', json({ data: [] }, 201)],
    ['an empty answer', new Response(null, { status: 204 })],
  ];

  it.each(uncertain)('%s: the invoice is looked for, and is not there', async (_, reply) => {
    const { gateway, routes } = openCorefy({ create: [reply], find: [list()] });
    expect(await errorOf(gateway.start(start))).toMatchObject({ outcome: 'unknown' });
    expect(routes().at(-1)).toBe('find');
    expect(routes()).not.toContain('sale');
  });

  it.each(uncertain)('%s: the invoice is there after all, and this call goes on', async (_, reply) => {
    const opened = openCorefy({ create: [reply], find: [() => itsOwn(opened.calls)], sale: [sale()] });
    expect(await opened.gateway.start(start)).toMatchObject({ attempt: { id: 'cpi_1', status: 'completed' } });
    expect(opened.routes().filter((route) => route === 'sale')).toHaveLength(1);
  });

  it.each(uncertain)('%s: whether it is there cannot be asked either', async (_, reply) => {
    const { gateway, routes } = openCorefy({ create: [reply], find: [json({}, 403)] });
    expect(await errorOf(gateway.start(start))).toMatchObject({ outcome: 'unknown' });
    expect(routes()).not.toContain('sale');
  });

  it('is tried again where nothing but one invoice can come of it', async () => {
    const { gateway, routes } = openCorefy({ create: [json({}, 503), created()], sale: [sale()] });
    expect(await gateway.start(start)).toMatchObject({ attempt: { status: 'completed' } });
    expect(routes()).toEqual(['create', 'create', 'sale', 'get']);
  });

  it('whose first try made the invoice finds its reference taken by itself', async () => {
    const taken = json({ error_type: 'validation_error', error_codes: ['duplicate'] }, 422);
    const opened = openCorefy({
      create: [lostConnection(), taken],
      find: [() => itsOwn(opened.calls)],
      sale: [sale()],
    });
    expect(await opened.gateway.start(start)).toMatchObject({ attempt: { status: 'completed' } });
    expect(opened.routes()).toEqual(['create', 'create', 'find', 'sale', 'get']);
  });

  it('that is refused says why, once it is certain that nothing is there', async () => {
    const body = { errors: [{ source: { pointer: '/data/attributes/customer/address/country' }, title: 'FR 4242' }] };
    const { gateway } = openCorefy({ create: [json(body, 422)], find: [list()] });
    const error = await errorOf(gateway.start(start));
    expect(error).toMatchObject({ outcome: 'refused', failure: { reason: 'check_details' } });
    expect(JSON.stringify(error)).not.toContain('4242');
  });

  it('that is refused is not certain while nobody can say whether something is there', async () => {
    const { gateway } = openCorefy({ create: [json({}, 422)], find: [json({}, 500)] });
    expect(await errorOf(gateway.start(start))).toMatchObject({ outcome: 'unknown' });
  });
});

describe('taking over', () => {
  const taken = () => json({ error_codes: ['reference_id_already_exists'] }, 422);
  const theirs = (attributes: Json = {}) =>
    list(resource({ metadata: { florin_run: 'another' }, flow_data: { metadata: { token: 't' } }, ...attributes }));

  it.each<[string, string, Json]>([
    ['created', 'processing', { uncertain: true, next_action: null }],
    ['process_pending', 'processing', { uncertain: true, next_action: null }],
    ['processed', 'completed', { uncertain: false }],
    ['process_failed', 'failed', { uncertain: false }],
    ['expired', 'failed', { uncertain: false }],
  ])('an invoice that is %s sends no card', async (status, expected, more) => {
    const { gateway, routes } = openCorefy({ create: [taken()], find: [theirs({ status })] });
    const reading = await gateway.start(start);
    expect(reading.attempt).toMatchObject({ id: 'cpi_1', status: expected, ...more });
    expect(routes()).toEqual(['create', 'find']);
  });

  it('of an invoice that does not say who made it sends no card, where another call may have', async () => {
    const { gateway, routes } = openCorefy({ create: [created({ metadata: [] }, 200)] });
    const reading = await gateway.start({ ...start, attempt: { id: 'pa_1', uncertain: true } });
    expect(reading.attempt).toMatchObject({ id: 'cpi_1', status: 'processing', uncertain: true });
    expect(routes()).toEqual(['create']);
    const first = openCorefy({ create: [created({ metadata: [] })], sale: [sale()] });
    expect(await first.gateway.start(start)).toMatchObject({ attempt: { status: 'completed' } });
  });

  it.each([{ amount: 1 }, { currency: 'USD' }])('of one that says %j is no outcome', async (attributes) => {
    const { gateway } = openCorefy({ create: [taken()], find: [theirs({ status: 'processed', ...attributes })] });
    expect(await errorOf(gateway.start(start))).toMatchObject({ outcome: 'unknown', code: 'amount_mismatch' });
  });

  it('of somebody’s invoice that the answer says was made just now sends none either', async () => {
    const replayed = created({ metadata: { florin_run: 'another' } });
    const { gateway, routes } = openCorefy({ create: [replayed] });
    expect(await gateway.start(start)).toMatchObject({ attempt: { uncertain: true } });
    expect(routes()).toEqual(['create']);
  });

  it('whatever happens, however many run at once, one card is sent', async () => {
    const broken: Reply[] = [lostConnection(), json({}, 502), taken(), new Response('{'), json({}, 500)];
    const runs = fc.asyncProperty(fc.array(fc.nat(broken.length), { minLength: 2, maxLength: 6 }), async (turns) => {
      const order = [...turns];
      let kept: Json | null = null;
      const create: Reply = (call) => {
        const turn = order.shift() ?? broken.length;
        const attributes = attributesIn(call.body);
        const isFirst = kept === null;
        kept ??= attributes;
        const answer = broken[turn];
        // Made, whatever is answered; and made once.
        if (isFirst && answer === undefined) return created()(call);
        if (answer instanceof Response && isFirst) return answer.clone();
        if (answer instanceof Error) throw answer;
        return taken();
      };
      const find: Reply = () =>
        list(...(kept ? [resource({ ...kept, status: 'created', flow_data: { metadata: { token: 't' } } })] : []));
      const { gateway, routes } = openCorefy({ create: [create], find: [find], sale: [sale()] });
      await Promise.all([1, 2, 3].map(() => errorOf(gateway.start(start))));
      expect(routes().filter((route) => route === 'sale').length).toBeLessThanOrEqual(1);
    });
    await fc.assert(runs, { numRuns: 200 });
  });
});
