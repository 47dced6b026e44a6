import { intentStatuses, type IntentSnapshot } from '@florin/contract';
import { locales, type Locale } from '@florin/locale';
import { loadDisplayMessages } from '@florin/locale/display';
import { describe, expect, it } from 'vitest';
import { phaseOf, type Phase } from './phase.js';
import { attemptOf, failedFor, snapshotOf } from './snapshot.fixture.js';
import { spoken, tellingOf, type Sign, type Telling } from './telling.js';

/** Night in Europe: the next day has begun in Paris, and not in New York. */
const at = '2026-11-21T23:30:00Z';

interface Row extends Record<Locale, string> {
  name: string;
  snapshot: Partial<IntentSnapshot>;
  phase: Phase;
  sign: Sign;
}

/** Everything that is said of a payment, by how it stands. */
const table: Row[] = [
  {
    name: 'nothing has begun',
    snapshot: {},
    phase: 'waiting',
    sign: 'waiting',
    en: 'Waiting for the payment. €49.99 to Atelier Nord.',
    fr: 'En attente du paiement. 49,99 € à Atelier Nord.',
    ar: 'بانتظار الدفع. 49.99 € إلى Atelier Nord.',
  },
  {
    name: 'under way',
    snapshot: { active_attempt: attemptOf() },
    phase: 'processing',
    sign: 'waiting',
    en: 'Payment in progress. €49.99 to Atelier Nord.',
    fr: 'Paiement en cours. 49,99 € à Atelier Nord.',
    ar: 'عملية الدفع جارية. 49.99 € إلى Atelier Nord.',
  },
  {
    name: 'waiting for the customer',
    snapshot: { active_attempt: attemptOf({ status: 'action_required' }) },
    phase: 'action_required',
    sign: 'waiting',
    en: 'The payment waits for you. €49.99 to Atelier Nord. Confirm it where you began to pay.',
    fr: 'Le paiement attend votre réponse. 49,99 € à Atelier Nord. Confirmez-le là où vous avez commencé à payer.',
    ar: 'عملية الدفع بانتظارك. 49.99 € إلى Atelier Nord. أكّدها حيث بدأت الدفع.',
  },
  {
    name: 'a provider that is not sure',
    snapshot: { active_attempt: attemptOf({ uncertain: true }) },
    phase: 'verifying',
    sign: 'warning',
    en: 'We are checking your payment. €49.99 to Atelier Nord. We do not know yet whether the payment was made. Do not pay again until we know.',
    fr: 'Nous vérifions votre paiement. 49,99 € à Atelier Nord. Nous ne savons pas encore si le paiement a été effectué. Ne payez pas une deuxième fois avant que nous sachions.',
    ar: 'نتحقّق من عملية الدفع. 49.99 € إلى Atelier Nord. لا نعرف بعد هل تمت عملية الدفع. لا تدفع مرة أخرى حتى نعرف النتيجة.',
  },
  {
    name: 'a try that may have been paid',
    snapshot: { active_attempt: failedFor('already_processed') },
    phase: 'verifying',
    sign: 'warning',
    en: 'We are checking your payment. €49.99 to Atelier Nord. This payment may already have been made. Do not pay again until we know.',
    fr: 'Nous vérifions votre paiement. 49,99 € à Atelier Nord. Ce paiement a peut-être déjà été effectué. Ne payez pas une deuxième fois avant que nous sachions.',
    ar: 'نتحقّق من عملية الدفع. 49.99 € إلى Atelier Nord. ربما تمت عملية الدفع هذه من قبل. لا تدفع مرة أخرى حتى نعرف النتيجة.',
  },
  {
    name: 'a try that failed',
    snapshot: { active_attempt: failedFor('insufficient_funds') },
    phase: 'attempt_failed',
    sign: 'warning',
    en: 'The payment did not go through. €49.99 to Atelier Nord. There is not enough money available for this payment. You can pay again.',
    fr: 'Le paiement n’a pas abouti. 49,99 € à Atelier Nord. Le solde disponible ne suffit pas pour ce paiement. Vous pouvez payer de nouveau.',
    ar: 'لم تتم عملية الدفع. 49.99 € إلى Atelier Nord. الرصيد المتاح لا يكفي لهذه العملية. يمكنك الدفع من جديد.',
  },
  {
    name: 'a shop that cannot take it',
    snapshot: { active_attempt: failedFor('merchant_setup') },
    phase: 'attempt_failed',
    sign: 'warning',
    en: 'The payment did not go through. €49.99 to Atelier Nord. The shop cannot take this payment at the moment. Contact the shop and give it the reference.',
    fr: 'Le paiement n’a pas abouti. 49,99 € à Atelier Nord. La boutique ne peut pas encaisser ce paiement pour le moment. Contactez la boutique et donnez-lui la référence.',
    ar: 'لم تتم عملية الدفع. 49.99 € إلى Atelier Nord. لا يستطيع المتجر استلام هذه الدفعة حاليًا. تواصل مع المتجر وأعطه الرقم المرجعي.',
  },
  {
    name: 'a try that was stopped',
    snapshot: { active_attempt: attemptOf({ status: 'cancelled' }) },
    phase: 'attempt_failed',
    sign: 'warning',
    en: 'The payment was cancelled. €49.99 to Atelier Nord. You can pay again.',
    fr: 'Le paiement a été annulé. 49,99 € à Atelier Nord. Vous pouvez payer de nouveau.',
    ar: 'أُلغيت عملية الدفع. 49.99 € إلى Atelier Nord. يمكنك الدفع من جديد.',
  },
  {
    name: 'a status that nobody knows yet',
    snapshot: { status: 'thinking' },
    phase: 'processing',
    sign: 'waiting',
    en: 'Payment in progress. €49.99 to Atelier Nord.',
    fr: 'Paiement en cours. 49,99 € à Atelier Nord.',
    ar: 'عملية الدفع جارية. 49.99 € إلى Atelier Nord.',
  },
  {
    name: 'failed',
    snapshot: { status: 'failed', active_attempt: failedFor('generic_decline') },
    phase: 'failed',
    sign: 'failure',
    en: 'The payment did not go through. €49.99 to Atelier Nord. The payment was declined. Go back to the shop to order again.',
    fr: 'Le paiement n’a pas abouti. 49,99 € à Atelier Nord. Le paiement a été refusé. Revenez à la boutique pour commander de nouveau.',
    ar: 'لم تتم عملية الدفع. 49.99 € إلى Atelier Nord. رُفضت عملية الدفع. عُد إلى المتجر لتقديم طلب جديد.',
  },
  {
    name: 'expired',
    snapshot: { status: 'expired' },
    phase: 'expired',
    sign: 'warning',
    en: 'The time to pay has run out. €49.99 to Atelier Nord. Go back to the shop to start again.',
    fr: 'Le délai pour payer est écoulé. 49,99 € à Atelier Nord. Revenez à la boutique pour recommencer.',
    ar: 'انتهت مهلة الدفع. 49.99 € إلى Atelier Nord. عُد إلى المتجر للبدء من جديد.',
  },
  {
    name: 'cancelled',
    snapshot: { status: 'cancelled' },
    phase: 'cancelled',
    sign: 'warning',
    en: 'The payment was cancelled. €49.99 to Atelier Nord. Go back to the shop to start again.',
    fr: 'Le paiement a été annulé. 49,99 € à Atelier Nord. Revenez à la boutique pour recommencer.',
    ar: 'أُلغيت عملية الدفع. 49.99 € إلى Atelier Nord. عُد إلى المتجر للبدء من جديد.',
  },
  {
    name: 'completed',
    snapshot: { status: 'completed' },
    phase: 'completed',
    sign: 'success',
    en: 'Paid. You paid €49.99 to Atelier Nord.',
    fr: 'Paiement effectué. Vous avez payé 49,99 € à Atelier Nord.',
    ar: 'تم الدفع. دفعت 49.99 € إلى Atelier Nord.',
  },
  {
    name: 'completed, in parts',
    snapshot: {
      status: 'completed',
      active_attempt: attemptOf({ status: 'completed', method: { type: 'installments' } }),
    },
    phase: 'completed',
    sign: 'success',
    en: 'Purchase confirmed. Your purchase from Atelier Nord is confirmed. Each payment is taken on the date you agreed to.',
    fr: 'Achat confirmé. Votre achat chez Atelier Nord est confirmé. Chaque paiement est prélevé à la date convenue.',
    ar: 'تم تأكيد الشراء. تم تأكيد شرائك من Atelier Nord. تُسحب كل دفعة في موعدها المتفق عليه.',
  },
  {
    name: 'partially_refunded',
    snapshot: {
      status: 'partially_refunded',
      refunds: [
        { amount: 1000, at },
        { amount: 500, at: '2026-11-22T12:00:00Z' },
      ],
    },
    phase: 'completed',
    sign: 'success',
    en: 'Paid. You paid €49.99 to Atelier Nord. €15.00 of €49.99 was refunded.',
    fr: 'Paiement effectué. Vous avez payé 49,99 € à Atelier Nord. Remboursé : 15,00 € sur 49,99 €.',
    ar: 'تم الدفع. دفعت 49.99 € إلى Atelier Nord. أُعيد 15.00 € من أصل 49.99 €.',
  },
  {
    name: 'partially_refunded, nobody knows how much',
    snapshot: { status: 'partially_refunded' },
    phase: 'completed',
    sign: 'success',
    en: 'Paid. You paid €49.99 to Atelier Nord. A part of this payment was refunded.',
    fr: 'Paiement effectué. Vous avez payé 49,99 € à Atelier Nord. Une partie de ce paiement a été remboursée.',
    ar: 'تم الدفع. دفعت 49.99 € إلى Atelier Nord. أُعيد جزء من مبلغ هذه العملية.',
  },
  {
    name: 'refunded',
    snapshot: { status: 'refunded', refunds: [{ amount: 4999, at }] },
    phase: 'completed',
    sign: 'returned',
    en: 'Refunded. You paid €49.99 to Atelier Nord. This payment was refunded.',
    fr: 'Remboursé. Vous avez payé 49,99 € à Atelier Nord. Ce paiement a été remboursé.',
    ar: 'أُعيد المبلغ. دفعت 49.99 € إلى Atelier Nord. أُعيد مبلغ هذه العملية.',
  },
  {
    name: 'partially_charged_back',
    snapshot: { status: 'partially_charged_back', charge_backs: [{ amount: 2000, at }] },
    phase: 'completed',
    sign: 'success',
    en: 'Paid. You paid €49.99 to Atelier Nord. Your bank took €20.00 of €49.99 back.',
    fr: 'Paiement effectué. Vous avez payé 49,99 € à Atelier Nord. Votre banque a repris 20,00 € sur 49,99 €.',
    ar: 'تم الدفع. دفعت 49.99 € إلى Atelier Nord. استردّ بنكك 20.00 € من أصل 49.99 €.',
  },
  {
    name: 'charged_back',
    snapshot: { status: 'charged_back', refunds: [{ amount: 1000, at }], charge_backs: [{ amount: 3999, at }] },
    phase: 'completed',
    sign: 'returned',
    en: 'Taken back by your bank. You paid €49.99 to Atelier Nord. €10.00 of €49.99 was refunded. Your bank took €39.99 of €49.99 back.',
    fr: 'Repris par votre banque. Vous avez payé 49,99 € à Atelier Nord. Remboursé : 10,00 € sur 49,99 €. Votre banque a repris 39,99 € sur 49,99 €.',
    ar: 'استردّ بنكك المبلغ. دفعت 49.99 € إلى Atelier Nord. أُعيد 10.00 € من أصل 49.99 €. استردّ بنكك 39.99 € من أصل 49.99 €.',
  },
  {
    name: 'partially_charged_back, and the rest was refunded before',
    snapshot: {
      status: 'partially_charged_back',
      refunds: [{ amount: 1999, at }],
      charge_backs: [{ amount: 3000, at }],
    },
    phase: 'completed',
    sign: 'returned',
    en: 'Taken back by your bank. You paid €49.99 to Atelier Nord. €19.99 of €49.99 was refunded. Your bank took €30.00 of €49.99 back.',
    fr: 'Repris par votre banque. Vous avez payé 49,99 € à Atelier Nord. Remboursé : 19,99 € sur 49,99 €. Votre banque a repris 30,00 € sur 49,99 €.',
    ar: 'استردّ بنكك المبلغ. دفعت 49.99 € إلى Atelier Nord. أُعيد 19.99 € من أصل 49.99 €. استردّ بنكك 30.00 € من أصل 49.99 €.',
  },
];

