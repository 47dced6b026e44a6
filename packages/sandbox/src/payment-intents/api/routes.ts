import { timingSafeEqual, createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { QR_LIFETIME, RESEND_DELAY, authoriseCard } from '../payments/authorise.js';
import type { World } from '../payments/authorise.js';
import { isLive, latestAttempt } from '../payments/model.js';
import type { Attempt, Intent, OtpAction } from '../payments/model.js';
import { randomId } from '../../random-id.js';
import { chargeOf } from '../payments/charge.js';
import { TEST_OTP } from '../../test-cards.js';
import { Idempotency } from './idempotency.js';
import type { NativeJson } from './native.js';
import { ApiError } from './problem.js';
import { readAttempt, readCard, readJson, readNewIntent, refuse } from './requests.js';
import type { Body } from './requests.js';

export interface ApiOptions {
  world: World;
  native: NativeJson;
  secretKey: string;
  /** ms an authorisation takes, the same whatever its outcome: time must not tell a stolen card from a plain decline. */
  latency: number;
}

/** ms after which the provider gives up waiting for its own answer (test card `answer_lost`). */
const LOST_ANSWER_DELAY = 1_500;

/** The system's HTTP API: docs/sandbox-payment-intents.md. */
export function createApi({ world, native, secretKey, latency }: ApiOptions): Hono {
  const { payments, clock, timers } = world;
  const idempotency = new Idempotency();
  const api = new Hono();

  api.use(async (c, next) => {
    await next();
    c.res.headers.set('X-Request-Id', `req_${randomId()}`);
  });
  api.use(async (c, next) => {
    if (!sameText(c.req.header('Authorization') ?? '', `Bearer ${secretKey}`))
      throw new ApiError(401, 'Unauthenticated.');
    await next();
  });

  /** A write: at most once for each idempotency key. */
  const write = (c: Context, handle: (body: Body) => Promise<Response> | Response) =>
    c.req
      .text()
      .then((text) =>
        idempotency.run(c.req.header('X-Idempotency-Key'), `${c.req.path}\n${text}`, async () =>
          handle(readJson(text)),
        ),
      );
  const answerAttempt = (intent: Intent, attempt: Attempt, status = 200) =>
    Response.json({ data: native.attempt(intent, attempt) }, { status });

  api.post('/payment/intents', (c) =>
    write(c, (body) => {
      const intent = payments.create(readNewIntent(body));
      return Response.json({ message: 'Payment intent created.', data: native.intent(intent) }, { status: 201 });
    }),
  );

  api.post('/tokens', (c) =>
    write(c, (body) => {
      const { id, expiresAt } = payments.vault.tokenize(readCard(body));
      return Response.json({ data: { id, expires_at: new Date(expiresAt).toISOString() } }, { status: 201 });
    }),
  );

  // Into the vault without a payment, as when a merchant comes from elsewhere.
  api.post('/cards', (c) =>
    write(c, (body) => Response.json({ data: payments.vault.keep(readCard(body).card) }, { status: 201 })),
  );

  api.post('/cards/:card/forget', (c) =>
    write(c, () => {
      const id = c.req.param('card') ?? '';
      payments.vault.forget(id);
      return Response.json({ data: { id, forgotten: true } });
    }),
  );

  api.get('/payment/intents/:id', (c) => c.json({ data: native.intent(intentOf(c)) }));

  api.get('/payment/intents/:id/countries', (c) => {
    intentOf(c);
    return c.json({ data: [], meta: { total: 0, supports_any_country: true } });
  });

  api.get('/payment/intents/:id/countries/:country/methods', (c) => {
    intentOf(c);
    const common = { description: null, icon_url: null, requires_phone: false };
    return c.json({
      data: [
        { value: 'card', label: 'Card', category: 'card', ...common },
        { value: 'qr', label: 'QR code', category: 'qr', ...common },
      ],
    });
  });

  api.post('/payment/intents/:id/attempts', (c) =>
    write(c, async (body) => {
      const intent = intentOf(c);
      const request = readAttempt(body);
      if (intent.status !== 'pending') throw new ApiError(409, 'This payment is final.');
      const latest = latestAttempt(intent);
      if (latest && isLive(latest)) throw new ApiError(409, 'Another attempt is in progress.');

      if (request.method === 'qr') {
        const attempt = payments.start(intent, 'qr');
        const expiresAt = clock.now() + QR_LIFETIME;
        payments.requireAction(intent, attempt, { type: 'qr', token: randomId(), expiresAt });
        return answerAttempt(intent, attempt, 201);
      }
      const { notificationUrl } = request;
      if (!notificationUrl) refuse('three_ds.notification_url', 'This field is required for a card.');
      const { number, summary, agreed, wrongCode } = chargeOf(payments.vault, request);
      const attempt = payments.start(intent, 'card', summary, agreed);
      await timers.wait(latency);
      const { answered } = authoriseCard(world, intent, attempt, { number, wrongCode }, notificationUrl);
      if (answered) return answerAttempt(intent, attempt, 201);
      await timers.wait(latency && LOST_ANSWER_DELAY);
      return new ApiError(504, 'The answer did not come in time.').toResponse();
    }),
  );

  api.get('/payment/intents/:id/attempts/:attempt', (c) => {
    const intent = intentOf(c);
    return answerAttempt(intent, attemptOf(c, intent));
  });

  api.post('/payment/intents/:id/attempts/:attempt/confirm', (c) =>
    write(c, (body) => {
      const intent = intentOf(c);
      const attempt = attemptOf(c, intent);
      const { action } = attempt;
      if (attempt.status !== 'action_required') throw new ApiError(409, 'This attempt awaits no action.');
      if (action?.type !== 'otp') return answerAttempt(intent, attempt);
      const { otp } = body;
      if (typeof otp !== 'string' || otp === '') return refuse('otp', 'This field is required.');
      checkOtp(intent, attempt, action, otp);
      return answerAttempt(intent, attempt);
    }),
  );

  api.post('/payment/intents/:id/attempts/:attempt/resend', (c) =>
    write(c, () => {
      const intent = intentOf(c);
      const attempt = attemptOf(c, intent);
      if (attempt.status !== 'action_required' || attempt.action?.type !== 'otp')
        throw new ApiError(409, 'Nothing can be sent again.');
      const wait = attempt.action.resendAt - clock.now();
      if (wait > 0) throw new ApiError(429, 'Too early to send again.', { retryAfter: Math.ceil(wait / 1000) });
      attempt.action.resendAt = clock.now() + RESEND_DELAY;
      return answerAttempt(intent, attempt);
    }),
  );

  api.post('/payment/intents/:id/attempts/:attempt/cancel', (c) =>
    write(c, () => {
      const intent = intentOf(c);
      const attempt = attemptOf(c, intent);
      // Once sent to the network a payment can no longer be called back.
      if (attempt.status === 'processing') throw new ApiError(409, 'This attempt can no longer be cancelled.');
      payments.cancel(attempt);
      return answerAttempt(intent, attempt);
    }),
  );

  return api;

  function checkOtp(intent: Intent, attempt: Attempt, action: OtpAction, otp: string): void {
    if (otp === TEST_OTP) return payments.complete(intent, attempt);
    action.attemptsLeft -= 1;
    if (action.attemptsLeft === 0) payments.fail(intent, attempt, 'INVALID_OTP');
  }

  function intentOf(c: Context): Intent {
    const intent = payments.find(c.req.param('id') ?? '');
    if (!intent) throw new ApiError(404, 'No such payment.');
    return intent;
  }

  function attemptOf(c: Context, intent: Intent): Attempt {
    const attempt = intent.attempts.find(({ id }) => id === c.req.param('attempt'));
    if (!attempt) throw new ApiError(404, 'No such attempt.');
    return attempt;
  }
}

/** Compares in the same time whatever the difference, lengths included. */
function sameText(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
