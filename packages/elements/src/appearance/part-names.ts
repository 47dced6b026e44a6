import { viewParts } from '../action-view/parts.js';
import { cardParts } from '../card/parts.js';
import { phoneNumberParts } from '../methods/parts.js';
import { payButtonParts } from '../pay-button/parts.js';
import { securityCodeParts } from '../saved-card/parts.js';

const own =
  'form, card, method, method-selected, method-name, method-text, radio, more, panel, button, brand-marks, brand-mark, icon, failure, failure-title, ' +
  'view, saved-card, card-name, remove, undo, security-code, plans, plan, plan-selected, schedule, caption, payment, ' +
  'total, credit, country, operator, operator-selected, phone-number';

/** Every part of the checkout that a rule of an appearance may name. */
export const partNames: ReadonlySet<string> = new Set(
  [own, cardParts, payButtonParts, viewParts, phoneNumberParts, securityCodeParts].flatMap((list) =>
    list.split(/,\s*/),
  ),
);
