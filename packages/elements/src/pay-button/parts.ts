/** What of the pay button can be styled from outside the element that it stands in. */
export const payButtonParts = 'pay-button, pay-label, spinner';
