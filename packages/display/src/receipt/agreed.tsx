import type { FinancingPlan } from '@florin/contract';
import { h } from '@stencil/core';
import type { ReceiptView } from './receipt-view.js';
import { rateOf, schedule } from './schedule.js';

export interface Agreed {
  /** `null`: how it is paid in parts is not known. */
  plan: FinancingPlan | null;
  /** Of the purchase. */
  date: string | null;
  hasReturned: boolean;
}

/** What is paid in parts: what was agreed to, and nothing of what has been taken since, which is not known here. */
export function agreed({ plan, date, hasReturned }: Agreed, view: ReceiptView) {
  const { messages } = view;
  // Whether a plan takes everything on a later day is judged on the day of the purchase.
  const language = { ...view, now: date === null ? 0 : Date.parse(date) };
  return [
    plan && schedule(plan, language),
    plan && plan.annual_rate_bps !== undefined && <p part="note">{rateOf(plan.annual_rate_bps, language)}</p>,
    <p part="note">{messages['receipt.in_parts']}</p>,
    plan && hasReturned && <p part="note">{messages['receipt.agreed']}</p>,
  ];
}
