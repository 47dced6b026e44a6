import { Intent } from '@florin/contract';
import type { Answer, Exchange } from './exchange.js';
import { ofIntent } from './requests.js';

/** ms. */
const TIMEOUT = 10_000;

/** Removes a saved card at the backend, or brings it back. */
export async function changeSavedCard(
  exchange: Exchange,
  intent: string,
  change: { id: string; kind: 'remove' | 'restore'; key: string; signal: AbortSignal },
): Promise<Answer<Intent>> {
  const { id, kind, key, signal } = change;
  const path = `/saved-cards/${encodeURIComponent(id)}/${kind}`;
  return ofIntent(intent, await exchange.postUntilAnswered({ path, key, schema: Intent, limit: TIMEOUT, signal }));
}
