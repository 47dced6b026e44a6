import { paidAttempt, undecidedAttempt, type IntentRecord } from './intent-record.js';
import type { ServerContext } from './server-context.js';

/** ms between two questions about a payment under way while nobody looks at it; the last one stays. */
const unseen = [2_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 300_000];

/** Of a wait that nothing has changed, what is learnt of its end may be late by this part. */
const LATE = 1 / 8;
const LONGEST = 300_000;

/** How long after its last answer a provider may be asked again, whoever asks; `null`: there is nothing to ask. */
export function shortestInterval(
  { clock, gateways, pollInterval, paidPollInterval }: ServerContext,
  intent: IntentRecord,
): number | null {
  if (undecidedAttempt(intent)) return pollInterval;
  const paid = paidAttempt(intent);
  // Who has left a provider cannot ask it any more.
  if (!paid || !gateways.has(paid.gateway)) return null;
  // What has just been paid has just been read.
  return (intent.completedAt ?? 0) + paidPollInterval > clock.now() ? null : paidPollInterval;
}

/** While nobody looks: before question number `step` (0 is the first). */
export function unseenInterval(step: number): number {
  return unseen[Math.min(step, unseen.length - 1)] ?? LONGEST;
}

/**
 * While a page follows the payment and nothing has changed for `quiet` ms. An app or a bank may take minutes to answer, and
 * days: the longer it has taken, the rarer it is asked for. A page that wakes up reads by itself.
 */
export function seenInterval({ pollInterval }: Pick<ServerContext, 'pollInterval'>, quiet: number): number {
  return Math.max(pollInterval, Math.min(quiet * LATE, LONGEST));
}
