import installments from '../../installments/fr.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const offer: Translation<typeof english> = {
  ...installments,

  'offer.title': 'Payer en plusieurs fois',
};

export default offer;
