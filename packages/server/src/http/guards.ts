import { isFinal } from '@florin/contract';
import { findAttempt, isExpiryDue, type AttemptRecord, type IntentRecord } from '../intent-record.js';
import { ProblemError } from '../problem.js';

export function refuseIfFinal(intent: IntentRecord, now: number): void {
  if (isFinal(intent.status) || isExpiryDue(intent, now)) throw new ProblemError('intent_final');
}

export function requireAttempt(intent: IntentRecord, id: string): AttemptRecord {
  const attempt = findAttempt(intent, id);
  if (!attempt) throw new ProblemError('attempt_not_found');
  return attempt;
}
