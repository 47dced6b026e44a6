/** What of a phone number can be styled from outside the element that it stands in. */
export const phoneNumberParts = 'field, field-phone, label, optional, control, input, brand, notes, hint, error';
