/** What of the views can be styled from outside the element that one stands in: one that a view does not have is passed over. */
export const viewParts =
  'body, heading, text, hint, field, label, control, box, input, error, code, dialog, bar, frame, ask, actions, button, ' +
  'primary, submit, resend, cancel, resume, reference, retry, icon, spinner, open, copy, lines, line, value, print, ' +
  'document, dial, waiting, countdown';
