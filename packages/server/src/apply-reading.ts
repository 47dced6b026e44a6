import { isFinal, isPaid, type Failure, type FailureReport } from '@florin/contract';
import type { AttemptReading, Reading } from '@florin/providers';
import { canonicalJson } from './canonical-json.js';
import { askedOf } from './challenge-end.js';
import {
  findAttempt,
  isCompleted,
  isLive,
  replaceAttempt,
  type AttemptRecord,
  type IntentRecord,
  type KeptFailure,
} from './intent-record.js';
import { aboutPurchase, withReversals } from './reversals.js';

export interface ReadingContext {
  /** The gateway that was asked, and the attempt it was asked about. */
  gateway: string;
  attemptId: string;
  now: number;
  /** ms after which an attempt that its provider has never heard of did not take place. */
  unreceivedAfter: number;
  /** Identifier of an attempt that the provider started by itself. */
  fallbackId: string;
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

/** The provider speaks of an intent that ended otherwise: it stays as it is, and a person has to look. */
export function contradicts(intent: IntentRecord, reading: Reading): boolean {
  return (
    isFinal(intent.status) &&
    !isPaid(intent.status) &&
    (isPaid(reading.status ?? '') || reading.attempt?.status === 'completed')
  );
}

/**
 * Brings an intent up to what its provider says. Idempotent, and monotone: what is final stays, but for an attempt that
 * turns out to have been paid after all. Answers the very same object when nothing changed.
 */
export function applyReading(intent: IntentRecord, reading: Reading, context: ReadingContext): IntentRecord {
  const stale = staleIn(intent, reading.attempt, context);
  const next = stale ? replaceAttempt(intent, stale) : applyNewest(intent, reading, context);
  return canonicalJson(next) === canonicalJson(intent) ? intent : next;
}

function applyNewest(intent: IntentRecord, reading: Reading, context: ReadingContext): IntentRecord {
  const attempts = applyToAttempts(intent, reading.attempt, context);
  const said = aboutPurchase(reading, attempts);
  const status = statusAfter(intent.status, said.status, attempts);
  const isNews = isPaid(status) && !isPaid(intent.status);
  const next = {
    ...intent,
    status,
    attempts: settleAll(attempts, status),
    ...(isNews && { completedAt: context.now }),
  };
  return withReversals(next, said, intent.status, context.now);
}

/**
 * The attempt of which something newer was read before; `null`: there is none. Of the older answer only one thing may
 * still be missing: what the customer is asked for, where the newer one says that they are and not what for.
 */
function staleIn(intent: IntentRecord, theirs: AttemptReading | null, context: ReadingContext): AttemptRecord | null {
  const attempt =
    theirs?.id === undefined ? findAttempt(intent, context.attemptId) : findKnown(intent, theirs, context);
  const { revision } = attempt ?? {};
  if (!theirs || !attempt || revision === undefined) return null;
  // Money that was taken is news whenever it is said.
  if (theirs.revision === undefined || theirs.revision >= revision || saysPaid(theirs)) return null;
  const isAsked = attempt.status === 'action_required' && theirs.status === 'action_required';
  return isAsked ? { ...attempt, nextAction: attempt.nextAction ?? askedOf(attempt, theirs.next_action) } : attempt;
}

function findKnown(
  { attempts }: IntentRecord,
  theirs: AttemptReading | null,
  { gateway }: ReadingContext,
): AttemptRecord | null {
  const isKnown = (attempt: AttemptRecord) => attempt.providerId !== null && attempt.providerId === theirs?.id;
  return attempts.find((attempt) => attempt.gateway === gateway && isKnown(attempt)) ?? null;
}

function applyToAttempts(
  intent: IntentRecord,
  theirs: AttemptReading | null,
  context: ReadingContext,
): AttemptRecord[] {
  const asked = findAttempt(intent, context.attemptId);
  const known = findKnown(intent, theirs, context);
  const replaceAsked = (attempt: AttemptRecord) => replaceAttempt(intent, attempt).attempts;

  if (!asked) return intent.attempts;
  const unmatched = isLive(asked) && asked.providerId === null;
  if (theirs === null || (known && known !== asked)) {
    return unmatched && asked.sentAt + context.unreceivedAfter <= context.now
      ? replaceAsked({ ...asked, status: 'failed', uncertain: false, nextAction: null, failure: notReceived })
      : intent.attempts;
  }
  // Given up, and paid all the same.
  const isFound = asked.providerId === null && saysPaid(theirs);
  if (known || unmatched || isFound || theirs.id === undefined) return replaceAsked(update(asked, theirs));
  return isFinal(intent.status) ? intent.attempts : failOver(intent, asked, theirs, context);
}

function keptFailure({ code, reason, unlisted }: Failure): KeptFailure {
  return { code, reason, ...(unlisted && { unlisted }) };
}

/** An attempt that we did not ask for: the provider failed over by itself. The customer sees one wait. */
function failOver(
  { attempts }: IntentRecord,
  asked: AttemptRecord,
  theirs: AttemptReading,
  { fallbackId, now }: ReadingContext,
): AttemptRecord[] {
  const elsewhere = attempts.some((attempt) => isLive(attempt) && attempt !== asked);
  if (elsewhere && !saysPaid(theirs)) return attempts;
  const superseded = attempts.map((attempt) =>
    isLive(attempt) && !elsewhere ? { ...attempt, status: 'failed', uncertain: false, nextAction: null } : attempt,
  );
  const { revision: _ofAnother, endedChallenges: _elsewhere, ...like } = asked;
  // With its nonce: where 3-D Secure is to be reported, the provider was told once, for the attempt that it was asked for.
  const fresh: AttemptRecord = {
    ...like,
    id: fallbackId,
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
  const revisions = [attempt.revision, theirs.revision].filter((revision) => revision !== undefined);
  const newest = { ...attempt, ...(revisions.length > 0 && { revision: Math.max(...revisions) }) };
  // Decided, unless it says that it was paid after all.
  if (!isLive(attempt) && !saysPaid(theirs)) return newest;
  const providerId = theirs.id ?? attempt.providerId;
  // "I do not know" takes nothing back of what is known.
  if (theirs.uncertain) return { ...newest, providerId, uncertain: true };
  return {
    ...newest,
    providerId,
    status: theirs.status,
    uncertain: false,
    isFallback: attempt.isFallback || theirs.is_fallback,
    nextAction: theirs.status === 'action_required' ? askedOf(attempt, theirs.next_action) : null,
    failure: theirs.failure && keptFailure(theirs.failure),
  };
}

function saysPaid({ status, uncertain }: AttemptReading): boolean {
  return status === 'completed' && !uncertain;
}

function statusAfter(ours: string, theirs: string | undefined, attempts: AttemptRecord[]): string {
  if (isFinal(ours)) return theirs !== undefined && afterPaid[ours]?.includes(theirs) ? theirs : ours;
  const paid = attempts.some(isCompleted);
  if (theirs !== undefined && isFinal(theirs) && (isPaid(theirs) || !paid)) return theirs;
  return paid ? 'completed' : ours;
}

/** No attempt outlives its payment, but beside one that was paid: that one says nothing of the other, which is watched on. */
function settleAll(attempts: AttemptRecord[], status: string): AttemptRecord[] {
  if (!isFinal(status) || !attempts.some(isLive) || attempts.some(isCompleted)) return attempts;
  const end = isPaid(status) ? 'completed' : status === 'cancelled' ? 'cancelled' : 'failed';
  return attempts.map((attempt) =>
    isLive(attempt) ? { ...attempt, status: end, uncertain: false, nextAction: null } : attempt,
  );
}
