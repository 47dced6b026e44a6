import outcome from '../../outcome/ar.js';
import type { Translation } from '../../../translation.js';
import type english from './en.js';

const paymentStatus: Translation<typeof english> = {
  ...outcome,

  'status.about': '{amount} إلى {merchant}',
  'status.waiting.title': 'بانتظار الدفع',
  'status.processing.title': 'عملية الدفع جارية',
  'status.action.title': 'عملية الدفع بانتظارك',
  'status.action.text': 'أكّدها حيث بدأت الدفع.',
  'status.again': 'يمكنك الدفع من جديد.',
  'status.refunded.title': 'أُعيد المبلغ',
  'status.refunded.part': 'أُعيد {part} من أصل {amount}.',
  'status.charged_back.title': 'استردّ بنكك المبلغ',
  'status.charged_back.part': 'استردّ بنكك {part} من أصل {amount}.',
  'status.reversal': '{amount} في {date}',
  'status.stale': 'قد لا تكون هذه المعلومات محدّثة. آخر تحقّق كان في {date}.',
  'status.unavailable.title': 'يتعذّر عرض عملية الدفع هذه حاليًا',
  'status.unavailable.text': 'تحقّق من جديد، أو اسأل المتجر.',
  'status.check': 'تحقّق من جديد',
};

export default paymentStatus;
