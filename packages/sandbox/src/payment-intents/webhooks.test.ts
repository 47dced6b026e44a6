import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newIntent, openSandbox } from '../sandbox.fixture.js';

describe('webhooks', () => {
  it('are signed over the raw body and follow the answer', async () => {
    const { createIntent, pay, clock, deliveries } = openSandbox();
    const intent = await createIntent();
    await pay(intent, '4242424242424242');
    expect(deliveries).toHaveLength(0);
    await clock.advance(20);
    expect(deliveries.map(({ headers }) => headers.get('X-Payment-Event'))).toEqual([
      'payment.attempt.completed',
      'payment.completed',
    ]);
    for (const { url, body, headers } of deliveries) {
      expect(url).toBe('http://shop.test/hooks');
      expect(headers.get('X-Payment-Id')).toBe(intent);
      expect(headers.get('x-orqex-signature')).toBe(createHmac('sha256', 'whsec_1').update(body).digest('hex'));
      expect(JSON.parse(body)).toMatchObject({ payment: { id: intent, status: 'completed' } });
      expect(body).not.toContain('4242');
    }
  });

  it('go unsigned to an address that stands on the payment', async () => {
    const { post, clock, deliveries } = openSandbox();
    const webhook_url = 'http://elsewhere.test/hook';
    const response = await post('/payment-intents/v1/payment/intents', { ...newIntent, webhook_url });
    const { data } = (await response.json()) as { data: { id: string } };
    await post(`/payment-intents/v1/payment/intents/${data.id}/attempts`, { method_code: 'qr' });
    await clock.advance(20);
    expect(deliveries.map(({ url, headers }) => [url, headers.has('x-orqex-signature')])).toEqual([
      ['http://shop.test/hooks', true],
      [webhook_url, false],
    ]);
  });

  it('are tried five times, further and further apart', async () => {
    let tries = 0;
    const { createIntent, payWithQr, clock } = openSandbox({
      fetch: async () => {
        tries += 1;
        if (tries % 2 === 0) throw new TypeError('fetch failed');
        return new Response(null, { status: 500 });
      },
    });
    await payWithQr(await createIntent());
    const counts: number[] = [];
    for (const ms of [20, 1_000, 5_000, 25_000, 120_000, 1_000_000]) {
      await clock.advance(ms);
      counts.push(tries);
    }
    // The QR expires meanwhile and says so: its own five tries come on top.
    expect(counts.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
  });

  it('stop, like every timer, when the sandbox is closed', async () => {
    const { sandbox, createIntent, payWithQr, clock, deliveries } = openSandbox();
    await payWithQr(await createIntent());
    sandbox.close();
    await clock.advance(1_000_000);
    expect(deliveries).toHaveLength(0);
    expect(clock.pending).toBe(0);
  });
});
