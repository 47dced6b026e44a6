import {
  getCountryCallingCode,
  getExampleNumber,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/core';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { incomplete, valid, wrong } from '../card/check.js';
import type { Check } from '../card/check.js';
import { toAsciiDigits } from '../card/digits.js';

export type { Check } from '../card/check.js';
export type PhoneReason = 'empty' | 'too_short' | 'too_long' | 'form' | 'country';

/** As the contract has it. */
const E164 = /^\+[1-9]\d{4,14}$/;

/** What was typed, in digits that the metadata knows. 00 is how most of the world dials +; 0011 is how Australia does. */
const dialled = (text: string) =>
  toAsciiDigits(text.normalize('NFKC').replace(/\p{Cf}/gu, ''))
    .trim()
    .replace(/^00(?!11)[\s-]*/, '+');

interface Settings {
  defaultCountry?: CountryCode;
  extract: false;
}

function settingsFor(country = ''): Settings {
  const code = country.toUpperCase() as CountryCode;
  return { extract: false, ...(isSupportedCountry(code, metadata) && { defaultCountry: code }) };
}

const parse = (text: string, country?: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(dialled(text), settingsFor(country), metadata);

/** The digit that a number is dialled with inside its country stands in it, where it may be part of few numbers. */
const startsWithTrunk = ({ nationalNumber, countryCallingCode }: PhoneNumber) =>
  (countryCallingCode === '1' ? /^[01]/ : /^0/).test(nationalNumber);

/**
 * Checks a phone number by its length in its country: new ranges come faster than metadata, and nobody should be kept
 * from paying by a new one. `country` is the one that a number without + belongs to. The value is E.164, without an
 * extension.
 */
export function checkPhone(text: string, country?: string): Check<string, PhoneReason> {
  const typed = dialled(text);
  if (typed === '') return incomplete('empty');
  switch (validatePhoneNumberLength(typed, settingsFor(country), metadata)) {
    case undefined: {
      const phone = parse(text, country);
      // By its length 06 12 34 56 7 is a French number, with the 0 as part of it. In Italy it may be.
      const known = phone !== undefined && E164.test(phone.number) && (!startsWithTrunk(phone) || phone.isValid());
      return known ? valid(phone.number) : wrong('form');
    }
    case 'TOO_SHORT':
      return incomplete('too_short');
    case 'TOO_LONG':
      return wrong('too_long');
    case 'INVALID_COUNTRY':
      return typed.startsWith('+') ? wrong('country') : incomplete('country');
    case 'NOT_A_NUMBER':
      // As far as it goes it is one.
      return /^[+\d\s()/.\p{Pd}]*$/u.test(typed) ? incomplete('too_short') : wrong('form');
    default:
      // Longer than the shortest and shorter than the longest, and of a length that the country does not have.
      return incomplete('too_short');
  }
}

/** A number as people write it: the national way in its own country, with + elsewhere. What is no number stays as it was typed. */
export function formatPhone(text: string, country?: string): string {
  const number = checkPhone(text, country).state === 'valid' ? parse(text, country) : undefined;
  if (!number) return text;
  return number.country !== undefined && number.country === country?.toUpperCase()
    ? number.formatNational()
    : number.formatInternational();
}

/** What a number of the country starts with when it is written for the whole world: `+229`. */
export function callingCodeOf(country: string): string | undefined {
  const { defaultCountry } = settingsFor(country);
  return defaultCountry && `+${getCountryCallingCode(defaultCountry, metadata)}`;
}

/** How a mobile number is written within the country. It belongs to nobody in particular: only its form is meant. */
export function examplePhone(country: string): string | undefined {
  const { defaultCountry } = settingsFor(country);
  return defaultCountry && getExampleNumber(defaultCountry, examples, metadata)?.formatNational();
}
