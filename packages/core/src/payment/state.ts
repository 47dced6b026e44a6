import type { Attempt, Intent, NextAction, ToldFailure, Violation } from '@florin/contract';

/**
 * Where a payment stands, for the customer. The chart, of which `transition` is the code:
 *
 *     loading ─→ ready ─→ submitting ─→ processing ⇄ action_required ⇄ confirming
 *                  ↑          │  └────────→ verifying ←───────┘   answer lost, or the provider is not sure
 *                  │          ↓                │
 *                  └── attempt failed, intent still pending: the form comes back, filled, with the reason
 *     any ─→ completed | failed | expired | cancelled    final; completed may later carry a refund or a charge-back
 *     loading ─→ unavailable                             wrong secret, unknown intent, contract broken
 */
export type Phase =
  | 'loading'
  | 'ready'
  | 'submitting'
  | 'processing'
  | 'action_required'
  | 'confirming'
  | 'verifying'
  | FinalPhase
  | 'unavailable';

export type FinalPhase = 'completed' | 'failed' | 'expired' | 'cancelled';

export const finalPhases: readonly Phase[] = ['completed', 'failed', 'expired', 'cancelled'];

/** Something the customer decided and the backend has not visibly answered yet. */
export interface Decision {
  /** Its idempotency key: one per decision, the same on every sending of it. */
  readonly key: string;
  readonly kind: 'submit' | 'confirm' | 'resend' | 'cancel';
  /** The attempt there was when the customer decided: the newest one for `submit`, the one meant for the rest. */
  readonly attempt: string | null;
  /** An answer was lost: the backend may have done it, or not. */
  readonly unanswered?: boolean;
  /** It was made before the page was reloaded. Its body is gone, so it cannot be sent again, only looked for. */
  readonly remembered?: boolean;
  /** A remembered decision was looked for long enough; the next read is the last one. */
  readonly lastLook?: boolean;
}

/** What stands between the page and the backend. Says nothing about money. */
export interface CheckoutProblem {
  /**
   * A problem code of the contract, or `network`, `timeout`, `contract_broken`, `provider_unknown`, `payload_unreadable`,
   * `sealing_unsupported`, `not_ready`, `aborted`.
   */
  readonly code: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** ms, from `Retry-After`. */
  readonly retryAfter?: number;
  /** What it kept from being done; absent: a read. It is told until the customer decides anew. */
  readonly decision?: Decision['kind'];
  /** Where a body broke the contract: JSON pointers, never values. */
  readonly violations?: readonly Violation[];
  /** Whose payload it is about, where the backend only relays its provider. */
  readonly provider?: string;
}

export interface PaymentState {
  readonly phase: Phase;
  /** The newest intent that the backend has answered. */
  readonly intent: Intent | null;
  /** The newest attempt of that intent. */
  readonly attempt: Attempt | null;
  /** Id of the attempt that was the newest one before, as far as this page has seen. */
  readonly earlier: string | null;
  /** What the customer has to do, in `action_required` and `confirming`. */
  readonly action: NextAction | null;
  /** Why the last attempt failed, when it did. */
  readonly failure: ToldFailure | null;
  readonly decision: Decision | null;
  readonly problem: CheckoutProblem | null;
  /**
   * `processing`, `verifying`, or an action that nobody can answer here, has lasted beyond its bound: the customer is told
   * that the shop will write to them.
   */
  readonly overdue: boolean;
}

export const initialState: PaymentState = {
  phase: 'loading',
  intent: null,
  attempt: null,
  earlier: null,
  action: null,
  failure: null,
  decision: null,
  problem: null,
  overdue: false,
};
