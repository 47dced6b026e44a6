import { attemptStatuses, intentStatuses } from '@florin/contract';

/** The system's intent statuses are the contract's own words. */
export const intents: ReadonlyMap<string, string> = new Map([
  ...intentStatuses.map((status) => [status, status] as const),
  ['succeeded', 'completed'],
]);

/** So are the attempt's; the aliases stand in stub answers of the system's own client library. */
export const attempts: ReadonlyMap<string, string> = new Map([
  ...attemptStatuses.map((status) => [status, status] as const),
  ['succeeded', 'completed'],
  ['requires_action', 'action_required'],
]);

/** A status nobody lists is carried through: it is not final, so the payment stays watched. */
export function intentStatusOf(native: string): string {
  return intents.get(native) ?? native;
}

export function attemptStatusOf(native: string): string {
  return attempts.get(native) ?? native;
}

/** Tells an attempt from an intent when nothing else in a payload does. */
export function isAttemptOnlyStatus(native: string): boolean {
  return ['processing', 'action_required', 'requires_action'].includes(native);
}
