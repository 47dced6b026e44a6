import type { Attempt, Intent } from '@florin/contract';
import type { Decision, Effect, PaymentEvent, PaymentState } from './index.js';

const paid = ['completed', 'partially_refunded', 'refunded', 'partially_charged_back', 'charged_back'];
const over = ['failed', 'expired', 'cancelled'];
const finalPhases = ['completed', ...over];
const uncertainReasons = ['already_processed', 'unknown_outcome'];
const conflicts = ['intent_final', 'attempt_in_progress', 'action_not_expected', 'idempotency_mismatch'];
const refusalsOfTheBody = ['validation_failed', 'method_not_available', 'body_too_large'];

interface Sent extends Decision {
  lost: boolean;
  looks: 'none' | 'last';
}

/**
 * An independent bookkeeper: it sees what goes into the machine and what comes out, keeps its own account of which
 * decisions may have been carried out, and says which promise was broken, if one was. It shares no code with the guards.
 */
export class Ledger {
  private readonly sent = new Map<string, Sent>();
  /** Decisions that may or may not have been carried out. */
  private readonly open = new Map<string, Sent>();
  private newest: Intent | null = null;

  /** Answers the broken promise, or null. */
  record(before: PaymentState, event: PaymentEvent, after: PaymentState, effects: readonly Effect[]): string | null {
    if (event.type === 'load' && event.remembered && before.phase === 'loading')
      this.open.set(event.remembered.key, {
        ...event.remembered,
        kind: 'submit',
        lost: true,
        looks: 'none',
        remembered: true,
      });
    if (event.type === 'overdue') for (const decision of this.open.values()) decision.looks = 'last';
    this.close(event);
    return (
      this.checkIntent(before, after) ??
      this.checkEnd(before, event, after) ??
      this.checkFailure(after) ??
      effects.map((effect) => this.checkEffect(event, effect)).find((broken) => broken !== null) ??
      null
    );
  }

  /** What the outside world has just made known. */
  private close(event: PaymentEvent): void {
    if (event.type === 'refused') {
      const decision = this.open.get(event.key);
      const { code } = event.problem;
      if (!decision) return;
      if (conflicts.includes(code) || !decision.lost || refusalsOfTheBody.includes(code)) this.open.delete(event.key);
      else decision.lost = true;
    }
    if (event.type === 'unanswered') {
      const decision = this.open.get(event.key);
      if (decision) decision.lost = true;
    }
    if (event.type !== 'intent_read' && event.type !== 'answered') return;
    const { intent } = event;
    const ended = [...paid, ...over].includes(intent.status);
    if (event.type === 'answered') {
      const decision = this.open.get(event.key);
      const shown =
        decision?.kind !== 'submit' || (intent.active_attempt && intent.active_attempt.id !== decision.attempt);
      if (decision && (shown || ended)) this.open.delete(event.key);
      else if (decision) decision.lost = true;
    }
    if (this.newest && (intent.id !== this.newest.id || intent.version < this.newest.version)) return;
    this.newest = intent;
    for (const [key, decision] of this.open) if (ended || this.shows(intent, decision)) this.open.delete(key);
  }

  private shows(intent: Intent, decision: Sent): boolean {
    const attempt = intent.active_attempt;
    if (decision.kind === 'resend') return true;
    if (decision.kind === 'submit')
      return (
        (attempt !== null && attempt.id !== decision.attempt) ||
        (decision.remembered === true && decision.looks === 'last')
      );
    if (!attempt || attempt.id !== decision.attempt) return true;
    if (attempt.status === 'action_required') return false;
    return decision.kind === 'confirm' || attempt.status !== 'processing';
  }

  private checkIntent(before: PaymentState, after: PaymentState): string | null {
    if (!before.intent || !after.intent || before.intent === after.intent) return null;
    if (after.intent.version < before.intent.version) return 'an older version overwrote a newer one';
    return after.intent.id === before.intent.id ? null : 'the payment became another payment';
  }

  private checkEnd(before: PaymentState, event: PaymentEvent, after: PaymentState): string | null {
    if (before.phase === 'unavailable' && after.phase !== 'unavailable') return 'unavailable was left';
    if (finalPhases.includes(before.phase)) {
      if (after.phase !== before.phase) return 'a final phase was left';
      return before.phase !== 'completed' || paid.includes(after.intent?.status ?? '')
        ? null
        : 'a paid payment is unpaid';
    }
    if (!finalPhases.includes(after.phase)) return null;
    if (event.type !== 'intent_read' && event.type !== 'answered') return 'the page ended the payment by itself';
    const status = this.newest?.status ?? '';
    const expected = paid.includes(status) ? 'completed' : status;
    return after.phase === expected ? null : 'the payment ended otherwise than the backend said';
  }

  private checkFailure(after: PaymentState): string | null {
    if (!after.failure || after.phase === 'failed') return null;
    return after.attempt && isUncertain(after.attempt) ? 'a failure was told that nobody is sure of' : null;
  }

  private checkEffect(event: PaymentEvent, effect: Effect): string | null {
    if (effect.type === 'send_again') {
      const first = this.sent.get(effect.decision.key);
      const isRemembered = effect.decision.remembered === true;
      if (isRemembered) return null;
      return first?.kind === effect.decision.kind && first.attempt === effect.decision.attempt
        ? null
        : 'a decision was sent again as another one';
    }
    if (effect.type !== 'send') return null;
    const { decision } = effect;
    if (!('key' in event) || event.key !== decision.key || event.type !== decision.kind)
      return 'something was sent that nobody decided';
    if (this.sent.has(decision.key)) return 'a key was used for two decisions';
    if (this.open.size > 0) return 'something new was sent while an outcome is unknown';
    const attempt = this.newest?.active_attempt ?? null;
    if (this.newest?.status !== 'pending') return 'something was sent for a payment that is over';
    if (attempt && isUncertain(attempt)) return 'something was sent while an outcome is unknown';
    const live = attempt?.status === 'action_required' || attempt?.status === 'processing';
    if (decision.kind === 'submit' && live) return 'a new attempt was made while one is live';
    if (decision.kind === 'cancel' && !live) return 'an attempt was cancelled that is not live';
    if ((decision.kind === 'confirm' || decision.kind === 'resend') && attempt?.status !== 'action_required')
      return 'an answer was sent that nobody asked for';
    if (decision.kind !== 'submit' && decision.attempt !== attempt?.id) return 'an answer was sent to another attempt';
    const entry: Sent = { ...decision, lost: false, looks: 'none' };
    this.sent.set(decision.key, entry);
    this.open.set(decision.key, entry);
    return null;
  }
}

function isUncertain(attempt: Attempt): boolean {
  return (
    attempt.uncertain === true ||
    (attempt.status === 'failed' && uncertainReasons.includes(attempt.failure?.reason ?? ''))
  );
}
