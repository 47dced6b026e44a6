/** What of a security code can be styled from outside the element that it stands in. */
export const securityCodeParts = 'field, label, optional, control, input, notes, hint, error';
