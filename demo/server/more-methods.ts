import type { NewIntent } from '@florin/server';

/** What the simulated payment-intent system takes beside cards and its plain QR code, by its own `method_code`s. */
export const moreMethods: NewIntent['methods'] = [
  { type: 'qr', code: 'wallet_qr', label: 'Sand Wallet' },
  { type: 'redirect', code: 'bank_page', label: 'Sandbank' },
  { type: 'redirect', code: 'bank_form', label: 'Sandbank (POST)' },
  { type: 'redirect', code: 'bank_popup', label: 'Sandbank (popup)', presentation: 'popup' },
  { type: 'redirect', code: 'bank_frame', label: 'Sandbank (iframe)' },
  { type: 'approval', code: 'bank_app', label: 'Sandbank (app)' },
  { type: 'approval', code: 'wallet_sdk', label: 'Sand Wallet (SDK)' },
  { type: 'instructions', code: 'bank_transfer' },
  { type: 'instructions', code: 'voucher', label: 'Sand Voucher' },
  {
    type: 'mobile_money',
    operators: [
      { id: 'momo_mtn', label: 'MTN MoMo', country: 'BJ' },
      { id: 'momo_moov', label: 'Moov Money', country: 'BJ' },
      { id: 'orange_money', label: 'Orange Money', country: 'CI' },
      { id: 'momo_mtn_ci', label: 'MTN MoMo', country: 'CI' },
      { id: 'free_money', label: 'Free Money', country: 'SN' },
    ],
  },
];
