import { explainFailure, isFinal, isPaid, nextActionTypes, type Intent } from '@florin/contract';
import type { Effect } from './effect.js';
import type { PaymentEvent } from './event.js';
import { guards as allGuards, type Guards } from './guards.js';
import { finalPhases, type CheckoutProblem, type Decision, type Phase, type PaymentState } from './state.js';

export type Step = readonly [state: PaymentState, effects: readonly Effect[]];

/** Problems that say "this checkout was never there": nobody can wait them away. */
const fatal = [
  'secret_invalid',
  'intent_not_found',
  'not_found',
  'method_not_allowed',
  'contract_broken',
  'provider_unknown',
];

/** Refusals that say "the payment is elsewhere already": a read tells where. */
const conflicts = ['intent_final', 'attempt_in_progress', 'action_not_expected', 'idempotency_mismatch'];

/** Phases in which the backend may change something at any moment. */
const watched: readonly Phase[] = ['submitting', 'processing', 'action_required', 'confirming', 'verifying'];

/** Actions that the customer can answer. The method is the browser's alone, and one that is unlisted is nobody's. */
const answerable: readonly string[] = nextActionTypes.filter((type) => type !== 'three_ds_method');

/**
 * Makes the payment machine: `(state, event) → [state, effects]`. Pure, and total: it answers every event in
 * every state and never throws. The guards come in from outside so that a test can take one away.
 */
