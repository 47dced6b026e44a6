import outcome from '../../outcome/ar.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const paymentStatus: Translation<typeof english> = {
  ...outcome,

  'status.waiting.title': 'بانتظار الدفع',
};

export default paymentStatus;
