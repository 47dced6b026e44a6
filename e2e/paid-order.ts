import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext } from '@playwright/test';

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
  await isTold(request, order.id, 'paid');
  return order.id;
}

/** A part of it is given back in the shop's back office; the order says so. */
export async function refundedInPart(request: APIRequestContext, order: string): Promise<void> {
  await request.post(`/api/orders/${order}/refund`, { data: { part: true } });
  await isTold(request, order, 'partly_refunded');
}

/** The shop learns of a payment when its provider tells. */
async function isTold(request: APIRequestContext, order: string, payment: string): Promise<void> {
  const told = async () => {
    const answer = await request.get(`/api/orders/${order}`);
    return ((await answer.json()) as { order: { payment: string } }).order.payment;
  };
  await expect.poll(told).toBe(payment);
}
