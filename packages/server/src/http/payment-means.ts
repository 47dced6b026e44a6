import type { CardInstallments, FinancingPlan } from '@florin/contract';
import type { StartRequest } from '../gateway.js';
import type { AttemptRecord, IntentRecord } from '../intent-record.js';
import { ProblemError } from '../problem.js';
import type { HeldCards } from '../store/card-store.js';

/** What the customer pays with. */
export interface PaymentMeans {
  /** Under the intent's lock: refuses what may not be paid with, and takes what is good only once. */
  claim(intent: IntentRecord, attemptId: string, cards: HeldCards): Promise<Claimed> | Claimed;
  /** What the gateway gets beside the input itself. A crashed request takes over here, without claiming again. */
  handOver(intent: IntentRecord, attempt: AttemptRecord): Promise<HandedOver> | HandedOver;
}

export interface Claimed {
  /** How the attempt is shown. */
  method: { type: string; label?: string };
  gateway: string;
  save: boolean;
  /** What was agreed to: kept with the attempt, for whoever takes it over after a crash. */
  installments?: CardInstallments;
  plan?: FinancingPlan;
}

/** `input`: in place of what was sent, where not all of it may go on. */
type HandedOver = Pick<StartRequest, 'option' | 'token' | 'installments' | 'plan' | 'save'> &
  Partial<Pick<StartRequest, 'input'>>;

/** Of a way to pay that has nothing of a card. */
export const nothing = { token: null, installments: null, plan: null, save: false };

/** What is not offered cannot be paid with. */
export function required<Option>(option: Option | undefined): Option {
  if (!option) throw new ProblemError('method_not_available');
  return option;
}
