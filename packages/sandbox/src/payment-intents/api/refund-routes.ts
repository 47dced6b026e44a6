import { Hono } from 'hono';
import type { Context } from 'hono';
import { refundReasons, refundableOf, type NewRefund } from '../payments/refunds.js';
import type { Intent } from '../payments/model.js';
import type { Calls } from './calls.js';
import { ApiError } from './problem.js';
import { isObject, refuse, textOf } from './requests.js';
import type { Body } from './requests.js';

const lastPage = { has_more_pages: false, next_page_url: null, next_cursor: null };

/** `/payment/intents/{id}/refunds`. A refund is completed at once. */
export function refundRoutes(calls: Calls): Hono {
  const { native, world } = calls;
  const routes = new Hono();

  routes.post('/', (c) =>
    calls.write(c, (body) => {
      const intent = calls.intentOf(c);
      const refund = world.payments.refund(intent, readRefund(body, intent));
      return Response.json({ data: native.refund(intent, refund) }, { status: 201 });
    }),
  );

  routes.get('/', (c) => {
    const intent = calls.intentOf(c);
    return c.json({ data: intent.refunds.map((refund) => native.refund(intent, refund)), pagination: lastPage });
  });

  // Before the route of one refund, which would take it for an identifier.
  routes.get('/availability', (c) => c.json({ data: native.refundAvailability(calls.intentOf(c)) }));

  routes.get('/:refund', (c: Context) => {
    const intent = calls.intentOf(c);
    const refund = intent.refunds.find(({ id }) => id === c.req.param('refund'));
    if (!refund) throw new ApiError(404, 'No such refund.');
    return c.json({ data: native.refund(intent, refund) });
  });

  return routes;

  function readRefund(body: Body, intent: Intent): NewRefund {
    const refundable = refundableOf(intent);
    if (refundable === 0) throw new ApiError(409, 'This payment cannot be refunded.');
    const { amount: asked = null, metadata } = body;
    const amount = asked === null ? refundable : native.minorUnitsOf(asked, intent.amount.currency);
    if (amount === null || amount > refundable)
      return refuse('amount', 'The amount must be a number above 0, and at most what is left of the payment.');
    const reason = textOf(body, 'reason');
    if (reason !== null && !Object.hasOwn(refundReasons, reason)) refuse('reason', 'This reason is not known.');
    return { amount, reason, note: textOf(body, 'note'), metadata: isObject(metadata) ? metadata : {} };
  }
}
