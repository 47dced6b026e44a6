import { h } from '@stencil/core';
import { rateWords, Schedule } from '../installments/schedule.js';
import type { Parts } from './parts-of.js';
import type { ReceiptView } from './receipt-view.js';

/** What is paid in parts: what was agreed to, and nothing of what has been taken since, which is not known here. */
export function agreed({ plan }: Parts, hasReturned: boolean, view: ReceiptView) {
  const { messages } = view;
  // On paper no day is today: each has its date.
  const language = { ...view, now: 0 };
  return [
    plan && <Schedule plan={plan} language={language} />,
    plan?.annual_rate_bps !== undefined && <p part="note">{rateWords(plan.annual_rate_bps, language)}</p>,
    <p part="note">{messages['receipt.in_parts']}</p>,
    plan && hasReturned && <p part="note">{messages['receipt.agreed']}</p>,
  ];
}
