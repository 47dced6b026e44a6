import { addressForm, checkAddressPart, countriesIn, tidyPostalCode } from '@florin/core/address';
import type { AddressForm, AddressPart } from '@florin/core/address';
import { format } from '@florin/locale';
import type { Messages } from '@florin/locale';
import { said } from '../card-fields.js';
import { isNeeded } from '../form-field.js';
import type { FormField } from '../form-field.js';
import type { DetailNeeds } from './card-details.js';

/** HTML's words for the parts of an address (HTML Living Standard, 4.10.18.7 "Autofill"). */
const tokens: Record<AddressPart['name'], string> = {
  line1: 'address-line1',
  line2: 'address-line2',
  district: 'address-level3',
  city: 'address-level2',
  region: 'address-level1',
  postal_code: 'postal-code',
};

const half: readonly AddressPart['name'][] = ['city', 'region', 'postal_code'];

export const COUNTRY = 'billing-country';

export const idOf = (name: AddressPart['name']) => `billing-${name.replace('_', '-')}`;

export function countryField({ language, countries, billing }: DetailNeeds, initial: string): FormField {
  const allowed = countries.map((country) => country.toUpperCase());
  const listed = countriesIn(language, allowed.length > 0 ? allowed : undefined);
  const isOptional = !isNeeded(billing);
  return {
    id: COUNTRY,
    autocomplete: 'billing country',
    keypad: 'text',
    initial,
    options: listed.map(({ code, name }) => ({ value: code, name })),
    label: (words) => words['billing.country'],
    isOptional: () => isOptional,
    check: (text) => {
      if (text !== '') return { state: 'valid', value: text };
      return isOptional ? { state: 'valid', value: undefined } : { state: 'incomplete', reason: 'empty' };
    },
    errorText: (reason, { words }) => (words ? inWords(words, reason, words['billing.country']) : reason),
  };
}

/** The parts of an address as the country's post wants them, in its order. */
export function addressFields(country: string, language: string): FormField[] {
  const form = addressForm(country, language);
  return form.parts.map((part) => addressField(form, part));
}

function addressField(form: AddressForm, part: AddressPart): FormField {
  const { name, need, options } = part;
  // A code stays in its order within a sentence that runs from right to left (Unicode's LRI and PDI).
  const example = part.example ? `\u2066${part.example}\u2069` : '';
  const isPostalCode = name === 'postal_code';
  return {
    id: idOf(name),
    ...(options && { key: `${idOf(name)} ${form.country}` }),
    autocomplete: `billing ${tokens[name]}`,
    keypad: part.digits ? 'numeric' : 'text',
    capitals: isPostalCode ? 'characters' : 'words',
    isHalf: half.includes(name),
    ...(isPostalCode && { isLeftToRight: true }),
    ...(options && { options: options.map(({ value, name: text }) => ({ value, name: text })) }),
    label: (words) => labelOf(part, words),
    hint: ({ words }) => (isPostalCode && example && words ? format(words['address.example'], { example }) : undefined),
    isOptional: () => need === 'optional',
    check: (text) => checkAddressPart(form, name, text),
    errorText: (reason, { words }) => (words ? inWords(words, reason, labelOf(part, words), example) : reason),
    ...(isPostalCode && { settle: (text: string) => tidyPostalCode(form.country, text) }),
  };
}

function labelOf({ label }: AddressPart, words: Messages): string {
  return words[`address.${label}`];
}

function inWords(words: Messages, reason: string, label: string, example = ''): string {
  return format(said(words, 'address', reason), { label, example });
}
