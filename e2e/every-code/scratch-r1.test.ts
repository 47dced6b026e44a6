import { createServer } from 'node:http';
import { expect, it, describe } from 'vitest';
import { provider as pt } from '@florin/providers/payments-trust';
import { provider as purseRoom } from '@florin/providers/purse';
import { createSandbox } from '@florin/sandbox';
import { createCheckoutServer, createPurseGateway, createAlmaGateway, openStore } from '@florin/server';
import { openPurse, native, start, at, financed, payment, plan, routes } from '../../packages/server/src/gateways/purse/purse.fixture.js';
import { json as pj, scriptedProvider } from '../../packages/server/src/gateways/purse/scripted-provider.fixture.js';
import * as cf from '../../packages/server/src/gateways/corefy/corefy.fixture.js';
import { toPublicIntent } from '../../packages/server/src/public-intent.js';
import { accountsAt } from './providers.js';

const caught = (p: Promise<unknown>) => p.catch((e: any) => ({ thrown: `${e.outcome}/${e.code}`, reason: e.failure?.reason }));
const say = (name: string, what: unknown) => console.log(`### ${name}: ${JSON.stringify(what)}`);

describe('rooms', () => {
  it('unlisted words', () => {
    for (const w of ['completed', 'failed', 'cancelled', 'FAILED', 'action_required']) {
      say(`corefy ${w}`, pt.read({ data: { id: 'x', attributes: { status: w } } }));
      say(`purse ${w}`, purseRoom.read({ id: 'x', state: w }));
    }
  });
  it('terminated + forced_captured', () => {
    for (const r of ['forced_captured', 'CREATED_FROM_STATEMENT', 'refund_error'])
      say(r, pt.read({ data: { id: 'x', attributes: { status: 'terminated', resolution: r } } }).attempt);
    say('purse aborted + captured', purseRoom.read({ id: 'x', state: 'ERROR', code: 'ABORTED_BY_CUSTOMER', psp: { status: 'validation_error_payment_already_captured' } }).attempt);
  });
  it('uncertain + expired_at', () => {
    say('uncertain+expired_at', purseRoom.read({ id: 'x', state: 'UNCERTAIN', psp: { status: 'TIMEOUT' }, expired_at: 1 }).attempt);
    say('pending+expired_at', purseRoom.read({ id: 'x', state: 'PENDING', psp: { status: 'validation_error_too_many_request' }, expired_at: 1 }).attempt);
  });
  it('two places', () => {
    say('status CREATED + authorization AUTHORIZED', purseRoom.read({ id: 'x', status: 'CREATED', authorization: { status: 'AUTHORIZED' } }));
    say('status SUCCESS + authorization REFUSED', purseRoom.read({ id: 'x', status: 'SUCCESS', authorization: { status: 'REFUSED' } }));
    say('refund twice said', purseRoom.read({ id: 'x', state: 'SUCCESS', amount: 100, refunds: [{ amount: 50 }], totals: { refunded: 50 } }).status);
    say('url of processing payment', purseRoom.read({ id: 'x', state: 'PENDING', url: 'https://api.purse.example/payments/x' }).attempt);
  });
  it('leak', () => {
    const f = purseRoom.read({ id: 'x', state: 'ERROR', code: 'WRONG_CARD_DATA', psp: { status: 'stolen_card' } }).attempt!;
    const intent: any = { id: 'pi', version: 1, status: 'pending', amount: payment.amount, merchant: { name: '' }, description: null, returnUrl: null, methods: [], removedCards: [], expiresAt: null, attempts: [{ id: 'pa', status: 'failed', uncertain: false, method: { type: 'card' }, isFallback: false, gateway: 'purse', nonce: 'n', nextAction: null, failure: f.failure }] };
    say('public', toPublicIntent(intent, 0, 'https://shop.example').active_attempt);
  });
});

