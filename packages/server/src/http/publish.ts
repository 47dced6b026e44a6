import type { Intent } from '@florin/contract';
import { currentIntent } from '../current-intent.js';
import { ProblemError } from '../problem.js';
import { toPublicIntent } from '../public-intent.js';
import type { ServerContext } from '../server-context.js';

/** The intent as it is now, for a browser. */
export async function publish(context: ServerContext, intentId: string): Promise<Intent> {
  const intent = await currentIntent(context, intentId);
  if (!intent) throw new ProblemError('intent_not_found');
  return toPublicIntent(intent, context.clock.now(), context);
}
