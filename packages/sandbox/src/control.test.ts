import { describe, expect, it } from 'vitest';
import { newIntent, openSandbox } from './sandbox.fixture.js';

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

describe('the control surface', () => {
  it('takes the provider down and up again', async () => {
    const { send, post } = openSandbox();
    await send('/control/outage', json({ down: true }));
    const down = await post('/payment-intents/v1/payment/intents', newIntent);
    expect(down.status).toBe(503);
    expect(down.headers.get('Retry-After')).toBe('1');
    await send('/control/outage', json({ down: false }));
    expect((await post('/payment-intents/v1/payment/intents', newIntent)).status).toBe(201);
  });

  it('does not obey a form of another site', async () => {
    const { form } = openSandbox();
    expect((await form('/control/outage', { down: 'true' })).status).toBe(400);
  });

  it('lists attempts without card data', async () => {
    const { send, createIntent, pay } = openSandbox();
    await pay(await createIntent(), '4000000000000002');
    const text = await (await send('/control/payments')).text();
    expect(text).toContain('GENERIC_DECLINE');
    expect(text).not.toContain('4000000000');
  });

  it('silences webhooks and refunds', async () => {
    const { send, createIntent, pay, read, clock, deliveries } = openSandbox();
    await send('/control/webhooks', json({ muted: true }));
    const intent = await createIntent();
    await pay(intent, '4242424242424242');
    await clock.advance(1_000);
    expect(deliveries).toHaveLength(0);
    await send(`/control/payments/${intent}/refund`, json({ part: true }));
    expect(await read(intent)).toMatchObject({ status: 'partially_refunded' });
  });

  it('says at which provider a payment is, and refunds what is left of it', async () => {
    const { send, createIntent, pay, read } = openSandbox();
    const intent = await createIntent();
    await pay(intent, '4242424242424242');
    const { payments } = (await (await send('/control/payments')).json()) as { payments: object[] };
    expect(payments).toMatchObject([{ provider: 'payment-intents', id: intent, status: 'completed' }]);
    const statuses = ['partially_refunded', 'refunded', 'refunded'];
    for (const [index, status] of statuses.entries()) {
      const answer = await send(`/control/payments/${intent}/refund`, json({ part: index === 0 }));
      expect(await answer.json()).toEqual({ id: intent, status });
      expect(await read(intent)).toMatchObject({ status });
    }
  });

  it.each(['refund', 'charge-back'])('a %s of what nobody knows, or has no word for, is a 404', async (change) => {
    const { send } = openSandbox();
    expect((await send(`/control/payments/TRX0/${change}`, json({}))).status).toBe(404);
  });
});
