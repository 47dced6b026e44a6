import {
  addsUp,
  isPlan,
  PlanOfferList,
  type Amount,
  type FinancingPlan,
  type PlanLimit,
  type PlanOffer,
} from '@florin/contract';
import { feesOf } from '@florin/locale/financing';
import { readJson } from '../attributes/read-json.js';
import { warnOnce } from '../attributes/warn-once.js';

export interface OfferedPlans {
  plans: FinancingPlan[];
  /** Of plans that the amount is too small or too large for. */
  limits: PlanLimit[];
}

/** What of the `plans` attribute may be shown for this amount: the two may have changed one after the other. */
export function offeredPlans(tag: string, text: string | undefined, { value }: Amount): OfferedPlans {
  const offers: PlanOffer[] = readJson(PlanOfferList, text, { tag, attribute: 'plans' }) ?? [];
  return {
    plans: offers.filter(isPlan).filter((plan) => isOfAmount(plan, value, tag)),
    limits: offers.filter((offer): offer is PlanLimit => !isPlan(offer) && keepsOut(offer, value)),
  };
}

/** The one that was chosen, else the one that costs least, and of these the one with the most payments. */
export function chosenPlan(plans: readonly FinancingPlan[], id: string | undefined): FinancingPlan | undefined {
  const better = (best: FinancingPlan | undefined, plan: FinancingPlan) =>
    best && !isBetter(plan, best) ? best : plan;
  return plans.find((plan) => plan.id === id) ?? plans.reduce<FinancingPlan | undefined>(better, undefined);
}

function isBetter(plan: FinancingPlan, than: FinancingPlan): boolean {
  const saved = feesOf(than) - feesOf(plan);
  return saved > 0 || (saved === 0 && plan.payments.length > than.payments.length);
}

function isOfAmount(plan: FinancingPlan, value: number, tag: string): boolean {
  if (addsUp(plan, value)) return true;
  warnOnce(`<${tag}> leaves out the plan "${plan.id}": its payments do not add up to amount, or not to its total.`);
  return false;
}

export function isTooSmall(value: number, { minimum }: Pick<PlanLimit, 'minimum'>): boolean {
  return minimum !== undefined && value < minimum;
}

function keepsOut(limit: PlanLimit, value: number): boolean {
  return isTooSmall(value, limit) || value > (limit.maximum ?? Infinity);
}
