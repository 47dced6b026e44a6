import type { Context } from 'hono';
import { answerAs } from '../../scenario.js';
import type { World } from '../payments/world.js';
import { latestAttempt } from '../payments/model.js';
import type { Attempt, Intent } from '../payments/model.js';
import { Idempotency } from './idempotency.js';
import type { NativeJson } from './native.js';
import { ApiError } from './problem.js';
import { readJson } from './requests.js';
import type { Body } from './requests.js';

/** What the calls of the API share: whom one is about, how it is answered, and that a write happens once. */
export class Calls {
  readonly world: World;
  readonly native: NativeJson;
  readonly #idempotency = new Idempotency();

  constructor(world: World, native: NativeJson) {
    this.world = world;
    this.native = native;
  }

  /** At most once for each idempotency key. */
  async write(c: Context, handle: (body: Body) => Promise<Response> | Response): Promise<Response> {
    const text = await c.req.text();
    return this.#idempotency.run(c.req.header('X-Idempotency-Key'), `${c.req.path}\n${text}`, async () =>
      handle(readJson(text)),
    );
  }

  intentOf(c: Context): Intent {
    const intent = this.world.payments.find(c.req.param('id') ?? '');
    if (!intent) throw new ApiError(404, 'No such payment.');
    return intent;
  }

  attemptOf(c: Context, intent: Intent): Attempt {
    const attempt = intent.attempts.find(({ id }) => id === c.req.param('attempt'));
    if (!attempt) throw new ApiError(404, 'No such attempt.');
    return attempt;
  }

  answerIntent(intent: Intent): Response {
    return answer(latestAttempt(intent), { data: this.native.intent(intent) });
  }

  answerAttempt(intent: Intent, attempt: Attempt, httpStatus = 200): Response {
    return answer(attempt, { data: this.native.attempt(intent, attempt) }, httpStatus);
  }
}

/** Spoilt from the first attempt on: a payment that could not be announced would never get one. */
function answer(attempt: Attempt | null, body: unknown, httpStatus = 200): Response {
  const { after, ...scenario } = attempt?.scenario ?? {};
  const isOver = after !== undefined && attempt?.decide === null;
  return answerAs(isOver ? {} : scenario, body, { httpStatus });
}
