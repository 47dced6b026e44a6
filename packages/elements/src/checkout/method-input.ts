import type { CardInput, FinancingPlan, MethodInput } from '@florin/contract';
import type { FlorinCard } from '../card/card.js';
import type { FlorinSecurityCode } from '../saved-card/security-code.js';
import type { DrawableMethod } from './method-list.js';

export type Fields = FlorinCard | FlorinSecurityCode;

/** What is sent for a method; `null`, and the customer is led to what is wrong, while something is. */
export function methodInput(
  method: DrawableMethod,
  fields: Fields | null,
  plan: FinancingPlan | undefined,
): MethodInput | null {
  switch (method.type) {
    case 'qr':
      return { type: 'qr', ...(method.code !== undefined && { code: method.code }) };
    case 'card':
      return readCard(fields);
    case 'installments': {
      const card = plan && readCard(fields);
      const { code } = method;
      if (!plan || !card) return null;
      return { type: 'installments', ...(code !== undefined && { code }), plan: plan.id, total: plan.total, card };
    }
    case 'saved_card': {
      const code = fields as FlorinSecurityCode | null;
      if (code && !code.validate()) return null;
      const cvc = code?.read();
      return { type: 'saved_card', card: method.card.id, ...(cvc !== undefined && { cvc }) };
    }
  }
}

function readCard(fields: Fields | null): CardInput | null {
  const card = fields as FlorinCard | null;
  return card?.validate() ? card.read() : null;
}
