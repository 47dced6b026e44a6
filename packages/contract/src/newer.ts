import type { IntentSnapshot } from './intent-snapshot.js';
import { isFinal, isPaid } from './intent-status.js';

/**
 * Which of two snapshots of a payment counts. Answers overtake each other, and a page may hold what a server drew long ago:
 * nothing older overwrites, and an end is not unsaid. Only what is paid may still change, to what went back or came again.
 */
export function newerOf(known: IntentSnapshot | null, other: IntentSnapshot): IntentSnapshot {
  if (!known) return other;
  if (other.id !== known.id || other.version < known.version) return known;
  if (other.version === known.version && other.status === known.status && saysLess(known, other)) return known;
  const isLeft = isFinal(known.status) && other.status !== known.status;
  return isLeft && !(isPaid(known.status) && isPaid(other.status)) ? known : other;
}

/** A payload that is only relayed names no lines: those that the backend has listed are not forgotten for it. */
function saysLess(known: IntentSnapshot, other: IntentSnapshot): boolean {
  return Boolean((known.refunds && !other.refunds) || (known.charge_backs && !other.charge_backs));
}
