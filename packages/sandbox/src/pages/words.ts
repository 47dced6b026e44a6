/** Words of the issuer's page and of the phone page. */
export interface Words {
  challengeTitle: string;
  challengeText: string;
  phoneTitle: string;
  phoneText: string;
  phoneList: string;
  phoneNone: string;
  merchant: string;
  amount: string;
  card: string;
  confirm: string;
  refuse: string;
  approve: string;
  returning: string;
  continue: string;
  errorTitle: string;
  errorText: string;
  approved: string;
  refused: string;
  expiredTitle: string;
  expiredText: string;
  simulated: string;
}

export const words = {
  en: {
    challengeTitle: 'Confirm your payment',
    challengeText: 'Your bank wants to be sure that it is you.',
    phoneTitle: 'Approve the payment?',
    phoneText: 'You scanned the code of this payment.',
    phoneList: 'Codes to scan',
    phoneNone: 'No code is waiting. Choose QR in a checkout, then load this page again.',
    merchant: 'Merchant',
    amount: 'Amount',
    card: 'Card',
    confirm: 'Confirm',
    refuse: 'Refuse',
    approve: 'Approve',
    returning: 'Going back to the shop…',
    continue: 'Continue',
    errorTitle: 'This request cannot be read',
    errorText: 'Go back to the shop and start the payment again. Nothing was charged here.',
    approved: 'Approved. You can put the phone away.',
    refused: 'Refused. Nothing was paid.',
    expiredTitle: 'Too late',
    expiredText: 'This payment is over or its code has expired. Go back to the shop to see how it ended.',
    simulated: 'Simulated bank. No money moves.',
  },
  fr: {
    challengeTitle: 'Confirmez votre paiement',
    challengeText: 'Votre banque veut s’assurer que c’est bien vous.',
    phoneTitle: 'Approuver le paiement ?',
    phoneText: 'Vous avez scanné le code de ce paiement.',
    phoneList: 'Codes à scanner',
    phoneNone: 'Aucun code n’attend. Choisissez QR dans un paiement, puis rechargez cette page.',
    merchant: 'Marchand',
    amount: 'Montant',
    card: 'Carte',
    confirm: 'Confirmer',
    refuse: 'Refuser',
    approve: 'Approuver',
    returning: 'Retour à la boutique…',
    continue: 'Continuer',
    errorTitle: 'Cette demande est illisible',
    errorText: 'Revenez à la boutique et recommencez le paiement. Rien n’a été débité ici.',
    approved: 'Approuvé. Vous pouvez ranger le téléphone.',
    refused: 'Refusé. Rien n’a été payé.',
    expiredTitle: 'Trop tard',
    expiredText: 'Ce paiement est terminé ou son code a expiré. Revenez à la boutique pour en voir l’issue.',
    simulated: 'Banque simulée. Aucun argent ne circule.',
  },
  ar: {
    challengeTitle: 'أكّد عملية الدفع',
    challengeText: 'يريد مصرفك التأكد من أنك أنت.',
    phoneTitle: 'هل توافق على الدفع؟',
    phoneText: 'لقد مسحت رمز عملية الدفع هذه.',
    phoneList: 'رموز للمسح',
    phoneNone: 'لا يوجد رمز بالانتظار. اختر QR عند الدفع ثم أعد تحميل هذه الصفحة.',
    merchant: 'التاجر',
    amount: 'المبلغ',
    card: 'البطاقة',
    confirm: 'تأكيد',
    refuse: 'رفض',
    approve: 'موافقة',
    returning: 'جارٍ الرجوع إلى المتجر…',
    continue: 'متابعة',
    errorTitle: 'تتعذّر قراءة هذا الطلب',
    errorText: 'ارجع إلى المتجر وابدأ الدفع من جديد. لم يُخصم أي مبلغ هنا.',
    approved: 'تمت الموافقة. يمكنك إبعاد الهاتف.',
    refused: 'تم الرفض. لم يُدفع أي مبلغ.',
    expiredTitle: 'فات الأوان',
    expiredText: 'انتهت عملية الدفع هذه أو انتهت صلاحية رمزها. ارجع إلى المتجر لمعرفة النتيجة.',
    simulated: 'مصرف تجريبي. لا تُنقل أي أموال.',
  },
} satisfies Record<string, Words>;

export type PageLocale = keyof typeof words;

/** The language of `Accept-Language` that the customer likes best among those the pages speak; else English. */
export function pageLocale(acceptLanguage: string | undefined): PageLocale {
  let best: { locale: PageLocale; quality: number } | undefined;
  for (const entry of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const language = /^\s*([a-z]+)/.exec(entry)?.[1] ?? '';
    const quality = Number(/;\s*q=([\d.]+)/.exec(entry)?.[1] ?? 1);
    if (Object.hasOwn(words, language) && quality > (best?.quality ?? 0))
      best = { locale: language as PageLocale, quality };
  }
  return best?.locale ?? 'en';
}
