import { timingSafeEqual, createHash } from 'node:crypto';
import { Hono } from 'hono';
import { randomId } from '../../random-id.js';
import { readScenario, SCENARIO_HEADER } from '../../scenario.js';
import type { World } from '../payments/world.js';
import { countriesWithMethods, methodsIn, requiresPhone } from '../payments/methods.js';
import { latestAttempt } from '../payments/model.js';
import type { Intent } from '../payments/model.js';
import { attemptRoutes } from './attempt-routes.js';
import { Calls } from './calls.js';
import type { NativeJson } from './native.js';
import { ApiError } from './problem.js';
import { refundRoutes } from './refund-routes.js';
import { readNewIntent } from './requests.js';
import { vaultRoutes } from './vault-routes.js';

export interface ApiOptions {
  world: World;
  native: NativeJson;
  secretKey: string;
  /** ms an authorisation takes, the same whatever its outcome: time must not tell a stolen card from a plain decline. */
  latency: number;
}

/** The system's HTTP API: docs/sandbox-payment-intents.md. */
export function createApi({ world, native, secretKey, latency }: ApiOptions): Hono {
  const calls = new Calls(world, native);
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

  api.post('/payment/intents', (c) =>
    calls.write(c, (body) => {
      const request = readNewIntent(body, c.req.header('Accept-Language'));
      const intent = world.payments.create(request, readScenario(c.req.header(SCENARIO_HEADER)));
      return Response.json({ message: 'Payment intent created.', data: native.intent(intent) }, { status: 201 });
    }),
  );

  api.get('/payment/intents/:id', (c) => calls.answerIntent(calls.intentOf(c)));

  api.get('/payment/intents/:id/countries', (c) => {
    calls.intentOf(c);
    const data = countriesWithMethods().map((country) => ({ ...country, flag: null }));
    return c.json({ data, meta: { total: data.length, supports_any_country: true } });
  });

  api.get('/payment/intents/:id/countries/:country/methods', (c) => {
    calls.intentOf(c);
    const data = methodsIn(c.req.param('country')).map(({ code, label, category }) => ({
      value: code,
      label,
      description: null,
      icon_url: null,
      category,
      requires_phone: requiresPhone(category),
    }));
    return c.json({ data });
  });

  // The pages of the system say the one, its own client the other: has the network asked again what it still owes.
  for (const name of ['requery', 'reconcile'])
    api.post(`/payment/intents/:id/${name}`, (c) =>
      calls.write(c, () => {
        const intent = calls.intentOf(c);
        const before = statusesOf(intent);
        latestAttempt(intent)?.decide?.();
        const completed_at = new Date(world.clock.now()).toISOString();
        const requery = {
          id: `rq_${randomId()}`,
          status: 'completed',
          before,
          after: statusesOf(intent),
          completed_at,
        };
        return Response.json({ data: requery });
      }),
    );

  api.route('/payment/intents/:id/attempts', attemptRoutes(calls, latency));
  api.route('/payment/intents/:id/refunds', refundRoutes(calls));
  api.route('/', vaultRoutes(calls));
  return api;
}

function statusesOf(intent: Intent) {
  return { intent_status: intent.status, attempt_status: latestAttempt(intent)?.status ?? null };
}

/** Compares in the same time whatever the difference, lengths included. */
function sameText(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
