import outcome from '../../outcome/fr.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const paymentStatus: Translation<typeof english> = {
  ...outcome,

  'status.about': '{amount} à {merchant}',
  'status.waiting.title': 'En attente du paiement',
  'status.processing.title': 'Paiement en cours',
  'status.action.title': 'Le paiement attend votre réponse',
  'status.action.text': 'Confirmez-le là où vous avez commencé à payer.',
  'status.again': 'Vous pouvez payer de nouveau.',
  'status.refunded.title': 'Remboursé',
  'status.refunded.part': 'Remboursé : {part} sur {amount}.',
  'status.charged_back.title': 'Repris par votre banque',
  'status.charged_back.part': 'Votre banque a repris {part} sur {amount}.',
  'status.reversal': '{amount} le {date}',
  'status.stale': 'Ces informations ne sont peut-être plus à jour. Dernière vérification le {date}.',
  'status.unavailable.title': 'Nous ne pouvons pas afficher ce paiement pour le moment',
  'status.unavailable.text': 'Vérifiez de nouveau, ou demandez à la boutique.',
  'status.check': 'Vérifier de nouveau',
};

export default paymentStatus;
