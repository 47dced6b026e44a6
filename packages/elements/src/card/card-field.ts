import type { FailureField } from '@florin/contract';
import { checkCvc, checkExpiry, checkHolder, checkNumber } from '@florin/core/card';
import type { Brand, Check, CvcReason, Expiry, ExpiryReason, HolderReason, NumberReason } from '@florin/core/card';
import { format } from '@florin/locale';
import type { Messages } from '@florin/locale';

/** In the order in which they are filled in. */
export const cardFields = ['number', 'expiry', 'cvc', 'holder'] as const satisfies readonly FailureField[];
export type CardField = (typeof cardFields)[number];

/** What the card rules answer for all fields at once. Holds card data: never kept. */
export interface CardChecks {
  number: Check<string, NumberReason>;
  expiry: Check<Expiry, ExpiryReason>;
  cvc: Check<string, CvcReason>;
  holder: Check<string | undefined, HolderReason>;
}

/** An error of ours is kept as its reason, so that it follows the language; one of the backend's comes with its words. */
export type FieldError = { reason: string } | { message: string };
export type FieldErrors = { readonly [Field in CardField]?: FieldError };

export interface CardRules {
  brands: readonly string[];
  holder: string;
  testMode: boolean;
  now: Date;
  brand: Brand | undefined;
}

export function checkCard(textOf: (field: CardField) => string, rules: CardRules): CardChecks {
  const { brands, holder, testMode, now, brand } = rules;
  const name = checkHolder(textOf('holder'));
  const mayBeEmpty = holder === 'hidden' || holder === 'optional';
  return {
    number: checkNumber(textOf('number'), { brands }),
    expiry: checkExpiry(textOf('expiry'), { now, testMode }),
    cvc: checkCvc(textOf('cvc'), brand),
    holder: mayBeEmpty && 'reason' in name && name.reason === 'empty' ? { state: 'valid', value: undefined } : name,
  };
}

/** These are certain before the number is whole, and worth saying before the customer goes on. */
export function isSaidWhileTyping(reason: string): boolean {
  return reason.startsWith('brand_');
}

/** What to tell the customer about a field, in words. */
export function errorText(field: CardField, error: FieldError, messages: Messages, brand: Brand | undefined): string {
  if ('message' in error) return error.message;
  if (field === 'cvc') {
    return format(messages[`error.cvc.${brand?.cvc.side ?? 'unknown'}`], { count: brand?.cvc.length ?? '' });
  }
  const named = brand && error.reason === 'brand_not_accepted' ? 'brand_not_accepted_named' : error.reason;
  const message = (messages as Readonly<Record<string, string>>)[`error.${field}.${named}`];
  return format(message ?? messages['reason.check_details'], { brand: brand?.name ?? '' });
}
