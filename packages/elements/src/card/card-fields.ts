import {
  checkCvc,
  checkExpiry,
  checkHolder,
  checkNumber,
  formatExpiry,
  formatNumber,
  parseExpiry,
  regroup,
  regroupExpiry,
} from '@florin/core/card';
import type { Check, Expiry } from '@florin/core/card';
import { format } from '@florin/locale';
import type { Messages } from '@florin/locale';
import { isNeeded, orEmpty } from './form-field.js';
import type { FieldContext, FormField } from './form-field.js';

const digitsOnly = { keypad: 'numeric', isLeftToRight: true } as const;

export const numberField: FormField = {
  ...digitsOnly,
  id: 'number',
  autocomplete: 'cc-number',
  label: (words) => words['card.number.label'],
  isOptional: () => false,
  check: (text, { brands, lookup }) =>
    checkNumber(text, { brands, ...(lookup?.brands.length && { cardBrands: lookup.brands }) }),
  errorText(reason, { words, brand }) {
    const named = brand && reason === 'brand_not_accepted' ? 'brand_not_accepted_named' : reason;
    return format(said(words, 'number', named), { brand: brand?.name ?? '' });
  },
  regroup: (after, before) => regroup(formatNumber, after, before),
};

export const expiryField: FormField = {
  ...digitsOnly,
  id: 'expiry',
  autocomplete: 'cc-exp',
  isHalf: true,
  label: (words) => words['card.expiry.label'],
  hint: ({ words }) => words?.['card.expiry.hint'],
  isOptional: ({ lookup }) => !isNeeded(lookup?.expiry),
  check: checkDate,
  errorText: (reason, { words }) => said(words, 'expiry', reason),
  regroup: regroupExpiry,
  settle: (text) => (parseExpiry(text) ? formatExpiry(text) : text),
};

export const cvcField: FormField = {
  ...digitsOnly,
  id: 'cvc',
  autocomplete: 'cc-csc',
  isHalf: true,
  label: (words) => words['card.cvc.label'],
  hint: (context) => inWords('card.cvc.hint', context),
  isOptional: ({ lookup }) => !isNeeded(lookup?.cvc?.need),
  check: (text, context) => {
    const length = codeLength(context);
    return orEmpty(checkCvc(text, length && { cvc: { ...backOf3, length } }), cvcField.isOptional(context));
  },
  errorText: (reason, context) => inWords('error.cvc', context) ?? reason,
  regroup: (after, before) => regroup((digits) => digits, after, before),
};

export const holderField: FormField = {
  id: 'holder',
  autocomplete: 'cc-name',
  keypad: 'text',
  capitals: 'words',
  label: (words) => words['card.holder.label'],
  isOptional: ({ holder }) => !isNeeded(holder),
  check: (text, context) => orEmpty(checkHolder(text), holderField.isOptional(context)),
  errorText: (reason, { words }) => said(words, 'holder', reason),
};

/** The fields of the card itself, in the order in which they are filled in. */
export function fieldsOf({ lookup, holder }: FieldContext, expiry: readonly FormField[]): FormField[] {
  return [
    numberField,
    ...(lookup?.expiry === 'hidden' ? [] : expiry),
    ...(lookup?.cvc?.need === 'hidden' ? [] : [cvcField]),
    ...(holder === 'hidden' ? [] : [holderField]),
  ];
}

function checkDate(text: string, context: FieldContext): Check<Expiry | undefined, string> {
  const { testMode } = context;
  return orEmpty(checkExpiry(text, { now: context.now(), testMode }), expiryField.isOptional(context));
}

/** These are certain before the number is whole, and worth saying before the customer goes on. */
export function isSaidWhileTyping(reason: string): boolean {
  return reason.startsWith('brand_');
}

/** What to do about a reason, in words. */
export function said(words: Messages | null, field: string, reason: string): string {
  const texts = words as Readonly<Record<string, string>> | null;
  return texts?.[`error.${field}.${reason}`] ?? words?.['reason.check_details'] ?? reason;
}

const backOf3 = { name: '', side: 'back' } as const;

function codeLength({ brand, lookup }: FieldContext): 3 | 4 | undefined {
  return (lookup?.cvc?.length as 3 | 4 | undefined) ?? brand?.cvc.length;
}

function inWords(key: 'card.cvc.hint' | 'error.cvc', context: FieldContext): string | undefined {
  const { words, brand } = context;
  const count = codeLength(context);
  return words ? format(words[`${key}.${(count && brand?.cvc.side) ?? 'unknown'}`], { count: count ?? '' }) : undefined;
}