export function createTransition(guards: Guards) {
  return function transition(state: PaymentState, event: PaymentEvent): Step {
    const [next, effects] = step(state, event);
    return next === state ? [state, effects] : [next, [...effects, ...consequences(state, next)]];
  };

  function step(state: PaymentState, event: PaymentEvent): Step {
    switch (event.type) {
      case 'load':
        return load(state, event.remembered);
      case 'submit':
        return guards.maySubmit(state) ? decide(state, event.type, event.key, 'submitting') : [state, []];
      case 'confirm':
        return guards.mayConfirm(state) ? decide(state, event.type, event.key, 'confirming') : [state, []];
      case 'resend':
        return guards.mayResend(state) ? decide(state, event.type, event.key, state.phase) : [state, []];
      case 'cancel':
        return guards.mayCancel(state) ? decide(state, event.type, event.key, 'confirming') : [state, []];
      case 'refresh':
        return [state, refresh(state)];
      case 'intent_read':
        return [accept(state, event.intent), []];
      case 'read_failed':
        return readFailed(state, event.problem);
      case 'answered':
        return answered(state, event.key, event.intent);
      case 'refused':
        return refused(state, event.key, event.problem);
      case 'unanswered':
        return unanswered(state, event.key, event.problem);
      case 'overdue':
        return overdue(state);
      default:
        return [state, []];
    }
  }

  function load(state: PaymentState, remembered: { key: string; attempt: string | null } | undefined): Step {
    if (state.phase !== 'loading') return [state, []];
    const decision: Decision | null = remembered
      ? { ...remembered, kind: 'submit', unanswered: true, remembered: true }
      : state.decision;
    return [{ ...state, decision }, [{ type: 'read' }]];
  }

  function refresh(state: PaymentState): Effect[] {
    if (state.phase === 'completed') return [{ type: 'read' }];
    if (!guards.isOpen(state)) return [];
    // The stream may have died in its sleep: it is opened anew.
    return watched.includes(state.phase) ? [{ type: 'read' }, { type: 'watch' }] : [{ type: 'read' }];
  }

  function decide(state: PaymentState, kind: Decision['kind'], key: string, phase: Phase): Step {
    const decision: Decision = { key, kind, attempt: state.attempt?.id ?? null };
    const failure = kind === 'submit' ? null : state.failure;
    const effects: Effect[] = [{ type: 'send', decision }];
    // Kept before it is sent: a reload in between must find it.
    if (kind === 'submit') effects.unshift({ type: 'remember', key, attempt: decision.attempt });
    return [{ ...state, phase, decision, failure, problem: null, overdue: false }, effects];
  }

  /** Takes in what the backend says, and draws the phase from it. */
  function accept(state: PaymentState, intent: Intent): PaymentState {
    if (!guards.isSameIntent(state, intent) || !guards.isNotOlder(state, intent)) return state;
    if (!guards.isOpen(state)) {
      const carriesOn = state.phase === 'completed' && guards.isStillPaid(intent);
      return carriesOn ? { ...state, intent, attempt: intent.active_attempt } : state;
    }
    const decision = state.decision && !isSettledBy(state.decision, intent) ? state.decision : null;
    const attempt = intent.active_attempt;
    const earlier = attempt?.id === state.attempt?.id ? state.earlier : (state.attempt?.id ?? null);
    const next = drawn({ ...state, intent, attempt, earlier, decision, problem: null });
    if (isTakenBack(state, intent) && next.phase === 'ready') return { ...next, failure: null, problem: takenBack };
    // A read that brings nothing new does not unsay what was refused.
    const isNews = next.phase !== state.phase || attempt?.id !== state.attempt?.id;
    if (isNews || !state.problem?.decision) return next;
    return { ...next, failure: state.failure, problem: state.problem };
  }

  function isSettledBy(decision: Decision, intent: Intent): boolean {
    if (isFinal(intent.status) || guards.isSeenIn(decision, intent)) return true;
    return decision.remembered === true && guards.isLookedFor(decision);
  }

  /** The phase is drawn from the intent and from what is still undecided, never from what the page hopes. */
  function drawn(state: PaymentState): PaymentState {
    const { intent } = state;
    if (!intent) return state;
    const phase = phaseOf(state, intent);
    const asks = phase === 'action_required' || phase === 'confirming';
    const action = asks ? (intent.active_attempt?.next_action ?? null) : null;
    const next = { ...state, phase, action, failure: failureOf(phase, intent) };
    return { ...next, overdue: state.overdue && waitOf(next) === waitOf(state) };
  }

  function phaseOf(state: PaymentState, intent: Intent): Phase {
    if (isPaid(intent.status)) return 'completed';
    if (isFinal(intent.status)) return intent.status as Phase;
    if (intent.status !== 'pending') return 'processing';
    const { decision } = state;
    if (decision && decision.kind !== 'resend') {
      if (decision.unanswered) return 'verifying';
      return decision.kind === 'submit' ? 'submitting' : 'confirming';
    }
    const attempt = intent.active_attempt;
    if (!attempt) return 'ready';
    if (attempt.status === 'failed') return guards.isCertain(attempt) ? 'ready' : 'verifying';
    if (attempt.status === 'cancelled') return attempt.uncertain ? 'verifying' : 'ready';
    if (attempt.uncertain) return 'verifying';
    return attempt.status === 'action_required' && attempt.next_action ? 'action_required' : 'processing';
  }

  function readFailed(state: PaymentState, problem: CheckoutProblem): Step {
    if (!guards.isOpen(state)) return [state, []];
    if (state.phase !== 'loading') return [{ ...state, problem }, []];
    if (fatal.includes(problem.code)) return [{ ...state, phase: 'unavailable', decision: null, problem }, []];
    return [{ ...state, problem }, [{ type: 'read_later', ...pause(problem) }]];
  }

  function answered(state: PaymentState, key: string, intent: Intent): Step {
    const { decision } = state;
    if (!decision || !guards.isItsAnswer(decision, key)) return [accept(state, intent), []];
    if (!isFinal(intent.status) && !guards.isShownIn(decision, intent))
      return unanswered(accept(state, intent), key, { code: 'contract_broken' });
    const settled = { ...state, decision: null, problem: null };
    const accepted = accept(settled, intent);
    // The stream was faster: what it brought stands, and the decision is settled all the same.
    return [accepted === settled ? drawn(settled) : accepted, []];
  }

  function refused(state: PaymentState, key: string, problem: CheckoutProblem): Step {
    const { decision } = state;
    if (!guards.isOpen(state) || !decision || !guards.isItsAnswer(decision, key)) return [state, []];
    if (conflicts.includes(problem.code)) {
      const phase = decision.kind === 'resend' ? state.phase : 'verifying';
      return [{ ...state, phase, decision: null, action: null, problem }, [{ type: 'read' }]];
    }
    if (!guards.isRefusedForGood(decision, problem)) return unanswered(state, key, problem);
    // The refusal is the news, not the failure of the attempt before.
    const told = { ...problem, decision: decision.kind };
    return [{ ...drawn({ ...state, decision: null }), failure: null, problem: told }, []];
  }

  function unanswered(state: PaymentState, key: string, problem: CheckoutProblem): Step {
    if (!guards.isOpen(state) || !state.decision || !guards.isItsAnswer(state.decision, key)) return [state, []];
    const decision: Decision = { ...state.decision, unanswered: true };
    const told = decision.kind === 'resend' ? { ...problem, decision: decision.kind } : problem;
    const next = { ...drawn({ ...state, decision }), problem: told };
    return [next, [{ type: 'send_again', decision, ...pause(problem) }, { type: 'read' }]];
  }

  function overdue(state: PaymentState): Step {
    if (!waitOf(state)) return [state, []];
    // It is watched already, as often as the backend wants to be asked.
    if (state.phase !== 'verifying') return [{ ...state, overdue: true }, []];
    const decision = state.decision?.remembered ? { ...state.decision, lastLook: true } : state.decision;
    return [{ ...state, decision, overdue: true }, [{ type: 'read' }]];
  }
}

