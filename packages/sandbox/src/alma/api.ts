import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { answerAs, readScenario, SCENARIO_HEADER, ScenarioError } from '../scenario.js';
import type { SandboxWorld } from '../simulator.js';
import { nativePayment } from './native.js';
import { isOpen, refundableOf, type AlmaPayment, type Payments } from './payments.js';
import { accountTerms, eligibilityOf, type Terms } from './plans.js';

type Body = Record<string, unknown>;

/** An answer that is no success. Its text is stable and never repeats what was sent. */
class AlmaError extends Error {
  constructor(
    readonly status: 400 | 401 | 404,
    message: string,
    readonly fields: readonly string[] = [],
  ) {
    super(message);
    this.name = 'AlmaError';
  }

  toResponse(): Response {
    const errors = this.fields.map((field) => ({ field, message: 'Check this field.' }));
    return Response.json({ message: this.message, ...(errors.length > 0 && { errors }) }, { status: this.status });
  }
}

export interface ApiOptions {
  world: SandboxWorld;
  payments: Payments;
  apiKey: string;
}

/** Alma's HTTP API: docs/sandbox-purse.md. */
export function createApi({ world, payments, apiKey }: ApiOptions): Hono {
  const { clock, publicUrl } = world;
  const api = new Hono();

  api.onError((error) => {
    if (error instanceof AlmaError) return error.toResponse();
    if (error instanceof ScenarioError) return new AlmaError(400, error.message).toResponse();
    throw error;
  });
  for (const path of ['/v1/*', '/v2/*'])
    api.use(path, async (c, next) => {
      if (!isSame(c.req.header('Authorization') ?? '', `Alma-Auth ${apiKey}`))
        throw new AlmaError(401, 'Unauthorized.');
      await next();
    });

  api.post('/v2/payments/eligibility', async (c) => {
    const body = readJson(await c.req.text());
    const amount = amountIn(body, 'purchase_amount');
    const queries = Array.isArray(body['queries']) ? body['queries'].map(readTerms) : accountTerms;
    return c.json(queries.map((terms) => eligibilityOf(terms, amount, clock.now())));
  });

  api.post('/v1/payments', async (c) => {
    const scenario = readScenario(c.req.header(SCENARIO_HEADER));
    const { payment: native, customer, orders } = readJson(await c.req.text());
    const asked = objectOf(native);
    const amount = amountIn(asked, 'purchase_amount');
    const terms = readTerms(asked);
    const { eligible, payment_plan: plan = [] } = eligibilityOf(terms, amount, clock.now());
    if (!eligible) throw new AlmaError(400, 'The request was not accepted.', ['purchase_amount']);
    const { billing_address, shipping_address, locale, origin } = asked;
    const payment = payments.create({
      amount,
      terms,
      plan,
      returnUrl: webUrlIn(asked, 'return_url'),
      ipnUrl: webUrlIn(asked, 'ipn_callback_url'),
      customData: objectOf(asked['custom_data']),
      about: { customer, orders, billing_address, shipping_address, locale, origin },
      scenario,
    });
    return answer(payment);
  });

  api.get('/v1/payments/:id', (c) => answer(paymentOf(c)));

  api.put('/v1/payments/:id/cancel', (c) => {
    const payment = paymentOf(c);
    if (!isOpen(payment)) throw new AlmaError(400, 'This payment cannot be cancelled any more.');
    payments.move(payment, 'cancelled');
    return answer(payment);
  });

  api.post('/v1/payments/:id/refund', async (c) => {
    const payment = paymentOf(c);
    const body = readJson((await c.req.text()) || '{}');
    const left = refundableOf(payment);
    const amount = body['amount'] === undefined ? left : amountIn(body, 'amount');
    if (amount === 0 || amount > left) throw new AlmaError(400, 'The request was not accepted.', ['amount']);
    payments.refund(payment, amount);
    return answer(payment);
  });

  return api;

  function answer(payment: AlmaPayment): Response {
    return answerAs(payment.scenario, nativePayment(payment, publicUrl), { statusField: 'state' });
  }

  function paymentOf(c: Context): AlmaPayment {
    const payment = payments.find(c.req.param('id') ?? '');
    if (!payment) throw new AlmaError(404, 'There is no such payment.');
    return payment;
  }
}

function readTerms(native: unknown): Terms {
  const { installments_count, deferred_days = 0, deferred_months = 0 } = objectOf(native);
  const wrong = Object.entries({ installments_count, deferred_days, deferred_months }).filter(
    ([, value]) => !Number.isInteger(value) || Number(value) < 0,
  );
  if (wrong.length > 0)
    throw new AlmaError(
      400,
      'The request was not accepted.',
      wrong.map(([name]) => name),
    );
  return { installments_count, deferred_days, deferred_months } as Terms;
}

function amountIn(body: Body, name: string): number {
  const value = body[name];
  if (!Number.isSafeInteger(value) || Number(value) <= 0)
    throw new AlmaError(400, 'The request was not accepted.', [name]);
  return value as number;
}

function webUrlIn(body: Body, name: string): string | null {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new AlmaError(400, 'The request was not accepted.', [name]);
  return value;
}

function readJson(text: string): Body {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    throw new AlmaError(400, 'The body is not JSON.');
  }
}

function objectOf(value: unknown): Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {};
}

/** Compares in the same time whatever the difference, lengths included. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
