import installments from '../../installments/ar.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const receipt: Translation<typeof english> = {
  ...installments,

  'receipt.title': 'إيصال',
  'receipt.title.in_parts': 'تأكيد الشراء',
  'receipt.amount': 'المبلغ المدفوع',
  'receipt.amount.in_parts': 'مبلغ الشراء',
  'receipt.total': 'المجموع المتفق عليه',
  'receipt.payments.zero': '{total} من دون دفعات',
  'receipt.payments.one': '{total} في دفعة واحدة',
  'receipt.payments.two': '{total} في دفعتين',
  'receipt.payments.few': '{total} في {count} دفعات',
  'receipt.payments.many': '{total} في {count} دفعة',
  'receipt.payments.other': '{total} في {count} دفعة',
  'receipt.merchant': 'المتجر',
  'receipt.date': 'التاريخ',
  'receipt.method': 'طريقة الدفع',
  'receipt.description': 'مقابل',
  'receipt.reference': 'المرجع',
  'receipt.returned': 'المبالغ المُعادة',
  'receipt.refund': 'مبلغ مُعاد',
  'receipt.charge_back': 'مبلغ استردّه بنكك',
  'receipt.unknown': 'المبلغ غير معروف',
  'receipt.net': 'صافي المدفوع',
  'receipt.net.in_parts': 'مبلغ الشراء بعد طرح المبالغ المُعادة',
  'receipt.in_parts': 'تُسحب كل دفعة في موعدها المتفق عليه.',
  'receipt.agreed': 'هذا ما اتفقت عليه. قد تغيّر المبالغ المُعادة بعد ذلك الدفعات القادمة.',
  'receipt.print': 'اطبع',
};

export default receipt;
