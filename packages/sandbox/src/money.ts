/** Currencies whose minor unit is not a hundredth (ISO 4217). The system itself would know; answers depend on it. */
const exponents: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

export interface Money {
  /** Major units, as requests carry them. */
  major: number;
  currency: string;
}

export function minorUnits({ major, currency }: Money): number {
  return Math.round(major * 10 ** (exponents[currency] ?? 2));
}

export function moneyOf(minor: number, currency: string): Money {
  return { major: minor / 10 ** (exponents[currency] ?? 2), currency };
}

/** Digits are always said: `Intl` and the ISO table disagree on some currencies. */
export function formatMoney({ major, currency }: Money, locale = 'en'): string {
  const digits = exponents[currency] ?? 2;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(major);
}

/** As it is typed into a form: the language's decimal sign, and nothing else beside digits. */
export function plainAmount({ major, currency }: Money, locale: string): string {
  const digits = exponents[currency] ?? 2;
  return new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(major);
}
