import type { Brand } from './brand.js';
import { incomplete, valid, wrong } from './check.js';
import type { Check } from './check.js';
import { digitsOf } from './digits.js';

export type CvcReason = 'empty' | 'too_short' | 'too_long';

/** Checks a security code. Without a brand three or four digits will do. */
export function checkCvc(text: string, brand?: Pick<Brand, 'cvc'>): Check<string, CvcReason> {
  const digits = digitsOf(text);
  if (digits === '') return incomplete('empty');
  if (digits.length < (brand?.cvc.length ?? 3)) return incomplete('too_short');
  if (digits.length > (brand?.cvc.length ?? 4)) return wrong('too_long');
  return valid(digits);
}
