import outcome from '../../outcome/en.js';

/** How a payment stands on a page that did not make it: it may be read days later, and without a script. */
const paymentStatus = {
  ...outcome,

  // What it is about, where the words of the status do not say it: "€49.99 to Atelier Nord".
  'status.about': '{amount} to {merchant}',
  'status.waiting.title': 'Waiting for the payment',
  'status.processing.title': 'Payment in progress',
  'status.action.title': 'The payment waits for you',
  'status.action.text': 'Confirm it where you began to pay.',
  'status.again': 'You can pay again.',
  'status.refunded.title': 'Refunded',
  'status.refunded.part': '{part} of {amount} was refunded.',
  'status.charged_back.title': 'Taken back by your bank',
  'status.charged_back.part': 'Your bank took {part} of {amount} back.',
  'status.reversal': '{amount} on {date}',
  'status.stale': 'This may be out of date. It was last checked on {date}.',
  'status.unavailable.title': 'We cannot show this payment at the moment',
  'status.unavailable.text': 'Check again, or ask the shop.',
  'status.check': 'Check again',
} as const;

export default paymentStatus;
