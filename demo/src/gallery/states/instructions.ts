import { isAction, type ActionOf } from '@florin/contract';
import type { PaymentState } from '@florin/core';
import type { GalleryStates } from '../gallery-state.js';
import { notStopped } from '../not-stopped.js';
import { asked, askedStill, inSeconds } from '../payments.js';

const transfer: ActionOf<'instructions'> = {
  type: 'instructions',
  lines: [
    { label: 'Account holder', value: 'Atelier Nord', copyable: true },
    { label: 'IBAN', value: 'FR7630006000011234567890189', copyable: true },
    { label: 'BIC', value: 'AGRIFRPP', copyable: true },
    { label: 'Amount', value: '49.99 EUR', copyable: true },
    { label: 'Reference', value: 'LUNE-1024', copyable: true },
  ],
};
const voucher: ActionOf<'instructions'> = {
  type: 'instructions',
  lines: [
    { label: 'Voucher number', value: '2379 4512 8890 1147', copyable: true },
    { label: 'Amount', value: '49.99 EUR' },
  ],
  expires_at: inSeconds(3 * 24 * 3600),
  document_url: 'https://bank.example/vouchers/2379',
};

/** What a backend says to the customer in their language. */
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fr: {
    'Account holder': 'Titulaire du compte',
    Amount: 'Montant',
    Reference: 'Référence',
    'Voucher number': 'Numéro du bon',
  },
  ar: {
    'Account holder': 'صاحب الحساب',
    Amount: 'المبلغ',
    Reference: 'المرجع',
    'Voucher number': 'رقم القسيمة',
  },
};

function inLanguage(payment: Partial<PaymentState>, locale: string): Partial<PaymentState> {
  const { action } = payment;
  if (!isAction(action, 'instructions')) return payment;
  const lines = action.lines.map((line) => ({ ...line, label: labels[locale]?.[line.label] ?? line.label }));
  return asked({ ...action, lines });
}

const states: GalleryStates = {
  transfer: { payment: asked(transfer) },
  voucher: { payment: asked(voucher) },
  little_time_left: { payment: asked({ ...voucher, expires_at: inSeconds(540) }) },
  copied: {
    payment: asked(transfer),
    async act(stage) {
      stage.clipboard(true);
      await stage.press('copy');
    },
  },
  ask_to_stop: { payment: asked(transfer), act: (stage) => stage.press('cancel') },
  time_is_up: { payment: asked({ ...voucher, expires_at: inSeconds(-1) }) },
  expired: { payment: asked({ ...voucher, expires_at: inSeconds(-1) }), answers: { refresh: askedStill } },
  not_stopped: notStopped(transfer),
};

export const instructions: GalleryStates = Object.fromEntries(
  Object.entries(states).map(([name, state]) => [name, { ...state, inLanguage }]),
);
