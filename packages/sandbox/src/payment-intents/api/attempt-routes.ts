import { Hono } from 'hono';
import type { Context } from 'hono';
import { readScenario, SCENARIO_HEADER, type Scenario } from '../../scenario.js';
import { resendAt } from '../payments/ask.js';
import { authoriseCard } from '../payments/authorise.js';
import { chargeOf } from '../payments/charge.js';
import { isAsked, isLive, latestAttempt } from '../payments/model.js';
import type { Attempt, Intent } from '../payments/model.js';
import { startMethod } from '../payments/start.js';
import { isOfIssuer } from '../payments/steps.js';
import type { Calls } from './calls.js';
import { confirmAction } from './confirm.js';
import { readMethodAttempt, type MethodRequest } from './method-requests.js';
import { ApiError } from './problem.js';
import { readCardAttempt, refuse, type CardRequest } from './requests.js';

/** ms after which the provider gives up waiting for its own answer (test card `answer_lost`). */
const LOST_ANSWER_DELAY = 1_500;

/** `/payment/intents/{id}/attempts`. */
export function attemptRoutes(calls: Calls, latency: number): Hono {
  const { world } = calls;
  const { payments, clock, timers } = world;
  const routes = new Hono();

  routes.post('/', (c) =>
    calls.write(c, async (body) => {
      const intent = calls.intentOf(c);
      const pay =
        body['method_code'] === 'card' ? withCard(readCardAttempt(body)) : withMethod(readMethodAttempt(body));
      const header = c.req.header(SCENARIO_HEADER);
      const scenario = header ? readScenario(header) : intent.scenario;
      if (intent.status !== 'pending') throw new ApiError(409, 'This payment is final.');
      const latest = latestAttempt(intent);
      if (latest && isLive(latest)) throw new ApiError(409, 'Another attempt is in progress.');
      return pay(intent, scenario);
    }),
  );

  routes.get('/:attempt', (c) => {
    const { intent, attempt } = found(c);
    return calls.answerAttempt(intent, attempt);
  });

  routes.post('/:attempt/confirm', (c) =>
    calls.write(c, (body) => {
      const { intent, attempt } = found(c);
      if (!isAsked(attempt)) throw new ApiError(409, 'This attempt awaits no action.');
      confirmAction(world, intent, attempt, body);
      return calls.answerAttempt(intent, attempt);
    }),
  );

  routes.post('/:attempt/resend', (c) =>
    calls.write(c, () => {
      const { intent, attempt } = found(c);
      const { action } = attempt;
      if (!isAsked(attempt) || !action || !('resendAt' in action) || action.resendAt === undefined)
        throw new ApiError(409, 'Nothing can be sent again.');
      const wait = action.resendAt - clock.now();
      if (wait > 0) throw new ApiError(429, 'Too early to send again.', { retryAfter: Math.ceil(wait / 1000) });
      action.resendAt = resendAt(world, attempt);
      return calls.answerAttempt(intent, attempt);
    }),
  );

  routes.post('/:attempt/cancel', (c) =>
    calls.write(c, () => {
      const { intent, attempt } = found(c);
      // Once sent to the network a payment can no longer be called back.
      if (attempt.status === 'processing' || attempt.scenario.behaves === 'cannot_cancel')
        throw new ApiError(409, 'This attempt can no longer be cancelled.');
      payments.cancel(attempt);
      return calls.answerAttempt(intent, attempt);
    }),
  );

  return routes;

  function found(c: Context): { intent: Intent; attempt: Attempt } {
    const intent = calls.intentOf(c);
    return { intent, attempt: calls.attemptOf(c, intent) };
  }

  function withCard(request: CardRequest) {
    return async (intent: Intent, scenario: Scenario): Promise<Response> => {
      const { notificationUrl, challenge } = request;
      if (!notificationUrl) refuse('three_ds.notification_url', 'This field is required for a card.');
      const { number, summary, agreed, wrongCode } = chargeOf(payments.vault, request);
      const attempt = payments.start(intent, { method: 'card', scenario, notificationUrl, card: summary, agreed });
      await timers.wait(latency);
      const { answered } = authoriseCard(world, intent, attempt, { number, wrongCode, challenge });
      if (answered) return calls.answerAttempt(intent, attempt, 201);
      await timers.wait(latency && LOST_ANSWER_DELAY);
      return new ApiError(504, 'The answer did not come in time.').toResponse();
    };
  }

  function withMethod({ method, country, phone }: MethodRequest) {
    return (intent: Intent, scenario: Scenario): Response => {
      // Only a card has an issuer to ask.
      if (scenario.asks && isOfIssuer(scenario.asks)) refuse('method_code', 'This method knows no issuer.');
      const attempt = payments.start(intent, { method: method.code, scenario, country, phone });
      startMethod(world, intent, attempt, method);
      return calls.answerAttempt(intent, attempt, 201);
    };
  }
}
