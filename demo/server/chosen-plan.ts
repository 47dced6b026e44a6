import { isPlan, type PlanOffer } from '@florin/contract';
import type { NewIntent } from '@florin/server';

type Methods = NewIntent['methods'];

/**
 * The ways to pay for somebody who has chosen a plan on the product page: paying in parts first, and of the plans that one.
 * The first is chosen beforehand. A plan that is not offered any more changes nothing.
 */
export function withChosenPlan(methods: Methods, offers: readonly PlanOffer[], id: string): Methods {
  const plans = offers.filter(isPlan);
  const chosen = plans.find((plan) => plan.id === id);
  if (!chosen) return methods;
  const isInParts = ({ type }: Methods[number]) => type === 'installments';
  const inParts = methods.filter(isInParts).map((method) => ({ ...method, plans: [...new Set([chosen, ...plans])] }));
  return [...inParts, ...methods.filter((method) => !isInParts(method))];
}
