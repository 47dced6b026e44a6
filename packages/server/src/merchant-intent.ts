import type { Amount, CardInstallments, FailureReport } from '@florin/contract';
import type { Customer, IntentRecord } from './intent-record.js';
import { isoTime } from './public-intent.js';

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
  gateway: string;
  providerIntentId: string | null;
  providerAttemptId: string | null;
  failure: FailureReport | null;
  createdAt: string;
}

export function toMerchantIntent(intent: IntentRecord): MerchantIntent {
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
    attempts: intent.attempts.map((attempt) => ({
      id: attempt.id,
      status: attempt.status,
      uncertain: attempt.uncertain,
      method: attempt.method,
      isFallback: attempt.isFallback,
      ...(attempt.installments && { installments: attempt.installments }),
      gateway: attempt.gateway,
      providerIntentId: intent.providerIntents[attempt.gateway] ?? null,
      providerAttemptId: attempt.providerId,
      failure: attempt.failure,
      createdAt: isoTime(attempt.createdAt),
    })),
  };
}
