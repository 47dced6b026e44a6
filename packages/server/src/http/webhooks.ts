import { toGatewayError, type WebhookHint } from '../gateway.js';
import { describeError } from '../log.js';
import { ProblemError } from '../problem.js';
import type { ServerContext } from '../server-context.js';
import { isUnreadable } from '../unreadable-payload.js';
import { readBody } from './body.js';

/**
 * `POST /webhooks/{gateway}`. What it says is never believed: it is a reason to ask the provider. So a forged one,
 * a repeated one or one out of order changes nothing that is not true.
 */
export async function receiveWebhook(context: ServerContext, request: Request, name: string): Promise<Response> {
  const { gateways, reader, log } = context;
  const gateway = gateways.get(name);
  if (!gateway?.verifyWebhook) throw new ProblemError('not_found');
  const hint = await gateway.verifyWebhook(await readBody(request), request.headers, new URL(request.url));
  if (!hint) throw new ProblemError('signature_invalid');
  const about = await findOurs(context, name, hint);
  if (about) {
    const { intentId, attemptId } = about;
    try {
      await reader.readNow(intentId, name, attemptId);
    } catch (thrown) {
      const failed = toGatewayError(thrown);
      const { outcome, code } = failed;
      // That it cannot be read has been said.
      if (!isUnreadable(failed))
        log({ level: 'warn', event: 'webhook_read_failed', intent: intentId, outcome, code, ...describeError(thrown) });
      // Not taken: the provider delivers it again.
      throw new ProblemError('provider_unavailable', { retryAfter: 5 });
    }
  }
  // Not 204: to some providers any other success is a failure, and they deliver it again.
  return new Response(null, { status: 200 });
}

/** `null`: nothing of ours. The provider is told no more than of one that is. */
async function findOurs(
  { store }: ServerContext,
  gateway: string,
  hint: WebhookHint,
): Promise<{ intentId: string; attemptId?: string } | null> {
  // A name that no database takes is nobody's.
  if (Object.values(hint).some((name) => name === null || name.includes('\0'))) return null;
  if ('intentId' in hint) return hint;
  const id = hint.providerIntentId !== null && (await store.findByProviderIntent(gateway, hint.providerIntentId));
  return id ? { intentId: id } : null;
}
