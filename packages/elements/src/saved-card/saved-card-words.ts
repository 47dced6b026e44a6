import type { SavedCard } from '@florin/contract';
import { brandName } from '@florin/core/card';
import { format, type Messages } from '@florin/locale';

/** As a person says it: "Visa ending in 4242". Dots and slashes are read out one by one. */
export function spokenName({ brand, last4 }: SavedCard, messages: Messages): string {
  return format(messages['saved_card.name'], { brand: brandName(brand), last4 });
}

export function writtenName({ brand, last4 }: SavedCard): string {
  return `${brandName(brand)} ••••\u00A0${last4}`;
}

/** "April 2042". */
export function monthOf({ exp_month, exp_year }: SavedCard, locale: string): string {
  const date = new Date(Date.UTC(exp_year, exp_month - 1));
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}