describe('purse gateway', () => {
  it('card installments are dropped', async () => {
    const { gateway, sent } = openPurse();
    const r = await caught(gateway.start({ ...start, installments: { count: 3, amount: 4120, total: 12_360 } }));
    say('answer', r); say('sent split', sent('pay')[0]?.body.split);
  });
  it('exponent', async () => {
    const p = { ...payment, amount: { value: 49_990, currency: 'EUR', exponent: 3 } };
    const { gateway, sent } = openPurse({ pay: pj(native({ amount: 49_990 }), 201) });
    gateway.check?.(p);
    say('exponent', await caught(gateway.start({ ...start, payment: p }))); say('sent', sent('pay')[0]?.body.amount);
  });
  it('capture told as refused / not_sent after it was made', async () => {
    for (const status of [429, 403, 404]) {
      const before = native({ totals: { authorized: 12_000, available_to_capture: 12_000, captured: 0 } });
      const { gateway, sent } = openPurse({ read: [pj(before), pj({}, status)] });
      say(`capture then GET ${status}`, await caught(gateway.capture!({ ...at, amount: payment.amount })));
      say('captures sent', sent('capture').length);
    }
  });
  it('partial capture whose answer is lost and which is slow', async () => {
    const before = native({ totals: { authorized: 12_000, available_to_capture: 12_000, captured: 0 }, captures: [] });
    const { gateway, sent } = openPurse({ read: pj(before), capture: pj({}, 503) });
    const amount = { ...payment.amount, value: 5000 };
    say('1', await caught(gateway.capture!({ ...at, amount })));
    say('2', await caught(gateway.capture!({ ...at, amount })));
    say('captures sent', sent('capture').length);
  });
  it('filter ignored: others only', async () => {
    const { gateway } = openPurse({ list: pj({ payments: [native({ id: 'pay_9', client_session_id: 'ses_9', order_reference: '77-pa_9' })] }) });
    say('filter ignored', await caught(gateway.read({ payment, attempt: { id: 'pa_1', providerId: null } })));
  });
  it('mark truncated', async () => {
    for (const ref of ['1024-pa_abcdefghijklmnop', '1024-PA_ABCDEFGHIJKLMNOPQRSTUVWX', '1024-pa_a-pa_b'])  {
      const { gateway } = openPurse({ list: pj({ payments: [native({ order_reference: ref })] }) });
      say(ref, await caught(gateway.read({ payment, attempt: { id: 'pa_abcdefghijklmnopqrstuvwx', providerId: null } })));
    }
    const { gateway } = openPurse({ list: pj({ payments: [native({ order_reference: '1024-pa_a-pa_b' })] }) });
    say('inner -pa_', await caught(gateway.read({ payment, attempt: { id: 'pa_a-pa_b', providerId: null } })));
  });
  it('idempotency header + spent token', async () => {
    const { gateway, sent } = openPurse({ pay: [new TypeError('fetch failed'), pj({ errors: [{ pointer: '/split/0/vault_form_token' }] }, 422)] }, { idempotencyHeader: 'Idempotency-Key' });
    say('header', await caught(gateway.start(start))); say('posts', sent('pay').length);
  });
  it('plan not echoed', async () => {
    const { gateway } = openPurse({ pay: pj(native({ split: [{ amount: 12_000, installments: { count: 2 } }] }), 201) });
    say('plan of 4, answered 2', await caught(gateway.start(financed)));
  });
  it('alma terms', async () => {
    const p = scriptedProvider({ 'POST /v1/payments': pj({ id: 'payment_1', url: 'https://pay/1', state: 'not_started', purchase_amount: 12_000, customer_fee: 0, customer_interest: 0, installments_count: 2 }) , });
    const gateway = createAlmaGateway({ baseUrl: 'https://alma.example', apiKey: 'sk', retryDelay: 0, fetch: p.fetch });
    say('alma asked 4, says 2', await caught(gateway.start({ ...financed, payment: { ...payment, providerIntentId: null } })));
  });
  it('alma cancel', async () => {
    const n = { id: 'payment_1', url: 'https://pay/1', state: 'scored_yes', purchase_amount: 12_000 };
    const p = scriptedProvider({ 'PUT /v1/payments/payment_1/cancel': new Response('<html>maintenance</html>'), 'GET /v1/payments/payment_1': pj(n) });
    const gateway = createAlmaGateway({ baseUrl: 'https://alma.example', apiKey: 'sk', retryDelay: 0, fetch: p.fetch });
    say('alma cancel', await caught(gateway.cancel!({ payment, attempt: { id: 'pa_1', providerId: 'payment_1' }, idempotencyKey: 'k' })));
  });
});

