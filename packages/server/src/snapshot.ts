import { IntentSnapshot, parse } from '@florin/contract';
import { currentIntent, freshIntent } from './current-intent.js';
import { toPublicIntent } from './public-intent.js';
import type { ServerContext } from './server-context.js';

/** What the pages around the checkout show of an intent: no more than its own browser may know. */
export async function snapshot(context: ServerContext, id: string): Promise<IntentSnapshot | null> {
  const intent = await currentIntent(context, id);
  const fresh = intent && (await freshIntent(context, intent));
  if (!fresh) return null;
  const parsed = parse(IntentSnapshot, toPublicIntent(fresh, context.clock.now(), context));
  if (!parsed.ok) throw new Error('An intent breaks the contract.', { cause: parsed.violations });
  return parsed.value;
}
