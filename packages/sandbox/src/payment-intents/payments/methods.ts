import type { Asks } from '../../asks.js';

/** A way to pay of the merchant's account, as the system lists it. */
export interface Method {
  /** `method_code` of an attempt. */
  code: string;
  label: string;
  category: string;
  /** Where it is to be had; `null`: everywhere. */
  countries: readonly string[] | null;
  /** What a customer who pays with it is asked for. */
  asks: Asks;
  /** Dialled to approve, or to get a code. */
  dialCode?: string;
}

/** What the account can be paid with beside a card. */
const others: readonly Method[] = [
  { code: 'qr', label: 'QR code', category: 'qr', countries: null, asks: 'qr' },
  { code: 'bank_page', label: 'Sandbank', category: 'bank', countries: null, asks: 'redirect' },
  { code: 'bank_form', label: 'Sandbank (posted)', category: 'bank', countries: null, asks: 'redirect_form' },
  { code: 'bank_popup', label: 'Sandbank in a window', category: 'bank', countries: null, asks: 'popup' },
  { code: 'bank_frame', label: 'Sandbank in the page', category: 'bank', countries: null, asks: 'iframe' },
  { code: 'bank_app', label: 'Sandbank app', category: 'bank', countries: null, asks: 'approval' },
  { code: 'bank_transfer', label: 'Bank transfer', category: 'bank_transfer', countries: null, asks: 'instructions' },
  { code: 'voucher', label: 'Voucher', category: 'voucher', countries: null, asks: 'voucher' },
  { code: 'wallet_qr', label: 'Sand Wallet', category: 'wallet', countries: null, asks: 'qr' },
  { code: 'wallet_sdk', label: 'Sand Wallet button', category: 'wallet', countries: null, asks: 'sdk' },
  { ...operator('momo_mtn', 'MTN MoMo', 'BJ'), asks: 'approval', dialCode: '*880#' },
  { ...operator('momo_moov', 'Moov Money', 'BJ'), asks: 'approval', dialCode: '*855#' },
  { ...operator('orange_money', 'Orange Money', 'CI'), asks: 'otp', dialCode: '#144*82#' },
  { ...operator('momo_mtn_ci', 'MTN MoMo', 'CI'), asks: 'approval', dialCode: '*133#' },
  { ...operator('free_money', 'Free Money', 'SN'), asks: 'approval' },
];

function operator(code: string, label: string, country: string) {
  return { code, label, category: 'mobile_money', countries: [country] };
}

const card = { code: 'card', label: 'Card', category: 'card', countries: null };

/** Countries with methods of their own, likeliest first. */
const ranked = ['BJ', 'CI', 'SN'];

/** Of their phone numbers: the calling code, and how many digits follow it. */
const numbering: Record<string, { callingCode: string; digits: readonly number[] }> = {
  // Ten since 2024; the eight of before are still known.
  BJ: { callingCode: '229', digits: [8, 10] },
  CI: { callingCode: '225', digits: [10] },
  SN: { callingCode: '221', digits: [9] },
};

export function findMethod(code: string): Method | undefined {
  return others.find((method) => method.code === code);
}

export function methodsIn(country: string): Pick<Method, 'code' | 'label' | 'category'>[] {
  return [card, ...others].filter(({ countries }) => countries === null || countries.includes(country));
}

export function countriesWithMethods(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return ranked.map((code) => ({ code, name: names.of(code) ?? code }));
}

export function requiresPhone(category: string): boolean {
  return category === 'mobile_money';
}

/** With its calling code, or as it is dialled at home. `null`: no number of that country. */
export function phoneIn(country: string, number: string): string | null {
  const plan = numbering[country];
  const dialled = number.replaceAll(/[\s().-]/g, '');
  if (!plan || !/^\+?\d+$/.test(dialled)) return null;
  const prefix = `+${plan.callingCode}`;
  if (dialled.startsWith('+') && !dialled.startsWith(prefix)) return null;
  const national = dialled.startsWith('+') ? dialled.slice(prefix.length) : dialled;
  return plan.digits.includes(national.length) ? `${prefix}${national}` : null;
}
