import installments from '../../installments/ar.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const offer: Translation<typeof english> = {
  ...installments,

  'offer.title': 'الدفع على أقساط',
  'offer.count.zero': 'لا دفعات',
  'offer.count.one': 'دفعة واحدة لاحقًا',
  'offer.count.two': 'دفعتان',
  'offer.count.few': '{count} دفعات',
  'offer.count.many': '{count} دفعة',
  'offer.count.other': '{count} دفعة',
  'offer.from': '{plan}: ابتداءً من {amount}',
  'offer.upTo': '{plan}: حتى {amount}',
  'offer.schedule': 'جدول الدفع',
  'offer.plans': 'خطط الدفع',
};

export default offer;
