import { Hono } from 'hono';
import { labelOf } from './api/native.js';
import { readJson } from './api/requests.js';
import { ApiError } from './api/problem.js';
import type { Attempt } from './payments/model.js';
import type { Payments } from './payments/payments.js';
import type { Webhooks } from './webhooks.js';

export interface ControlState {
  down: boolean;
}

/** What a test may see and do behind the provider's back. No part of the provider's API. */
export function createControl(payments: Payments, webhooks: Webhooks, state: ControlState): Hono {
  const control = new Hono();

  // A web page on another origin cannot send this type without asking first: it cannot take the sandbox down.
  control.post('*', async (c, next) => {
    if (!c.req.header('Content-Type')?.startsWith('application/json')) throw new ApiError(400, 'The body is not JSON.');
    await next();
  });

  control.get('/payments', (c) =>
    c.json({
      payments: payments.all().map((intent) => ({
        id: intent.id,
        status: intent.status,
        amount: intent.amount.major,
        currency: intent.amount.currency,
        metadata: intent.metadata,
        attempts: intent.attempts.map((attempt) => ({
          id: attempt.id,
          method: attempt.method,
          label: labelOf(attempt),
          card: shownCard(attempt),
          saved_card: attempt.savedCard?.id ?? null,
          status: attempt.status,
          failure: attempt.failure?.value ?? null,
        })),
      })),
    }),
  );

  control.get('/cards', (c) => c.json(payments.vault.show()));

  control.post('/outage', async (c) => {
    state.down = readJson(await c.req.text())['down'] === true;
    return c.json({ down: state.down });
  });

  control.post('/webhooks', async (c) => {
    webhooks.muted = readJson(await c.req.text())['muted'] === true;
    return c.json({ muted: webhooks.muted });
  });

  control.post('/payments/:id/refund', async (c) => {
    const intent = payments.find(c.req.param('id'));
    if (!intent) throw new ApiError(404, 'No such payment.');
    payments.refund(intent, readJson(await c.req.text())['part'] === true);
    return c.json({ id: intent.id, status: intent.status });
  });

  return control;
}

/** What has arrived with a card, so that a test can tell. Never a number, never a code. */
function shownCard({ card }: Attempt) {
  if (!card) return null;
  const { brand, last4, source, network, holder, expiry, cvc, installments, billing, email, phone, save } = card;
  const billing_details = { address: billing, email, phone };
  return { brand, last4, source, network, holder, expiry, cvc, installments, billing_details, save_card: save };
}