/** What an attempt that is gone again tells: the backend could not reach its provider. */
const takenBack: CheckoutProblem = { code: 'provider_unavailable', decision: 'submit' };

/** The attempt is gone and the one before it, or none, is the newest again. */
function isTakenBack({ attempt, earlier }: PaymentState, intent: Intent): boolean {
  const newest = intent.active_attempt?.id ?? null;
  return attempt !== null && newest !== attempt.id && newest === earlier;
}

function failureOf(phase: Phase, intent: Intent): PaymentState['failure'] {
  const attempt = intent.active_attempt;
  if (phase !== 'ready' && phase !== 'failed') return null;
  if (attempt?.status === 'failed') return explainFailure(attempt.failure ?? null);
  if (attempt?.status === 'cancelled')
    return explainFailure({ code: { value: 'cancelled', category: 'CUSTOMER_ERROR' }, reason: 'cancelled' });
  return null;
}

/** What the customer can only wait for, and which may last: each has a bound of its own. */
function waitOf({ phase, action }: PaymentState): string | null {
  if (phase === 'processing' || phase === 'verifying') return phase;
  return phase === 'action_required' && action && !answerable.includes(action.type) ? action.type : null;
}

/** What a change of phase brings with it, whatever brought the change. */
function consequences(before: PaymentState, after: PaymentState): Effect[] {
  const effects: Effect[] = [];
  const wasWatched = watched.includes(before.phase);
  const isWatched = watched.includes(after.phase);
  if (isWatched && !wasWatched) effects.push({ type: 'watch' });
  if (!isWatched && wasWatched) effects.push({ type: 'unwatch' });
  const wait = waitOf(after);
  if (wait !== waitOf(before)) effects.push({ type: wait ? 'start_overdue_timer' : 'stop_overdue_timer' });
  const isOver = finalPhases.includes(after.phase) || after.phase === 'unavailable' || after.phase === 'ready';
  if (isOver && before.phase !== after.phase) effects.push({ type: 'forget' });
  return effects;
}

function pause(problem: CheckoutProblem): { after?: number } {
  return problem.retryAfter === undefined ? {} : { after: problem.retryAfter };
}

/** The payment machine of the checkout. */
export const transition = createTransition(allGuards);
