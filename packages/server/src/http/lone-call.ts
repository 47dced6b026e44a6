import { ProblemError } from '../problem.js';
import type { ServerContext } from '../server-context.js';
import type { LoneCalls } from '../store/intent-store.js';

/**
 * Answers, resends and cancels of one payment run one after the other, whoever sends them: two tabs, or a page that was
 * reloaded in between. Who comes meanwhile sends the same again, as for an answer that was lost.
 */
export async function refuseBeside(others: () => Promise<LoneCalls>): Promise<LoneCalls> {
  const found = await others();
  if (found.isOneRunning) throw new ProblemError('idempotency_in_progress', { retryAfter: 1 });
  return found;
}

/** Whether a call that begins now may still reach the provider: once its lease is over, another one may have taken over. */
export function leaseOf({ clock, keyLease }: ServerContext): () => boolean {
  const end = clock.now() + keyLease;
  return () => clock.now() < end;
}
