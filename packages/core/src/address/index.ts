export { checkAddressPart } from './check-part.js';
export type { AddressReason } from './check-part.js';
export type { Check } from '../card/check.js';
export { countriesIn } from './countries.js';
export type { Country } from './countries.js';
export { addressForm } from './form.js';
export type { AddressForm, AddressLabel, AddressPart } from './form.js';
export { tidyPostalCode } from './postal-code.js';
