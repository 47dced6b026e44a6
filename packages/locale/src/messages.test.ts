import { reasons } from '@florin/contract';
import { describe, expect, it } from 'vitest';
import { loadDisplayMessages } from './display.js';
import { format, formatPlural, loadMessages, locales } from './index.js';

type Catalogue = Readonly<Record<string, string>>;

const text = (messages: object, key: string) => (messages as Catalogue)[key];
const placeholders = (message: string) => new Set(message.match(/\{\w+\}/g));
const stemOf = (key: string) => key.replace(/\.(zero|one|two|few|many|other)$/, '');
const english = await loadMessages('en');

/** Each catalogue, whole: the checkout's, and one for each element of the pages around it. */
const catalogues: [string, (locale: string) => Promise<object>][] = [
  ['checkout', loadMessages],
  ...(['accepted-methods', 'installments', 'payment-status', 'receipt'] as const).map(
    (element): [string, (locale: string) => Promise<object>] => [
      element,
      (locale) => loadDisplayMessages(element, locale),
    ],
  ),
];
const cases = locales.flatMap((locale) => catalogues.map(([name, load]) => ({ locale, name, load })));

describe.each(cases)('$locale, $name', async ({ locale, load }) => {
  const messages = (await load(locale)) as Catalogue;
  const source = (await load('en')) as Catalogue;

  it('has every text, and no empty one', () => {
    const stems = (catalogue: Catalogue) => new Set(Object.keys(catalogue).map(stemOf));
    expect(stems(messages)).toEqual(stems(source));
    expect(Object.values(messages).filter((message) => message.trim() === '')).toEqual([]);
  });

  it('uses the values that English uses', () => {
    for (const [key, message] of Object.entries(source)) {
      if (stemOf(key) !== key) continue;
      expect([key, placeholders(text(messages, key) ?? '')]).toEqual([key, placeholders(message)]);
    }
  });

  it('has a text for every plural category of the language', () => {
    const stems = Object.keys(source)
      .filter((key) => key.endsWith('.other'))
      .map(stemOf);
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    // French `many` starts at a million, which is no number of tries or seconds.
    const needed = pluralCategories.filter((category) => locale !== 'fr' || category !== 'many');
    const missing = stems.flatMap((stem) =>
      needed.map((category) => `${stem}.${category}`).filter((key) => !text(messages, key)),
    );
    expect(missing).toEqual([]);
  });

  it('English says what to do, not what is bad; French does without "veuillez" and "invalide"', () => {
    const bad = {
      en: /\b(invalid|forbidden|please|illegal|oops|sorry|error)\b/i,
      fr: /veuillez|invalide|s’il vous plaît/i,
      ar: /غير صالح/,
    };
    expect(Object.values(messages).filter((message) => bad[locale].test(message))).toEqual([]);
  });
});

it.each(locales)(
  '%s has words for every reason that is told and for what helps, and none for the one that is not',
  async (locale) => {
    const messages = await loadMessages(locale);
    for (const [reason, { disclose, recovery }] of Object.entries(reasons)) {
      expect([reason, Boolean(text(messages, `reason.${reason}`))]).toEqual([reason, disclose]);
      expect([recovery, Boolean(text(messages, `recovery.${recovery}`))]).toEqual([recovery, true]);
    }
  },
);

it('a text that changes with a number is among them, in more than one form', () => {
  expect(Object.keys(english).filter((key) => key.endsWith('.other')).length).toBeGreaterThan(0);
});

it('plurals follow the catalogue, whatever the region', async () => {
  const arabic = await loadMessages('ar-EG');
  expect([0, 1, 2, 3, 11, 100].map((count) => formatPlural(arabic, 'ar-EG', 'otp.attempts_left', count))).toEqual([
    'لم تبقَ أي محاولة.',
    'بقيت محاولة واحدة.',
    'بقيت محاولتان.',
    'بقيت 3 محاولات.',
    'بقيت 11 محاولة.',
    'بقيت 100 محاولة.',
  ]);
  expect(formatPlural(english, 'en-GB', 'otp.attempts_left', 1)).toBe('1 try left.');
  expect(formatPlural(english, 'de', 'otp.attempts_left', 0)).toBe('0 tries left.');
});

it('format replaces what it has a value for, once, and leaves the rest', () => {
  expect(format('Pay {amount} to {merchant}', { amount: '{merchant}' })).toBe('Pay {merchant} to {merchant}');
  expect(format('{count} left', { count: 0 })).toBe('0 left');
});
