import type { Amount, NextAction, ToldFailure } from '@florin/contract';
import type { CheckoutProblem, PaymentState, Phase } from '@florin/core';

/** What each event of `<florin-checkout>` carries. None of them holds card data. */
export interface CheckoutEventDetails {
  /** The intent has been read for the first time, whatever its status. */
  'florin-ready': { methods: string[] };
  /** What the customer typed became valid, or no longer is. */
  'florin-change': { valid: boolean; complete: boolean; brand: string | null };
  /** The customer wants to pay. Cancelable: `preventDefault()` keeps the page in charge. */
  'florin-submit': { method: string };
  /** The customer has to do something. */
  'florin-action': { type: NextAction['type'] };
  'florin-status': { phase: Phase; status: string | null };
  'florin-success': { intent: string; status: string; amount: Amount };
  /** An attempt failed; `final` when none may follow. */
  'florin-failure': {
    reason: ToldFailure['reason'];
    recovery: ToldFailure['recovery'];
    code: ToldFailure['code'];
    final: boolean;
  };
  /** Something other than money went wrong: a setting, the network, the backend, an address, a plug-in (`provider`: its name). */
  'florin-error': Pick<CheckoutProblem, 'code' | 'status' | 'violations' | 'provider'>;
}

export type CheckoutEventName = keyof CheckoutEventDetails;

type Announcement = {
  [Name in CheckoutEventName]: [name: Name, detail: CheckoutEventDetails[Name]];
}[CheckoutEventName];

/** The events that a change of state brings, in the order in which things happened. */
export function eventsBetween(before: PaymentState, after: PaymentState): Announcement[] {
  const { intent, attempt, phase } = after;
  const events: Announcement[] = [];
  if (phase !== before.phase) {
    if (before.phase === 'loading' && intent)
      events.push(['florin-ready', { methods: intent.methods.map(({ type }) => type) }]);
    events.push(['florin-status', { phase, status: intent?.status ?? null }]);
  }
  if (after.action && after.action.type !== before.action?.type)
    events.push(['florin-action', { type: after.action.type }]);
  if (phase === 'completed' && before.phase !== 'completed' && intent)
    events.push(['florin-success', { intent: intent.id, status: intent.status, amount: intent.amount }]);
  // A refused try brings the failure of the one before it back into the state: the same attempt, told already.
  const isNews = attempt !== before.attempt && (attempt?.id !== before.attempt?.id || !before.failure);
  if (after.failure && isNews) {
    const { reason, recovery, code } = after.failure;
    events.push(['florin-failure', { reason, recovery, code, final: phase === 'failed' }]);
  }
  if (after.problem && after.problem.code !== before.problem?.code)
    events.push(['florin-error', errorOf(after.problem)]);
  return events;
}

export function errorOf({ code, status, violations, provider }: CheckoutProblem): CheckoutEventDetails['florin-error'] {
  return {
    code,
    ...(status !== undefined && { status }),
    ...(violations && { violations }),
    ...(provider !== undefined && { provider }),
  };
}
