import installments from '../../installments/en.js';

const offer = {
  ...installments,

  'offer.title': 'Pay in parts',
} as const;

export default offer;
