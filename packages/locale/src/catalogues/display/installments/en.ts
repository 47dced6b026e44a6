import installments from '../../installments/en.js';

/** A product page: which plans there are, and from or up to which amount others are. `plan` is "10 payments", or the title. */
const offer = {
  ...installments,

  'offer.title': 'Pay in instalments',
  'offer.count.one': '1 payment, later',
  'offer.count.other': '{count} payments',
  'offer.from': '{plan}: from {amount}',
  'offer.upTo': '{plan}: up to {amount}',
  'offer.schedule': 'Payment schedule',
  'offer.plans': 'Payment plans',
} as const;

export default offer;
