import type { Translation } from '../../../translation.js';
import type english from './en.js';

const receipt: Translation<typeof english> = {
  'receipt.title': 'Reçu',
};

export default receipt;
