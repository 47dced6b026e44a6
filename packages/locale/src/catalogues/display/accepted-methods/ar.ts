import type { Translation } from '../../../translation.js';
import type english from './en.js';

const acceptedMethods: Translation<typeof english> = {
  'accepted.title': 'طرق الدفع',
};

export default acceptedMethods;
