import type { CardInput, MethodInput } from '@florin/contract';
import type { FlorinCard } from '../card/card.js';
import type { Installments } from '../installments/installments.js';
import type { OtherMethods } from '../methods/other-methods.js';
import type { FlorinPhoneNumber } from '../methods/phone-number.js';
import type { FlorinSecurityCode } from '../saved-card/security-code.js';
import type { DrawableMethod } from './method-list.js';

export type Fields = FlorinCard | FlorinSecurityCode | FlorinPhoneNumber;

/**
 * What is sent for a method; `null`, and the customer is led to what is wrong, while something is. Without `installments`
 * no plan has been shown yet: nobody can have agreed to one.
 */
export function methodInput(
  method: DrawableMethod,
  fields: Fields | null,
  { installments, others }: { installments: Installments | null; others: OtherMethods | null },
): MethodInput | null {
  switch (method.type) {
    case 'card':
      return readCard(fields);
    case 'installments': {
      const card = installments && readCard(fields);
      return card && installments.inputOf(method, card);
    }
    default:
      return others?.inputOf(method, fields as FlorinPhoneNumber | null) ?? null;
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
