import type { Amount, CardInstallments, FailureReport, FinancingPlan, Reversal } from '@florin/contract';
import { alarmOf, type Alarm } from './alarm.js';
import type { Customer, IntentRecord } from './intent-record.js';
import { isoTime, wentBack } from './public-intent.js';

/** An intent as the merchant's own backend sees it: true failure codes, every attempt, the provider's identifiers. */
export interface MerchantIntent {
  id: string;
  version: number;
  status: string;
  amount: Amount;
  description: string | null;
  customer: Customer | null;
  metadata: Record<string, string>;
  /** ISO 8601. */
  createdAt: string;
  expiresAt: string | null;
  /** `null`: it is not paid, or nobody knows when it was. */
  completedAt: string | null;
  /** What went back, oldest first, in minor units. Absent: nothing, or nobody knows how much; the status tells which. */
  refunds?: Reversal[];
  chargeBacks?: Reversal[];
  /** `paid_twice`, `outcome_contradicts`: money was taken that a person has to give back. `null` as a rule. */
  alarm: Alarm | null;
  attempts: MerchantAttempt[];
}

export interface MerchantAttempt {
  id: string;
  status: string;
  uncertain: boolean;
  method: { type: string; label?: string };
  isFallback: boolean;
  /** The plan that the customer agreed to, in minor units; absent: all at once. */
  installments?: CardInstallments;
  /** The same of an installments method: its schedule, as it was shown. */
  plan?: FinancingPlan;
  gateway: string;
  providerIntentId: string | null;
  providerAttemptId: string | null;
  failure: FailureReport | null;
  createdAt: string;
}

export function toMerchantIntent(intent: IntentRecord): MerchantIntent {
  const { completed_at = null, refunds, charge_backs } = wentBack(intent);
  return {
    id: intent.id,
    version: intent.version,
    status: intent.status,
    amount: intent.amount,
    description: intent.description,
    customer: intent.customer,
    metadata: intent.metadata,
    createdAt: isoTime(intent.createdAt),
    expiresAt: intent.expiresAt === null ? null : isoTime(intent.expiresAt),
    completedAt: completed_at,
    ...(refunds && { refunds }),
    ...(charge_backs && { chargeBacks: charge_backs }),
    alarm: alarmOf(intent),
    attempts: intent.attempts.map((attempt) => ({
      id: attempt.id,
      status: attempt.status,
      uncertain: attempt.uncertain,
      method: attempt.method,
      isFallback: attempt.isFallback,
      ...(attempt.installments && { installments: attempt.installments }),
      ...(attempt.plan && { plan: attempt.plan }),
      gateway: attempt.gateway,
      providerIntentId: intent.providerIntents[attempt.gateway] ?? null,
      providerAttemptId: attempt.providerId,
      failure: attempt.failure,
      createdAt: isoTime(attempt.createdAt),
    })),
  };
}
