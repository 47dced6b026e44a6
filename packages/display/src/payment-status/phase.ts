import { isFinal, isPaid, isUncertain, type IntentSnapshot } from '@florin/contract';

/** Where a payment stands for whoever reads a page that did not make it. What went back since is another matter. */
export type Phase =
  | 'waiting'
  | 'processing'
  | 'action_required'
  | 'verifying'
  | 'attempt_failed'
  | 'completed'
  | 'failed'
  | 'expired'
  | 'cancelled';

/** "Paid" or "failed" only where the backend has said so: a status that nobody knows yet is in progress. */
export function phaseOf({ status, active_attempt: attempt }: IntentSnapshot): Phase {
  if (isPaid(status)) return 'completed';
  // It may have been paid all the same: who pays again might pay twice.
  if (isUncertain(attempt)) return 'verifying';
  if (isFinal(status)) return status as Phase;
  if (status !== 'pending') return 'processing';
  if (!attempt) return 'waiting';
  if (attempt.status === 'action_required') return 'action_required';
  return attempt.status === 'failed' || attempt.status === 'cancelled' ? 'attempt_failed' : 'processing';
}
