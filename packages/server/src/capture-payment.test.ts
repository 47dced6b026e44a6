import type { Reading } from '@florin/providers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCheckout, openTestStore } from './checkout.fixture.js';
import { GatewayError, type CaptureRequest } from './gateway.js';
import { attempt, completed, declined } from './scripted-gateway.fixture.js';
import type { IntentStore } from './store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const euros = (value: number) => ({ value, currency: 'EUR', exponent: 2 });

/** A paid intent at a gateway that only authorised it. */
async function authorised() {
  const checkout = await openCheckout(store);
  const capture = vi.fn<(request: CaptureRequest) => Promise<Reading>>(async () => completed());
  Object.assign(checkout.gateway, { capture });
  await checkout.pay();
  const keys = () => capture.mock.calls.map(([{ idempotencyKey }]) => idempotencyKey);
  return { ...checkout, capture, keys };
}

describe('capture', () => {
  it('takes all of it, of the attempt that was paid', async () => {
    const { server, id, capture } = await authorised();
    expect(await server.capture(id)).toMatchObject({ id, status: 'completed', alarm: null });
    expect(capture.mock.calls[0]?.[0]).toMatchObject({
      payment: { id, providerIntentId: `TRX_${id}` },
      attempt: { providerId: 'att_1' },
      amount: euros(4999),
    });
  });

  it('called again, or five times at once, it takes it once; with another amount it is another one', async () => {
    const { server, id, capture, log } = await authorised();
    const calls = await Promise.allSettled(Array.from({ length: 5 }, () => server.capture(id)));
    const codes = calls.map((call) => (call.status === 'fulfilled' ? call.value.status : call.reason.code));
    expect(new Set(codes)).toEqual(new Set(['completed', 'idempotency_in_progress']));
    expect(await server.capture(id, { amount: euros(4999) })).toMatchObject({ status: 'completed' });
    await expect(server.capture(id, { amount: euros(1) })).rejects.toMatchObject({ code: 'idempotency_mismatch' });
    expect(capture).toHaveBeenCalledOnce();
    expect(log).toEqual([]);
  });

  it('takes parts, each under a key of its own', async () => {
    const { server, id, capture, keys } = await authorised();
    for (const idempotencyKey of ['one', 'two', 'one'])
      await server.capture(id, { amount: euros(1_000), idempotencyKey });
    expect(capture).toHaveBeenCalledTimes(2);
    expect(new Set(keys()).size).toBe(2);
  });

  it('of which nobody knows the outcome is asked for again under the same key', async () => {
    const { server, id, capture, keys, log } = await authorised();
    capture.mockRejectedValueOnce(new GatewayError('unknown', 'timeout'));
    await expect(server.capture(id)).rejects.toMatchObject({
      name: 'GatewayError',
      outcome: 'unknown',
      code: 'timeout',
    });
    const violations = [{ pointer: '/status', code: 'required' }];
    capture.mockResolvedValueOnce({ ...attempt({ uncertain: true }), violations });
    await expect(server.capture(id)).rejects.toMatchObject({ code: 'unreadable' });
    expect(log.map(({ event }) => event)).toEqual([
      'provider_capture_failed',
      'provider_capture_failed',
      'payload_unreadable',
    ]);
    expect(await server.capture(id)).toMatchObject({ status: 'completed' });
    expect(keys()).toEqual([keys()[0], keys()[0], keys()[0]]);
    // The gateway is told that one may have been made before, whichever process it was.
    expect(capture.mock.calls.map(([{ attempt }]) => attempt.uncertain)).toEqual([false, true, true]);
  });

  it.each<[string, GatewayError | Reading, string]>([
    ['was not sent', new GatewayError('not_sent', 'unreachable'), 'provider_unavailable'],
    ['was refused', new GatewayError('refused', 'http_422'), 'action_not_expected'],
    ['failed', declined('EXPIRED'), 'action_not_expected'],
  ])('that %s may be asked for again, with another amount too', async (_, answer, code) => {
    const { server, id, capture } = await authorised();
    if (answer instanceof Error) capture.mockRejectedValueOnce(answer);
    else capture.mockResolvedValueOnce(answer);
    await expect(server.capture(id)).rejects.toMatchObject({ name: 'ProblemError', code });
    expect((await store.find(id))?.status).toBe('completed');
    expect(await server.capture(id, { amount: euros(4_000) })).toMatchObject({ status: 'completed' });
  });
});

describe('nothing is captured', () => {
  it.each([
    ['of an amount that is more than was authorised', euros(5000), '/amount/value'],
    ['of nothing', euros(0), '/amount/value'],
    ['in another currency', { ...euros(1), currency: 'USD' }, '/amount/currency'],
    ['in another unit', { ...euros(1), exponent: 0 }, '/amount/exponent'],
    ['of a fraction', euros(1.5), '/amount/value'],
  ])('%s', async (_, amount, pointer) => {
    const { server, id, capture } = await authorised();
    const refused = server.capture(id, { amount });
    await expect(refused).rejects.toMatchObject({ code: 'validation_failed', details: { errors: [{ pointer }] } });
    expect(capture).not.toHaveBeenCalled();
  });

  it('of an intent that is not there, is not paid, or whose gateway cannot', async () => {
    const { server, id, gateway } = await openCheckout(store);
    await expect(server.capture('pi_none')).rejects.toMatchObject({ code: 'intent_not_found' });
    await expect(server.capture(id)).rejects.toMatchObject({ code: 'action_not_expected' });
    const paid = await openCheckout(store);
    await paid.pay();
    await expect(paid.server.capture(paid.id)).rejects.toMatchObject({ code: 'method_not_available' });
    expect(gateway.calls).toEqual([]);
  });
});
