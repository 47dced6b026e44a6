/** What of a card can be styled from outside the element that it stands in. */
export const cardParts =
  'fields, field, field-number, field-expiry, field-cvc, field-holder, field-expiry-month, field-expiry-year, ' +
  'field-installments, field-email, field-phone, field-billing-country, field-billing-line1, field-billing-line2, ' +
  'field-billing-district, field-billing-city, field-billing-region, field-billing-postal-code, label, optional, control, ' +
  'input, brand, brand-mark, brand-choice, brand-option, card-picture, notes, hint, error, summary, summary-title, ' +
  'summary-link, details, billing, legend, choice, checkbox, choice-label';
