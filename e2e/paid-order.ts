import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';

interface MadeOrder {
  order: { id: string };
  intent: string;
  client_secret: string;
}

/** An order that was paid with a card, as a merchant's own test makes one: without a page. */
export async function paidOrder(request: APIRequestContext, provider = 'payment-intents'): Promise<string> {
  const ordered = await request.post('/api/orders', { data: { product: 'lune', provider } });
  const { order, intent, client_secret: secret } = (await ordered.json()) as MadeOrder;
  const paid = await request.post(`/api/checkout/intents/${intent}/attempts`, {
    headers: { Authorization: `Bearer ${secret}`, 'Idempotency-Key': randomUUID() },
    data: { method: { type: 'card', number: '4242424242424242', exp_month: 12, exp_year: 2042, cvc: '123' } },
  });
  if (!paid.ok()) throw new Error(`The attempt was answered with ${paid.status()}.`);
  for (let looks = 0; looks < 100; looks += 1) {
    const answer = await request.get(`/api/orders/${order.id}`);
    const { order: told } = (await answer.json()) as { order: { payment: string } };
    if (told.payment === 'paid') return order.id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The order was not paid.');
}

/** A part of it is given back in the shop's back office; the order says so. */
export async function refundedInPart(request: APIRequestContext, order: string): Promise<void> {
  await request.post(`/api/orders/${order}/refund`, { data: { part: true } });
  for (let looks = 0; looks < 100; looks += 1) {
    const answer = await request.get(`/api/orders/${order}`);
    const { order: told } = (await answer.json()) as { order: { payment: string } };
    if (told.payment === 'partly_refunded') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The refund was not told.');
}
