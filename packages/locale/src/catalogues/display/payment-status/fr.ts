import outcome from '../../outcome/fr.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const paymentStatus: Translation<typeof english> = {
  ...outcome,

  'status.waiting.title': 'En attente du paiement',
};

export default paymentStatus;
