import type en from './catalogues/en.js';
import { negotiateLocale } from './negotiate.js';
import type { Locale } from './negotiate.js';

type EnglishKey = keyof typeof en;
type StemOf<Key> = Key extends `${infer Stem}.other` ? Stem : never;
/** Every category but `other`, which each plural text has in each language. */
type Category = Exclude<Intl.LDMLPluralRule, 'other'>;

/** Texts that change with a number: see `formatPlural`. */
export type PluralKey = StemOf<EnglishKey>;
export type MessageKey = Exclude<EnglishKey, `${PluralKey}.${Category}`>;

/** Every text of one language. Keys come from the English catalogue; which plural categories there are is up to the language. */
export type Messages = Readonly<Record<MessageKey, string> & Partial<Record<`${PluralKey}.${Category}`, string>>>;

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
export function formatPlural(
  messages: Messages,
  locale: string,
  key: PluralKey,
  count: number,
  values?: Values,
): string {
  // The rules must be those of the catalogue, not of a region or a language that it stands in for.
  const category = new Intl.PluralRules(negotiateLocale([locale])).select(count);
  const message = (category !== 'other' && messages[`${key}.${category}`]) || messages[`${key}.other`];
  return format(message, { count, ...values });
}
