import installments from '../../installments/fr.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const receipt: Translation<typeof english> = {
  ...installments,

  'receipt.title': 'Reçu',
  'receipt.title.in_parts': 'Confirmation d’achat',
  'receipt.amount': 'Montant payé',
  'receipt.amount.in_parts': 'Montant de l’achat',
  'receipt.total': 'Total convenu',
  'receipt.payments.one': '{total} en {count} paiement',
  'receipt.payments.other': '{total} en {count} paiements',
  'receipt.merchant': 'Boutique',
  'receipt.date': 'Date',
  'receipt.method': 'Moyen de paiement',
  'receipt.description': 'Objet',
  'receipt.reference': 'Référence',
  'receipt.returned': 'Sommes restituées',
  'receipt.refund': 'Remboursement',
  'receipt.charge_back': 'Repris par votre banque',
  'receipt.unknown': 'Montant non connu',
  'receipt.net': 'Net payé',
  'receipt.net.in_parts': 'Achat, déduction faite des sommes restituées',
  'receipt.in_parts': 'Chaque paiement est prélevé à la date convenue.',
  'receipt.agreed':
    'Voilà ce dont vous avez convenu. Les sommes restituées depuis peuvent modifier les paiements à venir.',
  'receipt.print': 'Imprimer',
};

export default receipt;
