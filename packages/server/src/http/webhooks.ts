import { toGatewayError } from '../gateway.js';
import { describeError } from '../log.js';
import { ProblemError } from '../problem.js';
import type { ServerContext } from '../server-context.js';
import { readBody } from './body.js';

/**
 * `POST /webhooks/{gateway}`. What it says is never believed: it is a reason to ask the provider. So a forged one,
 * a repeated one or one out of order changes nothing that is not true.
 */
export async function receiveWebhook(context: ServerContext, request: Request, name: string): Promise<Response> {
  const { gateways, store, reader, log } = context;
  const gateway = gateways.get(name);
  if (!gateway?.verifyWebhook) throw new ProblemError('not_found');
  const hint = await gateway.verifyWebhook(await readBody(request), request.headers);
  if (!hint) throw new ProblemError('signature_invalid');
  const { providerIntentId } = 'providerIntentId' in hint ? hint : { providerIntentId: null };
  // A name that no database takes is nobody's.
  const isName = providerIntentId !== null && !providerIntentId.includes('\0');
  const id = isName && (await store.findByProviderIntent(name, providerIntentId));
  if (id) {
    try {
      await reader.readNow(id, name);
    } catch (thrown) {
      const { outcome, code } = toGatewayError(thrown);
      log({ level: 'warn', event: 'webhook_read_failed', intent: id, outcome, code, ...describeError(thrown) });
      // Not taken: the provider delivers it again.
      throw new ProblemError('provider_unavailable', { retryAfter: 5 });
    }
  }
  return new Response(null, { status: 204 });
}
