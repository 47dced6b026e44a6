import type { IntentStatus } from '@florin/contract';
import { intOf, isObject } from '../json.js';

type Native = Record<string, unknown>;

/**
 * What a paid payment has become. Alma lists its refunds; of Purse's totals only what was authorised and captured is
 * documented, and `refunded` is taken to stand beside them. Minor units.
 */
export function paidStatus(payload: Native): IntentStatus {
  const paid = intOf(payload['purchase_amount']) ?? intOf(payload['amount']);
  // Two ways to say the same.
  const refunded = Math.max(listedRefunds(payload['refunds']), totalOf(payload, 'refunded') ?? 0);
  if (refunded > 0) return paid !== undefined && refunded < paid ? 'partially_refunded' : 'refunded';
  const chargedBack = totalOf(payload, 'charged_back') ?? 0;
  if (chargedBack > 0) return paid !== undefined && chargedBack < paid ? 'partially_charged_back' : 'charged_back';
  return 'completed';
}

function listedRefunds(refunds: unknown): number {
  if (!Array.isArray(refunds)) return 0;
  return refunds.filter(isObject).reduce((sum, { amount }) => sum + (intOf(amount) ?? 0), 0);
}

function totalOf(payload: Native, name: string): number | undefined {
  const { totals } = payload;
  return (isObject(totals) ? intOf(totals[name]) : undefined) ?? intOf(payload[`total_${name}`]);
}
