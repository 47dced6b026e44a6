import type en from './catalogues/en.js';
import { negotiateLocale } from './negotiate.js';
import type { Locale } from './negotiate.js';
import type { MessageKeyOf, PluralKeyOf, Translation } from './translation.js';

/** Texts of the checkout that change with a number: see `formatPlural`. */
export type PluralKey = PluralKeyOf<typeof en>;
export type MessageKey = MessageKeyOf<typeof en>;

/** Every text of the checkout in one language. */
export type Messages = Translation<typeof en>;

export type Values = Readonly<Record<string, string | number>>;

// Written out so that every bundler sees one chunk per language and no language is in the first one.
const catalogues: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('./catalogues/en.js'),
  fr: () => import('./catalogues/fr.js'),
  ar: () => import('./catalogues/ar.js'),
};

/** The texts of a language, or of the nearest that we have: `fr-CH` gets French. Rejects only when the file cannot be fetched. */
export async function loadMessages(locale: string): Promise<Messages> {
  return (await catalogues[negotiateLocale([locale])]()).default;
}

/** Replaces `{name}` by its value. A name without a value stays as it is. */
export function format(message: string, values: Values): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

/** The text for a number of things, which also stands in it as `{count}`: `formatPlural(messages, 'ar', 'otp.attempts_left', 3)`. */
export function formatPlural<Texts extends object>(
  messages: Texts,
  locale: string,
  key: PluralKeyOf<Texts> & string,
  count: number,
  values?: Values,
): string {
  const texts = messages as Readonly<Record<string, string>>;
  // The rules must be those of the catalogue, not of a region or a language that it stands in for.
  const category = new Intl.PluralRules(negotiateLocale([locale])).select(count);
  const message = (category !== 'other' && texts[`${key}.${category}`]) || texts[`${key}.other`] || '';
  return format(message, { count, ...values });
}
