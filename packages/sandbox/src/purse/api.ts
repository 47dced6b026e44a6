import { Hono } from 'hono';
import type { Context } from 'hono';
import { answerAs, readScenario, SCENARIO_HEADER, ScenarioError } from '../scenario.js';
import type { SandboxWorld } from '../simulator.js';
import type { Access } from './access.js';
import type { Books } from './books.js';
import { courseOf } from './course.js';
import { run } from './issuer.js';
import { capturedOf, refundableOf, type Payment, type Session } from './model.js';
import type { NativeJson } from './native.js';
import { PurseProblem, refuse } from './problem.js';
import { readAmount, readJson, readPayment, readSession, textAt, THREE_DS_URL } from './requests.js';
import type { Vault } from './vault.js';

export interface ApiOptions {
  world: SandboxWorld;
  books: Books;
  vault: Vault;
  access: Access;
  native: NativeJson;
  entityId: string;
}

/** ms after which Purse gives up waiting for its own answer. */
const LOST_ANSWER_DELAY = 1_500;

/** Purse's HTTP API: docs/sandbox-purse.md. */
export function createApi({ world, books, vault, access, native, entityId }: ApiOptions): Hono {
  const { timers, latency } = world;
  const api = new Hono();

  api.onError((error) => {
    if (error instanceof PurseProblem) return error.toResponse();
    if (error instanceof ScenarioError) return new PurseProblem(400, error.message).toResponse();
    throw error;
  });

  api.post('/oauth/token', (c) => access.issue(c));

  for (const path of ['/payment/*', '/vault/*'])
    api.use(path, async (c, next) => {
      access.check(c);
      await next();
    });

  api.post('/vault/v1/form-tokens', async (c) => c.json(vault.tokenize(readJson(await c.req.text())), 201));

  api.post('/payment/v2/client-sessions', async (c) => {
    const scenario = readScenario(c.req.header(SCENARIO_HEADER));
    const session = books.open(readSession(readJson(await c.req.text()), entityId), scenario);
    return c.json(native.session(session), 201);
  });

  api.get('/payment/v2/client-sessions/:id', (c) => c.json(native.session(sessionOf(c))));

  api.post('/payment/v2/client-sessions/:id/abort', (c) => {
    const session = sessionOf(c);
    books.abort(session);
    return c.redirect(`${world.publicUrl}/purse/payment/v2/client-sessions/${session.id}`, 303);
  });

  api.get('/payment/v2/payments', (c) => {
    const session = books.session(c.req.query('client_session_id') ?? '');
    if (!session) throw new PurseProblem(404, 'There is no such session.');
    const spoilt = session.payments.find((payment) => isSpoilt(payment));
    const payments = session.payments.map((payment) => wordsSpoilt(payment, native.payment(session, payment)));
    return answerAs(spoilt?.scenario ?? {}, { payments }, { statusField: 'state' });
  });

  api.post('/payment/v2/payments', async (c) => {
    const own = readScenario(c.req.header(SCENARIO_HEADER));
    const request = readPayment(readJson(await c.req.text()), entityId);
    const session = books.session(request.sessionId);
    if (!session) return refuse('/client_session_id');
    const { amount, currency, orderReference, split, installments, notificationUrl } = request;
    if (amount !== session.amount) refuse('/amount');
    if (currency !== session.currency) refuse('/currency');
    const { number, brand, isExpired } = vault.spend(request.formToken);
    const scenario = Object.keys(own).length > 0 ? own : session.scenario;
    const course = courseOf({ number, isExpired }, scenario, request.isChallengeMandated);
    if (course.isChallenged && notificationUrl === null) refuse(THREE_DS_URL);
    const card = { brand, last4: number.slice(-4) };
    const about = { amount, currency, orderReference, split, installments, card, scenario };
    const payment = books.start(session, about);
    await timers.wait(latency);
    run(world, books, session, payment, course, notificationUrl ?? '');
    if (course.isAnswered) return answer(session, payment, 201);
    await timers.wait(latency && LOST_ANSWER_DELAY);
    throw new PurseProblem(504, 'The answer did not come in time.');
  });

  api.get('/payment/v2/payments/:id', (c) => {
    const { session, payment } = paymentOf(c);
    return answer(session, payment);
  });

  api.post('/payment/v2/payments/:id/capture', async (c) => {
    const { session, payment } = paymentOf(c);
    const body = readJson(await c.req.text());
    const amount = readAmount(body, payment.authorized - capturedOf(payment));
    books.capture(session, payment, amount, textAt(body, 'reference'));
    return answer(session, payment);
  });

  api.post('/payment/v2/payments/:id/refund', async (c) => {
    const { session, payment } = paymentOf(c);
    books.refund(session, payment, readAmount(readJson(await c.req.text()), refundableOf(payment)));
    return answer(session, payment);
  });

  return api;

  function answer(session: Session, payment: Payment, httpStatus = 200): Response {
    const body = wordsSpoilt(payment, native.payment(session, payment));
    return answerAs(isSpoilt(payment) ? payment.scenario : {}, body, { httpStatus, statusField: 'state' });
  }

  function sessionOf(c: Context): Session {
    const session = books.session(c.req.param('id') ?? '');
    if (!session) throw new PurseProblem(404, 'There is no such session.');
    return session;
  }

  function paymentOf(c: Context): { session: Session; payment: Payment } {
    const found = books.payment(c.req.param('id') ?? '');
    if (!found) throw new PurseProblem(404, 'There is no such payment.');
    return found;
  }
}

/** Where the outcome comes later, answers are spoilt until then. */
function isSpoilt({ scenario, settled }: Payment): boolean {
  return scenario.answers !== undefined && (scenario.after === undefined || !settled);
}

/** A payment without its state would still tell it by its partner's status. */
function wordsSpoilt(payment: Payment, body: Record<string, unknown>): Record<string, unknown> {
  const { answers } = payment.scenario;
  if (!isSpoilt(payment) || (answers !== 'wrong_types' && answers !== 'without_status')) return body;
  const { name } = (body['psp'] ?? {}) as { name?: unknown };
  return { ...body, psp: { name, ...(answers === 'wrong_types' && { status: 7 }) } };
}
