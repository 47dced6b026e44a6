import type { Intent } from '@florin/contract';
import type { Answer, Exchange, Reader } from './exchange.js';

/** ms. */
const TIMEOUT = 10_000;

/** Removes a saved card at the backend, or brings it back. */
export function changeSavedCard(
  exchange: Exchange,
  reader: Reader<Intent>,
  change: { id: string; kind: 'remove' | 'restore'; key: string; signal: AbortSignal },
): Promise<Answer<Intent>> {
  const { id, kind, key, signal } = change;
  const path = `/saved-cards/${encodeURIComponent(id)}/${kind}`;
  return exchange.postUntilAnswered({ path, key, reader, limit: TIMEOUT, signal });
}
