import type { Scenario } from '../../scenario.js';
import { failureOf } from './failure-codes.js';
import { isLive } from './model.js';
import type { Attempt, Intent } from './model.js';
import type { Payments } from './payments.js';
import { partOf, refundableOf } from './refunds.js';

/** A status that an intent may have → what its attempt ends in then. */
const attemptsOf: Record<string, string> = {
  pending: 'processing',
  completed: 'completed',
  failed: 'failed',
  expired: 'failed',
  partially_refunded: 'completed',
  refunded: 'completed',
};
/** Of those, the words that say nothing of an attempt. */
const ofIntentsAlone = ['pending', 'expired', 'partially_refunded', 'refunded'];

export interface Asking {
  /** Asks the customer for what this method asks for. */
  ask(): void;
  /** The merchant wants the issuer to authenticate: nothing can be declined for want of it. */
  challenge: boolean;
}

/** Ends an attempt as its scenario says. `false`: the scenario leaves that to the card. */
export function endAsScenario(payments: Payments, intent: Intent, attempt: Attempt, asking: Asking): boolean {
  const { code, category } = attempt.scenario;
  const { status, around } = statusesOf(attempt.scenario);
  if (status === undefined) return false;
  // The customer was faster than a late outcome.
  if (!isLive(attempt)) return true;
  switch (status) {
    case 'completed':
      payments.complete(intent, attempt);
      break;
    case 'failed':
      if (code === 'AUTHENTICATION_REQUIRED' && asking.challenge) asking.ask();
      else
        payments.fail(
          intent,
          attempt,
          code ?? (around === 'expired' ? 'PAYMENT_EXPIRED' : 'GENERIC_DECLINE'),
          category,
        );
      break;
    case 'cancelled':
      payments.cancel(attempt);
      break;
    case 'action_required':
      asking.ask();
      break;
    default:
      attempt.status = status;
  }
  // A code may stand with any status: it explains, and decides nothing.
  if (code !== undefined && status !== 'failed') attempt.failure = failureOf(code, category);
  attempt.uncertain = status === 'processing' && code === 'UNKNOWN_OUTCOME';
  if (around !== undefined && around !== intent.status) endIntent(payments, intent, around);
  return true;
}

function statusesOf({ status, intent, code }: Scenario): { status: string | undefined; around: string | undefined } {
  const isOfIntent = status !== undefined && ofIntentsAlone.includes(status);
  const around = intent ?? (isOfIntent ? status : undefined);
  if (status !== undefined && !isOfIntent) return { status, around };
  if (around !== undefined) return { status: attemptsOf[around] ?? 'processing', around };
  return { status: code === undefined ? undefined : 'failed', around };
}

function endIntent(payments: Payments, intent: Intent, status: string): void {
  const about = { reason: null, note: null, metadata: {} };
  const left = refundableOf(intent);
  // Through the books, so that what was refunded adds up.
  if (status === 'refunded' && left > 0) payments.refund(intent, { ...about, amount: left });
  else if (status === 'partially_refunded' && left > 1) payments.refund(intent, { ...about, amount: partOf(intent) });
  else payments.end(intent, status);
}
