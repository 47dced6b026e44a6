import { findMethod, phoneIn, requiresPhone, type Method } from '../payments/methods.js';
import { isObject, refuse, textOf, type Body } from './requests.js';

/** An attempt with anything but a card. */
export interface MethodRequest {
  method: Method;
  country: string | null;
  /** E.164. */
  phone: string | null;
}

export function readMethodAttempt(body: Body): MethodRequest {
  const method = findMethod(textOf(body, 'method_code') ?? '');
  if (!method) refuse('method_code', 'This method is not available.');
  const country = textOf(body, 'country');
  if (country !== null && !/^[A-Z]{2}$/.test(country)) refuse('country', 'The country must be two letters.');
  // A method of the whole world needs no country; one of some countries is not had elsewhere.
  if (method.countries && (country === null || !method.countries.includes(country)))
    refuse('country', 'This method is not available in this country.');
  return { method, country, phone: readPhone(body, requiresPhone(method.category), country) };
}

function readPhone(body: Body, isRequired: boolean, attemptCountry: string | null): string | null {
  const given = isObject(body['phone']) ? body['phone'] : null;
  if (!given && !isRequired) return null;
  const number = given && textOf(given, 'number');
  if (!given || number === null) return refuse('phone.number', 'This field is required.');
  const country = textOf(given, 'country') ?? attemptCountry;
  if (isRequired && country !== attemptCountry) refuse('phone.country', 'The number is not of this country.');
  if (!isRequired) return /^\+[1-9]\d{4,14}$/.test(number) ? number : refuse('phone.number', 'Check this field.');
  return phoneIn(country ?? '', number) ?? refuse('phone.number', 'Check this field.');
}
