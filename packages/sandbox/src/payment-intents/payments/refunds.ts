import { minorUnits } from '../../money.js';
import type { Intent } from './model.js';

/** The reasons that the system documents. */
export const refundReasons: Record<string, string> = {
  requested_by_customer: 'Requested by customer',
  duplicate: 'Duplicate',
  fraudulent: 'Fraudulent',
  product_not_received: 'Product not received',
  product_unsatisfactory: 'Product unsatisfactory',
  order_cancelled: 'Order cancelled',
  other: 'Other',
};

/** Amounts are minor units: what was refunded in parts has to add up. */
export interface NewRefund {
  amount: number;
  reason: string | null;
  note: string | null;
  metadata: Record<string, unknown>;
}

export interface Refund extends NewRefund {
  id: string;
  type: 'full' | 'partial';
  createdAt: number;
}

export function refundedOf({ refunds }: Intent): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}

/** What may still be refunded. */
export function refundableOf(intent: Intent): number {
  const isPaid = intent.status === 'completed' || intent.status === 'partially_refunded';
  return isPaid ? minorUnits(intent.amount) - refundedOf(intent) : 0;
}

/** A refund in part, where nobody says how much: half of what is left. */
export function partOf(intent: Intent): number {
  return Math.ceil(refundableOf(intent) / 2);
}
