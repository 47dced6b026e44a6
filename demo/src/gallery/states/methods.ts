import type { Intent } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { attemptOf, failed, ready } from '../payments.js';

const mobileMoney: Intent['methods'][number] = {
  type: 'mobile_money',
  operators: [
    { id: 'mtn_bj', label: 'MTN', country: 'BJ' },
    { id: 'moov_bj', label: 'Moov', country: 'BJ' },
    { id: 'orange_ci', label: 'Orange', country: 'CI' },
  ],
};
const oneOperator: Intent['methods'][number] = {
  type: 'mobile_money',
  operators: [{ id: 'mtn_bj', label: 'MTN', country: 'BJ' }],
};
const wallets: Intent['methods'] = [
  { type: 'card' },
  { type: 'qr', code: 'wallet_qr', label: 'Kite wallet' },
  { type: 'redirect', code: 'bank_page', label: 'Bank of the North' },
  { type: 'redirect', code: 'bank_popup', label: 'Bank of the South', presentation: 'popup' },
  { type: 'approval', code: 'bank_app', label: 'Harbour app' },
  { type: 'instructions', code: 'bank_transfer', label: 'Bank transfer' },
];
const byCountry: Intent['methods'] = [
  { type: 'card' },
  { type: 'redirect', code: 'dutch_bank', label: 'Bank of the North', countries: ['NL', 'BE'] },
  { type: 'instructions', code: 'voucher', label: 'Voucher', countries: ['BR'] },
  mobileMoney,
];
const abroad: Intent['methods'] = [
  { type: 'redirect', code: 'dutch_bank', label: 'Bank of the North', countries: ['NL', 'BE'] },
  { type: 'qr', code: 'wallet_qr', label: 'Kite wallet' },
];
const withPhone: Intent['methods'] = [
  { type: 'approval', code: 'bank_app', label: 'Harbour app', fields: { phone: 'required' } },
];

const brands = ['visa', 'mastercard', 'amex', 'cartes_bancaires', 'jcb', 'maestro', 'unionpay'];
const withBrands: Intent['methods'] = [
  { type: 'card', brands },
  { type: 'card', label: 'Gift card', brands: ['troy'] },
  { type: 'qr', code: 'wallet_qr', label: 'Kite wallet' },
];

const shows = '[name=method]';

export const methods: GalleryStates = {
  every_kind: { payment: ready({ methods: wallets }), shows },
  every_kind_tabs: { payment: ready({ methods: wallets }), tag: { layout: 'tabs' }, shows },
  every_kind_list: { payment: ready({ methods: wallets }), tag: { layout: 'list' }, shows },
  accepted_brands: { payment: ready({ methods: withBrands }), shows },
  every_kind_single: { payment: ready({ methods: wallets }), tag: { layout: 'single' } },
  every_kind_single_open: {
    payment: ready({ methods: wallets }),
    tag: { layout: 'single' },
    act: (stage) => stage.press('more'),
  },
  one_alone: { payment: ready({ methods: [{ type: 'qr', code: 'wallet_qr', label: 'Kite wallet' }] }), shows },
  without_names: {
    payment: ready({ methods: [{ type: 'qr' }, { type: 'redirect' }, { type: 'approval' }, { type: 'instructions' }] }),
    shows,
  },
  country: { payment: ready({ methods: byCountry, country: 'BJ' }), shows: 'select' },
  any_country: { payment: ready({ methods: abroad, country: 'NL' }), shows: 'select' },
  mobile_money: { payment: ready({ methods: [mobileMoney], country: 'BJ' }), shows },
  mobile_money_errors: {
    payment: ready({ methods: [mobileMoney], country: 'BJ' }),
    shows,
    act: (stage) => stage.pay(),
  },
  mobile_money_one_operator: { payment: ready({ methods: [oneOperator], country: 'BJ' }), shows },
  phone_asked: { payment: ready({ methods: withPhone, country: 'FR' }), shows },
  expired_code: {
    payment: {
      ...failed('payment_expired', 'ready', { methods: [{ type: 'qr', label: 'Kite wallet' }] }),
      attempt: attemptOf({ status: 'failed', method: { type: 'qr', label: 'Kite wallet' } }),
    },
    shows,
  },
  paying: {
    payment: {
      ...ready({ methods: wallets }),
      phase: 'submitting',
      decision: { key: 'key', kind: 'submit', attempt: null },
    },
    shows,
  },
};
