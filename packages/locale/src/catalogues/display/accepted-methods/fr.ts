import type { Translation } from '../../../translation.js';
import type english from './en.js';

const acceptedMethods: Translation<typeof english> = {
  'accepted.title': 'Moyens de paiement',
};

export default acceptedMethods;
