import { incomplete, valid, wrong } from '../card/check.js';
import type { Check } from '../card/check.js';
import type { AddressForm, AddressPart } from './form.js';
import { readPostalCode } from './postal-code.js';
import { regionValue } from './region-options.js';

export type AddressReason = 'empty' | 'too_long' | 'pattern' | 'unlisted';

/** The contract's limits. */
const longest = { line1: 200, line2: 200, district: 100, city: 100, region: 100, postal_code: 20 };

/**
 * Checks one part of an address. An optional one that is left empty is valid, and nothing is sent. What is written into
 * lines, districts and cities is not judged: addresses are not ours to correct.
 */
export function checkAddressPart(
  form: AddressForm,
  name: AddressPart['name'],
  text: string,
): Check<string | undefined, AddressReason> {
  const part = form.parts.find((one) => one.name === name);
  // Marks of direction come along when something is copied from a page written from right to left.
  const value = text
    .normalize('NFC')
    .replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (!part) return valid(undefined);
  if (value === '') return part.need === 'required' ? incomplete('empty') : valid(undefined);
  if (name === 'region' && part.options) {
    const region = regionValue(form.country, value);
    return region === undefined ? wrong('unlisted') : valid(region);
  }
  if (name !== 'postal_code') return value.length > longest[name] ? wrong('too_long') : valid(value);

  const code = readPostalCode(form.country, value);
  if (code.fits === false) return code.short ? incomplete('pattern') : wrong('pattern');
  return code.text.length > longest.postal_code ? wrong('too_long') : valid(code.text);
}
