import { checkEmail } from '@florin/core/contact';
import type { checkPhone, formatPhone } from '@florin/core/phone';
import { said } from '../card-fields.js';
import { isNeeded, orEmpty } from '../form-field.js';
import type { FormField } from '../form-field.js';

/** EMV 3-D Secure gives the issuer an e-mail address or a phone number to know the customer by. */
export function emailField(need: string): FormField {
  return {
    id: 'email',
    autocomplete: 'email',
    keypad: 'email',
    isLeftToRight: true,
    label: (words) => words['contact.email.label'],
    hint: ({ words }) => words?.['contact.why'],
    isOptional: () => !isNeeded(need),
    check: (text) => orEmpty(checkEmail(text), !isNeeded(need)),
    errorText: (reason, { words }) => said(words, 'email', reason),
  };
}

/** The rules of phone numbers: a file of their own, because it is a large one. */
export interface PhoneRules {
  checkPhone: typeof checkPhone;
  formatPhone: typeof formatPhone;
}

/** `country`: whose numbers may be written without their country's code. */
export function phoneField(need: string, country: string | undefined, rules: PhoneRules): FormField {
  return {
    id: 'phone',
    autocomplete: 'tel',
    keypad: 'tel',
    isLeftToRight: true,
    label: (words) => words['contact.phone.label'],
    hint: ({ words }) => words?.['contact.why'],
    isOptional: () => !isNeeded(need),
    check: (text) => orEmpty(rules.checkPhone(text, country), !isNeeded(need)),
    errorText: (reason, { words }) => said(words, 'phone', reason),
    settle: (text) => {
      // With its country's code it stays the same number whatever country is chosen later.
      const check = rules.checkPhone(text, country);
      return check.state === 'valid' ? rules.formatPhone(check.value) : text;
    },
  };
}
