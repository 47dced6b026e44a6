import type { Translation } from '../../translation.js';
import type english from './en.js';

const installments: Translation<typeof english> = {
  'installments.plans': 'Choisissez un échéancier',
  'installments.equal': '{count} × {amount}',
  'installments.two': '2 paiements, {first} puis {amount}',
  'installments.first': '{count} paiements, {first} puis {others} × {amount}',
  'installments.once': '{amount} le {date}',
  'installments.payments.one': '{count} paiement, {amount}',
  'installments.payments.other': '{count} paiements, {amount} au plus',
  'installments.free': 'Sans frais',
  'installments.cost': 'Frais {fees}, {total} au total',
  'installments.fees': 'dont {fees} de frais',
  'installments.schedule': 'Échéancier : {plan}',
  'installments.date': 'Date',
  'installments.amount': 'Montant',
  'installments.today': 'Aujourd’hui',
  'installments.total': 'Total',
  'installments.rate': 'Taux annuel effectif global (TAEG) : {rate}',
  'installments.credit':
    'Un crédit vous engage et doit être remboursé. Vérifiez vos capacités de remboursement avant de vous engager.',
  'installments.pay': 'Payer {amount} aujourd’hui, {total} au total',
  'installments.confirm': 'Confirmer {plan}',
  'installments.changed.title': 'L’échéancier a changé.',
  'installments.changed.text': 'Rien n’a été débité. Vérifiez le nouvel échéancier, puis payez de nouveau.',
};

export default installments;
