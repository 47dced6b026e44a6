import { Hono, type Context } from 'hono';
import { freshIntent } from '../current-intent.js';
import { describeError } from '../log.js';
import { ProblemError } from '../problem.js';
import { randomToken } from '../secrets.js';
import type { ServerContext } from '../server-context.js';
import { cancelAttempt, confirmAttempt, resendAttempt } from './attempt-actions.js';
import { authorize } from './authorize.js';
import { showBridge } from './bridge-page.js';
import { cardLookup } from './card-lookup.js';
import { createCardReference } from './card-references.js';
import { cors } from './cors.js';
import { streamIntent } from './events.js';
import { publish } from './publish.js';
import { returnToShop } from './return-page.js';
import { removeSavedCard, restoreSavedCard } from './saved-cards.js';
import { startAttempt } from './start-attempt.js';
import { notifyThreeDSEnd } from './three-ds.js';
import { receiveWebhook } from './webhooks.js';
import { answer } from './write.js';

type Handler = (request: Request, ...parameters: string[]) => Promise<Response> | Response;

/** The calls of the contract, a provider's webhooks, and the pages that a bank's page leads to. */
export function createApp(context: ServerContext, basePath: string): Hono {
  const app = new Hono().basePath(basePath);
  app.use('/intents/*', cors(context.origins));

  const serve = (allowed: 'GET' | 'POST' | 'GET, POST', path: string, handle: Handler) => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    app.on(allowed.split(', '), path, (c) => {
      const parameters = names.map((name) => c.req.param(name) ?? '');
      // No name holds this character, and no database takes it.
      if (parameters.some((parameter) => parameter.includes('\0'))) throw new ProblemError('not_found');
      return handle(c.req.raw, ...parameters);
    });
    app.all(path, () => {
      throw new ProblemError('method_not_allowed', { headers: { Allow: allowed } });
    });
  };

  serve('GET', '/intents/:id', (request, id = '') => readIntent(context, request, id));
  serve('GET', '/intents/:id/events', (request, id = '') => streamIntent(context, request, id));
  serve('POST', '/intents/:id/attempts', (request, id = '') => startAttempt(context, request, id));
  serve('POST', '/intents/:id/attempts/:attempt/confirm', (request, id = '', attempt = '') =>
    confirmAttempt(context, request, id, attempt),
  );
  serve('POST', '/intents/:id/attempts/:attempt/resend', (request, id = '', attempt = '') =>
    resendAttempt(context, request, id, attempt),
  );
  serve('POST', '/intents/:id/attempts/:attempt/cancel', (request, id = '', attempt = '') =>
    cancelAttempt(context, request, id, attempt),
  );
  serve('POST', '/intents/:id/card-lookup', (request, id = '') => cardLookup(context, request, id));
  serve('POST', '/intents/:id/card-references', (request, id = '') => createCardReference(context, request, id));
  serve('POST', '/intents/:id/saved-cards/:card/remove', (request, id = '', card = '') =>
    removeSavedCard(context, request, id, card),
  );
  serve('POST', '/intents/:id/saved-cards/:card/restore', (request, id = '', card = '') =>
    restoreSavedCard(context, request, id, card),
  );
  // Some providers say all that they have to say in the query of a GET.
  serve('GET, POST', '/webhooks/:gateway', (request, name = '') => receiveWebhook(context, request, name));
  // Some providers hear from the issuer themselves and send the browser on.
  serve('GET, POST', '/three-ds/:nonce', (request, nonce = '') => notifyThreeDSEnd(context, request, nonce));
  serve('GET', '/three-ds/:nonce/bridge', (_, nonce = '') => showBridge(context, nonce));
  serve('GET, POST', '/return/:intent', (request, intent = '') => returnToShop(context, request, intent));

  app.notFound(() => new ProblemError('not_found').toResponse());
  app.onError((error, c) => refuse(context, error, c));
  return app as unknown as Hono;
}

async function readIntent(context: ServerContext, request: Request, id: string): Promise<Response> {
  const { intent } = await authorize(context, request, id);
  await freshIntent(context, intent);
  return answer(200, JSON.stringify(await publish(context, id)));
}

function refuse({ log }: ServerContext, error: Error, c: Context): Response {
  if (error instanceof ProblemError) return error.toResponse();
  const reference = `ref_${randomToken(9)}`;
  log({
    level: 'error',
    event: 'request_failed',
    reference,
    method: c.req.method,
    route: c.req.routePath,
    ...describeError(error),
  });
  return new ProblemError('internal', { detail: `Reference: ${reference}` }).toResponse();
}
