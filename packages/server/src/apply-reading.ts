import { isFinal, isPaid, type FailureReport } from '@florin/contract';
import type { AttemptReading, Reading } from '@florin/providers';
import { canonicalJson } from './canonical-json.js';
import { findAttempt, isLive, type AttemptRecord, type IntentRecord } from './intent-record.js';

export interface ReadingContext {
  /** The gateway that was asked, and the attempt it was asked about. */
  gateway: string;
  attemptId: string;
  now: number;
  /** ms after which an attempt that its provider has never heard of did not take place. */
  unreceivedAfter: number;
  /** Identifier and nonce of an attempt that the provider started by itself. */
  fallback: { id: string; nonce: string };
}

/** What may still happen to a payment that was paid. Nothing leads back. */
const afterPaid: Record<string, readonly string[]> = {
  completed: ['partially_refunded', 'refunded', 'partially_charged_back', 'charged_back'],
  partially_refunded: ['refunded', 'partially_charged_back', 'charged_back'],
  refunded: ['partially_charged_back', 'charged_back'],
  partially_charged_back: ['charged_back'],
};

const notReceived: FailureReport = {
  code: {
    value: 'attempt_not_received',
    category: 'GATEWAY_ERROR',
    message: 'The provider never received this attempt.',
  },
  reason: 'try_again_later',
};

/** The provider speaks of an intent that ended otherwise: nothing is changed, and a person has to look. */
export function contradicts(intent: IntentRecord, reading: Reading): boolean {
  return (
    isFinal(intent.status) &&
    !isPaid(intent.status) &&
    (isPaid(reading.status ?? '') || reading.attempt?.status === 'completed')
  );
}

/**
 * Brings an intent up to what its provider says. Idempotent, and monotone: what is final stays. Answers the very
 * same object when nothing changed.
 */
export function applyReading(intent: IntentRecord, reading: Reading, context: ReadingContext): IntentRecord {
  const attempts = isFinal(intent.status) ? intent.attempts : applyToAttempts(intent, reading.attempt, context);
  const status = statusAfter(intent.status, reading.status, attempts);
  const next = { ...intent, status, attempts: settleAll(attempts, status) };
  return canonicalJson(next) === canonicalJson(intent) ? intent : next;
}

function applyToAttempts(
  intent: IntentRecord,
  theirs: AttemptReading | null,
  context: ReadingContext,
): AttemptRecord[] {
  const asked = findAttempt(intent, context.attemptId);
  const known = intent.attempts.find(
    (attempt) =>
      attempt.gateway === context.gateway && attempt.providerId !== null && attempt.providerId === theirs?.id,
  );
  const replace = (old: AttemptRecord, ...next: AttemptRecord[]) =>
    intent.attempts.flatMap((attempt) => (attempt === old ? next : [attempt]));

  if (!asked) return intent.attempts;
  const unmatched = isLive(asked) && asked.providerId === null;
  if (theirs === null || (known && known !== asked)) {
    return unmatched && asked.sentAt + context.unreceivedAfter <= context.now
      ? replace(asked, { ...asked, status: 'failed', uncertain: false, nextAction: null, failure: notReceived })
      : intent.attempts;
  }
  if (known || unmatched || theirs.id === undefined) return replace(asked, update(asked, theirs));

  // An attempt that we did not ask for: the provider failed over by itself. The customer sees one wait.
  const { fallback, now } = context;
  const elsewhere = intent.attempts.some((attempt) => isLive(attempt) && attempt.gateway !== context.gateway);
  if (elsewhere && theirs.status !== 'completed') return intent.attempts;
  const superseded = intent.attempts.map((attempt) =>
    isLive(attempt) && !elsewhere ? { ...attempt, status: 'failed', uncertain: false, nextAction: null } : attempt,
  );
  const fresh: AttemptRecord = {
    ...asked,
    ...fallback,
    status: 'processing',
    uncertain: false,
    providerId: null,
    nextAction: null,
    failure: null,
    createdAt: now,
    sentAt: now,
  };
  return [...superseded, { ...update(fresh, theirs), isFallback: true }];
}

function update(attempt: AttemptRecord, theirs: AttemptReading): AttemptRecord {
  if (!isLive(attempt)) return attempt;
  const providerId = theirs.id ?? attempt.providerId;
  // "I do not know" takes nothing back of what is known.
  if (theirs.uncertain) return { ...attempt, providerId, uncertain: true };
  return {
    ...attempt,
    providerId,
    status: theirs.status,
    uncertain: false,
    isFallback: attempt.isFallback || theirs.is_fallback,
    // Something is still asked for, and what it is was said before.
    nextAction: theirs.status === 'action_required' ? (theirs.next_action ?? attempt.nextAction) : null,
    failure: theirs.failure && { code: theirs.failure.code, reason: theirs.failure.reason },
  };
}

function statusAfter(ours: string, theirs: string | undefined, attempts: AttemptRecord[]): string {
  if (isFinal(ours)) return theirs !== undefined && afterPaid[ours]?.includes(theirs) ? theirs : ours;
  const paid = attempts.some((attempt) => attempt.status === 'completed');
  if (theirs !== undefined && isFinal(theirs) && (isPaid(theirs) || !paid)) return theirs;
  return paid ? 'completed' : ours;
}

/** No attempt outlives its payment. */
function settleAll(attempts: AttemptRecord[], status: string): AttemptRecord[] {
  if (!isFinal(status) || !attempts.some(isLive)) return attempts;
  const end = isPaid(status) ? 'completed' : status === 'cancelled' ? 'cancelled' : 'failed';
  return attempts.map((attempt) =>
    isLive(attempt) ? { ...attempt, status: end, uncertain: false, nextAction: null } : attempt,
  );
}
