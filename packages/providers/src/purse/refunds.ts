import { intOf, isObject } from '../json.js';
import type { Reading } from '../provider.js';
import { statusOf, totalOf } from '../reversals.js';

type Native = Record<string, unknown>;

/**
 * What a paid payment has become. Alma lists its refunds; of Purse's totals only what was authorised and captured is
 * documented, and `refunded` is taken to stand beside them. Minor units.
 */
export function readPaid(payload: Native): Omit<Reading, 'attempt'> {
  const paid = intOf(payload['purchase_amount']) ?? intOf(payload['amount']);
  const listed = Array.isArray(payload['refunds']) ? payload['refunds'].map(amountOf) : [];
  // Two ways to say the same.
  const refunds = Math.max(
    listed.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
    totalNamed(payload, 'refunded'),
  );
  const chargeBacks = totalNamed(payload, 'charged_back');
  // Of a list that cannot be read whole nobody knows what it comes to.
  const refunded = listed.includes(undefined) ? undefined : totalOf(refunds, paid);
  const chargedBack = totalOf(chargeBacks, paid);
  return {
    status: statusOf({ refunds, chargeBacks }, paid),
    ...(refunded !== undefined && { refunded: { minor: refunded } }),
    ...(chargedBack !== undefined && { charged_back: { minor: chargedBack } }),
  };
}

function amountOf(refund: unknown): number | undefined {
  return isObject(refund) ? totalOf(intOf(refund['amount'])) : undefined;
}

function totalNamed(payload: Native, name: string): number {
  const { totals } = payload;
  return (isObject(totals) ? intOf(totals[name]) : undefined) ?? intOf(payload[`total_${name}`]) ?? 0;
}