describe('corefy gateway', () => {
  it('another amount is read as paid', async () => {
    const { gateway } = cf.openCorefy({ get: [cf.json(cf.invoice({ amount: 1, currency: 'USD' }))] });
    say('corefy amount', await caught(gateway.read({ payment: cf.payment, attempt: { id: 'pa_1', providerId: 'cpi_1' } })));
  });
  it('auth_mode without payload shows the hosted page', async () => {
    const { gateway } = cf.openCorefy({ sale: [cf.sale({ auth_mode: '3ds' })], get: [cf.json(cf.live())] });
    say('hosted page', await caught(gateway.start(cf.start)));
  });
  it('reference not ours', async () => {
    const { gateway, routes } = cf.openCorefy({ create: [cf.created({ reference_id: 'made-up', metadata: [] })], sale: [cf.sale()] }, { invoice: ({ reference_id: _r, ...rest }) => rest });
    say('reference', await caught(gateway.start(cf.start))); say('routes', routes());
  });
  it('an existing invoice answered to a duplicate, no metadata', async () => {
    const { gateway, routes } = cf.openCorefy({ create: [cf.created({ metadata: [] }, 200)], sale: [cf.sale()] });
    say('200 for a create, twice', [await caught(gateway.start(cf.start)), await caught(gateway.start({ ...cf.start, attempt: { id: 'pa_1', uncertain: true } }))]); say('routes', routes());
  });
  it('two codes', async () => {
    const { gateway } = cf.openCorefy({ create: [cf.created()], sale: [cf.json({ error_codes: ['invalid_request', 'duplicated_transaction'] }, 422)] });
    say('two codes', await caught(gateway.start(cf.start)));
    const b = cf.openCorefy({ create: [cf.created()], sale: [cf.json({ error_codes: ['duplicated_transaction'] }, 422)] });
    say('one code', await caught(b.gateway.start(cf.start)));
  });
});

it('redirect to a dead host is sent again', async () => {
  let posts = 0;
  const server = createServer((req, res) => {
    if (req.method === 'POST' && req.url?.startsWith('/payment/v2/payments')) {
      posts += 1;
      res.writeHead(303, { Location: 'http://127.0.0.1:9/gone' }).end();
      return;
    }
    res.setHeader('Content-Type', 'application/json');
    if (req.url?.startsWith('/oauth')) res.end(JSON.stringify({ access_token: 't', expires_in: 3600 }));
    else if (req.url?.startsWith('/vault')) res.end(JSON.stringify({ vault_form_token: 'v' }));
    else res.end(JSON.stringify({ payments: [] }));
  });
  await new Promise<void>((r) => server.listen(0, '127.0.0.1', r));
  const { port } = server.address() as { port: number };
  const gateway = createPurseGateway({ baseUrl: `http://127.0.0.1:${port}`, clientId: 'c', clientSecret: 's', apiKey: 'k', entityId: 'e', retryDelay: 1 });
  say('redirect', await caught(gateway.start(start))); say('posts', posts);
  // and 307 to another origin: what is sent there
  server.closeAllConnections(); server.close();
});
it('307 hands the card to another origin', async () => {
  const seen: string[] = [];
  const other = createServer((req, res) => { let b = ''; req.on('data', (c) => (b += c)); req.on('end', () => { seen.push(`${req.headers['x-api-key']} ${req.headers.authorization} ${b.slice(0, 80)}`); res.end('{}'); }); });
  await new Promise<void>((r) => other.listen(0, '127.0.0.1', r));
  const op = (other.address() as { port: number }).port;
  const server = createServer((req, res) => {
    res.setHeader('Content-Type', 'application/json');
    if (req.url?.startsWith('/oauth')) res.end(JSON.stringify({ access_token: 't', expires_in: 3600 }));
    else if (req.url?.startsWith('/vault')) res.writeHead(307, { Location: `http://127.0.0.1:${op}/x` }).end();
    else res.end(JSON.stringify({ payments: [] }));
  });
  await new Promise<void>((r) => server.listen(0, '127.0.0.1', r));
  const { port } = server.address() as { port: number };
  const gateway = createPurseGateway({ baseUrl: `http://127.0.0.1:${port}`, clientId: 'c', clientSecret: 's', apiKey: 'k', entityId: 'e', retryDelay: 1 });
  await caught(gateway.start(start)); say('307 seen', seen);
  server.closeAllConnections(); server.close(); other.closeAllConnections(); other.close();
});
