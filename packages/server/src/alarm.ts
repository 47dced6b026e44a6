import { isFinal, isPaid } from '@florin/contract';
import { isCompleted, type IntentRecord } from './intent-record.js';

/**
 * What only a person can put right: money was taken for two attempts, or for one whose intent had ended otherwise. Both
 * take a provider that went back on what it had said.
 */
export type Alarm = 'paid_twice' | 'outcome_contradicts';

export function alarmOf({ status, attempts }: IntentRecord): Alarm | null {
  const completed = attempts.filter(isCompleted);
  if (completed.length > 1) return 'paid_twice';
  return completed.length > 0 && isFinal(status) && !isPaid(status) ? 'outcome_contradicts' : null;
}
