import installments from '../../installments/fr.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const offer: Translation<typeof english> = {
  ...installments,

  'offer.title': 'Payer en plusieurs fois',
  'offer.count.one': '1 paiement, plus tard',
  'offer.count.other': '{count} paiements',
  'offer.from': '{plan} : dès {amount}',
  'offer.upTo': '{plan} : jusqu’à {amount}',
  'offer.schedule': 'Échéancier',
  'offer.plans': 'Échéanciers',
};

export default offer;
