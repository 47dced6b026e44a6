import type { Intent } from '@florin/contract';
import type { CheckoutProblem } from './state.js';

/** What can happen to a payment: what the customer decides, what the backend says, what the clock says. */
export type PaymentEvent =
  | { readonly type: 'load'; readonly remembered?: { readonly key: string; readonly attempt: string | null } }
  | { readonly type: 'submit' | 'confirm' | 'resend' | 'cancel'; readonly key: string }
  /** The page woke up: visible again, online again, back from the back-forward cache. */
  | { readonly type: 'refresh' }
  /** An intent came in by a read, the stream or a poll. */
  | { readonly type: 'intent_read'; readonly intent: Intent }
  | { readonly type: 'read_failed'; readonly problem: CheckoutProblem }
  /** The backend has done what was decided. */
  | { readonly type: 'answered'; readonly key: string; readonly intent: Intent }
  /** The backend has said that it did not do it. */
  | { readonly type: 'refused'; readonly key: string; readonly problem: CheckoutProblem }
  /** No answer, or one that cannot be understood: it may have been done, or not. */
  | { readonly type: 'unanswered'; readonly key: string; readonly problem: CheckoutProblem }
  /** What the customer waits for has reached its bound. */
  | { readonly type: 'overdue' };
