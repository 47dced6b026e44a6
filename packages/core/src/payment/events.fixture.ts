import type { Attempt, Intent } from '@florin/contract';
import fc from 'fast-check';
import { attemptOf, intentOf } from './intent.fixture.js';
import type { PaymentEvent, PaymentState } from './index.js';

/** An event before it is known when it happens: keys, versions and attempts are said relative to the payment so far. */
interface Happening {
  type: PaymentEvent['type'];
  key: 'current' | 'earlier';
  version: number;
  otherIntent: boolean;
  intentStatus: string;
  attempt: 'none' | 'same' | 'new';
  attemptStatus: string;
  uncertain: boolean;
  reason: string;
  hasAction: boolean;
  code: string;
  remembered: boolean;
}

const weighted = <T>(...pairs: [number, T][]) =>
  fc.oneof(...pairs.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const happening: fc.Arbitrary<Happening> = fc.record({
  type: weighted<PaymentEvent['type']>(
    [1, 'load'],
    [8, 'submit'],
    [4, 'confirm'],
    [2, 'resend'],
    [3, 'cancel'],
    [1, 'refresh'],
    [9, 'intent_read'],
    [2, 'read_failed'],
    [5, 'answered'],
    [3, 'refused'],
    [4, 'unanswered'],
    [2, 'overdue'],
  ),
  key: weighted([5, 'current'], [2, 'earlier']),
  version: weighted([5, 1], [3, 0], [2, -1]),
  otherIntent: weighted([15, false], [1, true]),
  intentStatus: weighted(
    [24, 'pending'],
    [2, 'completed'],
    [1, 'refunded'],
    [1, 'failed'],
    [1, 'expired'],
    [1, 'cancelled'],
    [1, 'thinking'],
  ),
  attempt: weighted([2, 'none'], [4, 'same'], [3, 'new']),
  attemptStatus: weighted(
    [3, 'processing'],
    [4, 'action_required'],
    [5, 'failed'],
    [1, 'cancelled'],
    [1, 'completed'],
    [1, 'thinking'],
  ),
  uncertain: weighted([6, false], [1, true]),
  reason: weighted([4, 'insufficient_funds'], [1, 'unknown_outcome'], [1, 'already_processed'], [1, 'blocked']),
  hasAction: weighted([5, true], [1, false]),
  code: weighted(
    [2, 'network'],
    [2, 'validation_failed'],
    [2, 'attempt_in_progress'],
    [2, 'rate_limited'],
    [1, 'secret_invalid'],
    [1, 'intent_final'],
  ),
  remembered: weighted([1, false], [1, true]),
});

/** Lives of a payment: likely ones and absurd ones. A third of them begin after a reload. */
export const lives = fc.array(happening, { minLength: 1, maxLength: 30 });

/** Turns happenings into events, one at a time, as the payment goes on. */
export function storyteller() {
  const keys: string[] = [];
  let attempts = 0;
  let attempt: Attempt | null = null;
  let version = 0;

  return function next(happening: Happening, state: PaymentState): PaymentEvent {
    switch (happening.type) {
      case 'load':
        return happening.remembered && keys.length === 0
          ? { type: 'load', remembered: { key: newKey(), attempt: null } }
          : { type: 'load' };
      case 'submit':
      case 'confirm':
      case 'resend':
      case 'cancel':
        return { type: happening.type, key: newKey() };
      case 'intent_read':
        return { type: 'intent_read', intent: newIntent(happening) };
      case 'answered':
        return { type: 'answered', key: keyOf(happening, state), intent: newIntent(happening) };
      case 'refused':
      case 'unanswered':
        return { type: happening.type, key: keyOf(happening, state), problem: { code: happening.code } };
      case 'read_failed':
        return { type: 'read_failed', problem: { code: happening.code } };
      default:
        return { type: happening.type };
    }
  };

  function newKey(): string {
    keys.push(`key-${keys.length}`);
    return keys.at(-1) ?? '';
  }

  function keyOf({ key }: Happening, state: PaymentState): string {
    return key === 'current'
      ? (state.decision?.key ?? 'nobody')
      : (keys.find((one) => one !== state.decision?.key) ?? 'nobody');
  }

  function newIntent(happening: Happening): Intent {
    const said = happening.attempt === 'none' ? null : newAttempt(happening);
    const at = Math.max(0, version + happening.version);
    if (at >= version && !happening.otherIntent) [version, attempt] = [at, said];
    return intentOf({
      id: happening.otherIntent ? 'pi_other' : 'pi_1',
      version: at,
      status: happening.intentStatus,
      active_attempt: said,
    });
  }

  function newAttempt(happening: Happening): Attempt {
    if (happening.attempt === 'new' || !attempt) attempts += 1;
    return attemptOf({
      id: happening.attempt === 'same' && attempt ? attempt.id : `pa_${attempts}`,
      status: happening.attemptStatus,
      uncertain: happening.uncertain,
      next_action: happening.hasAction ? { type: 'otp' } : null,
      failure:
        happening.attemptStatus === 'failed'
          ? { code: { value: 'X', category: 'CUSTOMER_ERROR' }, reason: happening.reason }
          : null,
    });
  }
}
