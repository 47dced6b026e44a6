import type { FinancingPlan } from '@florin/contract';
import type { GatewayPayment } from '../../gateway.js';
import { termsOf } from '../alma/plan.js';

type Native = Record<string, unknown>;

/** In minor units on both sides. What is left out contradicts nothing. */
export function isSameAmount(answer: unknown, { amount: ours }: GatewayPayment): boolean {
  const { amount, currency } = (answer ?? {}) as Native;
  if (typeof currency === 'string' && currency !== ours.currency) return false;
  return typeof amount !== 'number' || amount === ours.value;
}

/** The plan that was agreed to, wherever a payment says one. What is left out contradicts nothing. */
export function isSamePlan(answer: unknown, plan: FinancingPlan | null | undefined): boolean {
  const terms = plan && termsOf(plan.id);
  if (!terms) return true;
  const { split, installments } = (answer ?? {}) as Native;
  const [part] = Array.isArray(split) ? (split as unknown[]) : [];
  return [(part as Native | null | undefined)?.['installments'], installments].every((said) => {
    const { installments_count, count = installments_count, deferred_days, deferred_months } = (said ?? {}) as Native;
    return (
      isSame(count, terms.installments_count) &&
      isSame(deferred_days, terms.deferred_days) &&
      isSame(deferred_months, terms.deferred_months)
    );
  });
}

function isSame(said: unknown, agreed: number): boolean {
  return said === undefined || said === null || Number(said) === agreed;
}
