/** What of a phone number can be styled from outside the element that it stands in. */
export const phoneNumberParts = 'field, field-phone, label, control, input, brand, hint, error';
