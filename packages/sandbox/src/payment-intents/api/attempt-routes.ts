import { Hono } from 'hono';
import type { Context } from 'hono';
import { readScenario, SCENARIO_HEADER } from '../../scenario.js';
import { TEST_OTP } from '../../test-cards.js';
import { RESEND_DELAY, authoriseCard, showQr } from '../payments/authorise.js';
import { chargeOf } from '../payments/charge.js';
import { isLive, latestAttempt } from '../payments/model.js';
import type { Attempt, Intent, OtpAction } from '../payments/model.js';
import type { Calls } from './calls.js';
import { ApiError } from './problem.js';
import { readAttempt, refuse } from './requests.js';

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
      const request = readAttempt(body);
      const header = c.req.header(SCENARIO_HEADER);
      const scenario = header ? readScenario(header) : intent.scenario;
      if (intent.status !== 'pending') throw new ApiError(409, 'This payment is final.');
      const latest = latestAttempt(intent);
      if (latest && isLive(latest)) throw new ApiError(409, 'Another attempt is in progress.');

      if (request.method === 'qr') {
        const attempt = payments.start(intent, { method: 'qr', scenario });
        showQr(world, intent, attempt);
        return calls.answerAttempt(intent, attempt, 201);
      }
      const { notificationUrl, challenge } = request;
      if (!notificationUrl) refuse('three_ds.notification_url', 'This field is required for a card.');
      const { number, summary, agreed, wrongCode } = chargeOf(payments.vault, request);
      const attempt = payments.start(intent, { method: 'card', scenario, card: summary, agreed });
      await timers.wait(latency);
      const card = { number, wrongCode, notificationUrl, challenge };
      const { answered } = authoriseCard(world, intent, attempt, card);
      if (answered) return calls.answerAttempt(intent, attempt, 201);
      await timers.wait(latency && LOST_ANSWER_DELAY);
      return new ApiError(504, 'The answer did not come in time.').toResponse();
    }),
  );

  routes.get('/:attempt', (c) => {
    const { intent, attempt } = found(c);
    return calls.answerAttempt(intent, attempt);
  });

  routes.post('/:attempt/confirm', (c) =>
    calls.write(c, (body) => {
      const { intent, attempt } = found(c);
      const { action } = attempt;
      if (attempt.status !== 'action_required') throw new ApiError(409, 'This attempt awaits no action.');
      if (action?.type !== 'otp') return calls.answerAttempt(intent, attempt);
      const { otp } = body;
      if (typeof otp !== 'string' || otp === '') return refuse('otp', 'This field is required.');
      checkOtp(intent, attempt, action, otp);
      return calls.answerAttempt(intent, attempt);
    }),
  );

  routes.post('/:attempt/resend', (c) =>
    calls.write(c, () => {
      const { intent, attempt } = found(c);
      if (attempt.status !== 'action_required' || attempt.action?.type !== 'otp')
        throw new ApiError(409, 'Nothing can be sent again.');
      const wait = attempt.action.resendAt - clock.now();
      if (wait > 0) throw new ApiError(429, 'Too early to send again.', { retryAfter: Math.ceil(wait / 1000) });
      attempt.action.resendAt = clock.now() + RESEND_DELAY;
      return calls.answerAttempt(intent, attempt);
    }),
  );

  routes.post('/:attempt/cancel', (c) =>
    calls.write(c, () => {
      const { intent, attempt } = found(c);
      // Once sent to the network a payment can no longer be called back.
      if (attempt.status === 'processing') throw new ApiError(409, 'This attempt can no longer be cancelled.');
      payments.cancel(attempt);
      return calls.answerAttempt(intent, attempt);
    }),
  );

  return routes;

  function found(c: Context): { intent: Intent; attempt: Attempt } {
    const intent = calls.intentOf(c);
    return { intent, attempt: calls.attemptOf(c, intent) };
  }

  function checkOtp(intent: Intent, attempt: Attempt, action: OtpAction, otp: string): void {
    if (otp === TEST_OTP) return payments.complete(intent, attempt);
    action.attemptsLeft -= 1;
    if (action.attemptsLeft === 0) payments.fail(intent, attempt, 'INVALID_OTP');
  }
}
