import { explainFailure, isPaid, type Attempt, type Intent } from '@florin/contract';
import { finalPhases, type CheckoutProblem, type Decision, type PaymentState } from './state.js';

/**
 * What must be true before money may be touched or a state may change. Each one holds an invariant of the
 * machine, and a property test takes each one away in turn to see that invariant fail.
 */
export const guards = {
  /** A final phase is never left, and nothing is drawn from a checkout that was never there. */
  isOpen: (state: PaymentState): boolean => state.phase !== 'unavailable' && !finalPhases.includes(state.phase),

  /** A payment stays the payment it is. */
  isSameIntent: (state: PaymentState, intent: Intent): boolean => !state.intent || state.intent.id === intent.id,

  /** Answers overtake each other: an older version never overwrites a newer one. */
  isNotOlder: (state: PaymentState, intent: Intent): boolean => !state.intent || intent.version >= state.intent.version,

  /** A completed payment may later carry a refund or a charge-back, and nothing else. */
  isStillPaid: (intent: Intent): boolean => isPaid(intent.status),

  /** No new attempt while one is live or its outcome is unknown. */
  maySubmit: (state: PaymentState): boolean => state.phase === 'ready' && state.decision === null,

  /** An answer belongs to an action, and one is given at a time. */
  mayConfirm: (state: PaymentState): boolean => state.phase === 'action_required' && state.decision === null,
  mayResend: (state: PaymentState): boolean => state.phase === 'action_required' && state.decision === null,
  mayCancel: (state: PaymentState): boolean =>
    (state.phase === 'action_required' || state.phase === 'processing') &&
    state.decision === null &&
    state.intent?.status === 'pending' &&
    isLive(state.attempt),

  /** A decision is settled by its own answer alone; an answer to an earlier one settles nothing. */
  isItsAnswer: (decision: Decision | null, key: string): boolean => decision?.key === key,

  /** A read settles a decision only when it shows what the decision did. */
  isSeenIn: (decision: Decision, intent: Intent): boolean => {
    const attempt = intent.active_attempt;
    // Nothing shows whether another code was sent. What is lost is given up: the customer may ask again.
    if (decision.kind === 'resend')
      return decision.unanswered === true || attempt?.id !== decision.attempt || attempt?.status !== 'action_required';
    if (decision.kind === 'submit') return attempt !== null && attempt.id !== decision.attempt;
    if (attempt?.id !== decision.attempt) return true;
    return decision.kind === 'confirm' ? attempt?.status !== 'action_required' : !isLive(attempt);
  },

  /** "The answer says done, but there is no attempt in it" is no answer. */
  isShownIn: (decision: Decision, intent: Intent): boolean =>
    decision.kind !== 'submit' || (intent.active_attempt !== null && intent.active_attempt.id !== decision.attempt),

  /** A failure is told, and another try offered, only when the provider is sure that nothing was taken. */
  isCertain: (attempt: Attempt): boolean =>
    !attempt.uncertain && explainFailure(attempt.failure ?? null).recovery !== 'verify_outcome',

  /** After a lost answer only a refusal of the body itself proves that the decision was never carried out. */
  isRefusedForGood: (decision: Decision, problem: CheckoutProblem): boolean =>
    !decision.unanswered || refusalsOfTheBody.includes(problem.code),

  /** A remembered decision that no read has shown is given up only after its last look. */
  isLookedFor: (decision: Decision): boolean => !decision.remembered || decision.lastLook === true,
};

export type Guards = typeof guards;

const refusalsOfTheBody = ['validation_failed', 'method_not_available', 'body_too_large'];

export function isLive(attempt: Attempt | null | undefined): boolean {
  return attempt?.status === 'processing' || attempt?.status === 'action_required';
}
