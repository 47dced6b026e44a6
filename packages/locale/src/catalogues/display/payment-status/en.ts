import outcome from '../../outcome/en.js';

const paymentStatus = {
  ...outcome,

  'status.waiting.title': 'Waiting for the payment',
} as const;

export default paymentStatus;
