import type { Translation } from '../../translation.js';
import type english from './en.js';

const installments: Translation<typeof english> = {
  'installments.plans': 'اختر خطة الدفع',
  'installments.equal': '{count} × {amount}',
  'installments.two': 'دفعتان، {first} ثم {amount}',
  'installments.first': 'عدد الدفعات {count}، {first} ثم {others} × {amount}',
  'installments.once': '{amount} في {date}',
  'installments.payments.zero': 'لا دفعات',
  'installments.payments.one': 'دفعة واحدة، {amount}',
  'installments.payments.two': 'دفعتان، أقصاهما {amount}',
  'installments.payments.few': '{count} دفعات، أقصاها {amount}',
  'installments.payments.many': '{count} دفعة، أقصاها {amount}',
  'installments.payments.other': '{count} دفعة، أقصاها {amount}',
  'installments.free': 'من دون رسوم',
  'installments.cost': 'الرسوم {fees}، والمجموع {total}',
  'installments.fees': 'منها رسوم {fees}',
  'installments.schedule': 'جدول الدفع: {plan}',
  'installments.date': 'التاريخ',
  'installments.amount': 'المبلغ',
  'installments.today': 'اليوم',
  'installments.total': 'المجموع',
  'installments.rate': 'النسبة السنوية الفعلية (APR): {rate}',
  'installments.credit': 'الائتمان التزام عليك ويجب سداده. تأكّد من قدرتك على السداد قبل أن توافق.',
  'installments.pay': 'ادفع {amount} اليوم، والمجموع {total}',
  'installments.confirm': 'أكّد {plan}',
  'installments.changed.title': 'تغيّرت خطة الدفع.',
  'installments.changed.text': 'لم يُخصم أي مبلغ. راجع الجدول الجديد ثم ادفع مجددًا.',
};

export default installments;
