import { addsUp, FinancingPlan } from '@florin/contract';
import { wholeNumber } from '../attributes/amount-of.js';
import { readJson } from '../attributes/read-json.js';
import { warnOnce } from '../attributes/warn-once.js';

/** What a tag says of a purchase that is paid in parts. */
export interface PartsAttributes {
  /** JSON of a financing plan. */
  plan?: string | undefined;
  /** Where the card's issuer divides it: how many payments. */
  installments?: number | string | undefined;
  /** All of them, in minor units. */
  installmentsTotal?: number | string | undefined;
}

/** What was agreed to. Each is `null` where it is not known, or its numbers do not agree. */
export interface Parts {
  plan: FinancingPlan | null;
  count: number | null;
  /** Fees included. */
  total: number | null;
}

const tag = 'florin-receipt';

/** `null`: it is paid at once. What is said to be in parts is so, whatever becomes of its numbers. */
export function partsOf(said: PartsAttributes, purchase: number): Parts | null {
  if (said.plan && said.plan !== 'null') {
    const plan = planIn(said.plan, purchase);
    return { plan, count: null, total: plan?.total ?? null };
  }
  if (said.installments === undefined || said.installments === '') return null;
  const [count, total] = [wholeNumber(said.installments), wholeNumber(said.installmentsTotal)];
  const agrees = isWhole(count) && count > 0 && isWhole(total) && total >= purchase;
  if (agrees) return { plan: null, count, total };
  warnOnce(
    `<${tag}> leaves out the total: installments and installments-total are not a count and what all of them come to.`,
  );
  return { plan: null, count: null, total: null };
}

function planIn(json: string, purchase: number): FinancingPlan | null {
  const plan = readJson(FinancingPlan, json, { tag, attribute: 'plan' });
  if (!plan) return null;
  if (addsUp(plan, purchase)) return plan;
  warnOnce(`<${tag}> leaves out the plan "${plan.id}": its payments do not add up to the amount and to its total.`);
  return null;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