async function told(snapshot: Partial<IntentSnapshot>, locale: Locale, timeZone = 'Europe/Paris'): Promise<Telling> {
  const messages = await loadDisplayMessages('payment-status', locale);
  return tellingOf(snapshotOf(snapshot), { messages, locale, timeZone });
}

/** Spaces that do not break and marks of direction are how `Intl` writes an amount. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/\u200f/g, '');
}

describe.each(table)('$name', (row) => {
  it.each(locales)('is told in %s', async (locale) => {
    const telling = await told(row.snapshot, locale);
    expect(plain(spoken(telling))).toBe(row[locale]);
    expect([phaseOf(snapshotOf(row.snapshot)), telling.sign]).toEqual([row.phase, row.sign]);
  });
});

it('the table knows every status, and every phase', () => {
  const statuses = new Set(table.map(({ snapshot: { status = 'pending' } }) => status));
  expect(intentStatuses.filter((status) => !statuses.has(status))).toEqual([]);
});

it('"paid" and "failed" are said only where the backend has said so', () => {
  const isSaid = (sign: Sign) =>
    new Set(table.filter((row) => row.sign === sign).map(({ snapshot }) => snapshot.status));
  expect(isSaid('success')).toEqual(new Set(['completed', 'partially_refunded', 'partially_charged_back']));
  expect(isSaid('failure')).toEqual(new Set(['failed']));
});

it('each refund has its amount, and its day where the page says it is read', async () => {
  const refunds = [
    { amount: 1000, at },
    { amount: 500, at: '2026-11-25T12:00:00Z' },
  ];
  const linesIn = async (locale: Locale, timeZone: string) => {
    const { wentBack } = await told({ status: 'partially_refunded', refunds }, locale, timeZone);
    return wentBack.flatMap(({ lines }) => lines.map(plain));
  };
  expect(await linesIn('en', 'Europe/Paris')).toEqual(['€10.00 on November 22, 2026', '€5.00 on November 25, 2026']);
  expect(await linesIn('en', 'America/New_York')).toEqual([
    '€10.00 on November 21, 2026',
    '€5.00 on November 25, 2026',
  ]);
  expect(await linesIn('fr', 'Europe/Paris')).toEqual(['10,00 € le 22 novembre 2026', '5,00 € le 25 novembre 2026']);
  expect(await linesIn('ar', 'Europe/Paris')).toEqual(['10.00 € في 22 نوفمبر 2026', '5.00 € في 25 نوفمبر 2026']);
});

it('the shop finds a payment by what is shown of one that was made, failed, or nobody is sure of', async () => {
  const references = await Promise.all(table.map(async ({ snapshot }) => (await told(snapshot, 'en')).reference));
  const shown = table.filter((_, index) => references[index] === 'Reference pi_1');
  expect(new Set(shown.map(({ phase }) => phase))).toEqual(
    new Set<Phase>(['verifying', 'attempt_failed', 'failed', 'completed']),
  );
  expect(shown.filter(({ phase }) => phase === 'attempt_failed').map(({ name }) => name)).toEqual([
    'a shop that cannot take it',
  ]);
});

it('a reason that is not told is a plain decline, word for word', async () => {
  const blocked = await told({ status: 'failed', active_attempt: failedFor('blocked') }, 'en');
  expect(blocked).toEqual(await told({ status: 'failed', active_attempt: failedFor('generic_decline') }, 'en'));
});

it('amounts have as many digits as the backend says', async () => {
  const amount = { value: 5000, currency: 'KWD', exponent: 3 };
  const telling = await told({ amount, status: 'partially_refunded', refunds: [{ amount: 1, at }] }, 'en');
  expect(plain(spoken(telling))).toBe('Paid. You paid KWD 5.000 to Atelier Nord. KWD 0.001 of KWD 5.000 was refunded.');
});
