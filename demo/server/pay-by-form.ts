import type { Context } from 'hono';
import { ProblemError } from '@florin/server';
import type { CheckoutServer } from '@florin/server';
import type { Order } from './orders.js';

/**
 * The merchant's own form handler: it never sees a card, only what stands for one. Sent twice, the form pays once. Then the
 * order's page says how the payment stands, or the checkout goes on with what the bank asks.
 */
export async function payByForm(c: Context, checkout: CheckoutServer, order: Order | undefined): Promise<Response> {
  if (!order) return c.json({ message: 'Not found.' }, 404);
  const { card_reference: reference } = await c.req.parseBody();
  if (typeof reference !== 'string') return c.json({ message: 'This form carries no card.' }, 422);
  try {
    const { attempts } = await checkout.payWithReference(order.intent, reference);
    const asks = ['action_required', 'failed'].includes(attempts.at(-1)?.status ?? '');
    return c.redirect(asks ? `/checkout?order=${order.id}` : `/order?id=${order.id}`, 303);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // Paid already, or being paid: the order's page knows.
    if (['intent_final', 'attempt_in_progress', 'idempotency_in_progress'].includes(error.code))
      return c.redirect(`/order?id=${order.id}`, 303);
    return c.redirect(`/checkout?order=${order.id}&problem=${error.code}`, 303);
  }
}
