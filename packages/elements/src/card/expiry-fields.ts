import { checkExpiryParts, regroup } from '@florin/core/card';
import { expiryField } from './card-fields.js';
import { orEmpty } from './form-field.js';
import type { FieldContext, FormField } from './form-field.js';

const digitsOnly: NonNullable<FormField['regroup']> = (after, before) => regroup((digits) => digits, after, before);

function checkParts(context: FieldContext, texts: { month?: string; year?: string }) {
  const { month = context.textOf('expiry-month'), year = context.textOf('expiry-year') } = texts;
  return checkExpiryParts({ month, year }, { now: context.now(), testMode: context.testMode });
}

const monthField: FormField = {
  ...expiryField,
  id: 'expiry-month',
  autocomplete: 'cc-exp-month',
  label: (words) => words['card.expiry_month.label'],
  hint: ({ words }) => words?.['card.expiry_month.hint'],
  check: (month, context) => orEmpty(checkParts(context, { month }).month, expiryField.isOptional(context)),
  regroup: digitsOnly,
  settle: (text) => (/^[1-9]$/.test(text) ? `0${text}` : text),
};

const yearField: FormField = {
  ...expiryField,
  id: 'expiry-year',
  autocomplete: 'cc-exp-year',
  label: (words) => words['card.expiry_year.label'],
  hint: ({ words }) => words?.['card.expiry_year.hint'],
  check: (year, context) => orEmpty(checkParts(context, { year }).year, expiryField.isOptional(context)),
  regroup: digitsOnly,
  settle: (text) => text,
};

/** The expiry date in one field, or as month and year. */
export const expiryFields: Readonly<Record<'one' | 'split', readonly FormField[]>> = {
  one: [expiryField],
  split: [monthField, yearField],
};
