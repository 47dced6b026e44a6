import installments from '../../installments/ar.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const offer: Translation<typeof english> = {
  ...installments,

  'offer.title': 'ادفع على دفعات',
};

export default offer;
