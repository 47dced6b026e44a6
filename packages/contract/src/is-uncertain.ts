import type { IntentSnapshot } from './intent-snapshot.js';
import { explainFailure } from './reasons.js';

/** An attempt that may have been paid all the same, whatever its intent's status says: who pays again might pay twice. */
export function isUncertain(attempt: IntentSnapshot['active_attempt']): boolean {
  if (!attempt) return false;
  if (attempt.uncertain) return true;
  return attempt.status === 'failed' && explainFailure(attempt.failure ?? null).recovery === 'verify_outcome';
}
