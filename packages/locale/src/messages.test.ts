import { reasons } from '@florin/contract';
import { describe, expect, it } from 'vitest';
import { format, formatPlural, loadMessages, locales } from './index.js';
import type { Messages } from './index.js';

const text = (messages: Messages, key: string) => (messages as Readonly<Record<string, string>>)[key];
const placeholders = (message: string) => new Set(message.match(/\{\w+\}/g));
const stemOf = (key: string) => key.replace(/\.(zero|one|two|few|many|other)$/, '');
const english = await loadMessages('en');

describe.each(locales)('%s', async (locale) => {
  const messages = await loadMessages(locale);

  it('has every text, and no empty one', () => {
    const stems = (catalogue: Messages) => new Set(Object.keys(catalogue).map(stemOf));
    expect(stems(messages)).toEqual(stems(english));
    expect(Object.values(messages).filter((message) => message.trim() === '')).toEqual([]);
  });

  it('uses the values that English uses', () => {
    for (const [key, message] of Object.entries(english)) {
      if (stemOf(key) !== key) continue;
      expect([key, placeholders(text(messages, key) ?? '')]).toEqual([key, placeholders(message)]);
    }
  });

  it('has words for every reason that is told and for what helps, and none for the one that is not', () => {
    for (const [reason, { disclose, recovery }] of Object.entries(reasons)) {
      expect([reason, Boolean(text(messages, `reason.${reason}`))]).toEqual([reason, disclose]);
      expect([recovery, Boolean(text(messages, `recovery.${recovery}`))]).toEqual([recovery, true]);
    }
  });

  it('has a text for every plural category of the language', () => {
    const stems = Object.keys(english)
      .filter((key) => key.endsWith('.other'))
      .map(stemOf);
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    // French `many` starts at a million, which is no number of tries or seconds.
    const needed = pluralCategories.filter((category) => locale !== 'fr' || category !== 'many');
    expect(stems.length).toBeGreaterThan(0);
    for (const stem of stems) for (const category of needed) expect(text(messages, `${stem}.${category}`)).toBeTruthy();
  });
});

it('English says what to do, not what is bad', () => {
  expect(
    Object.entries(english).filter(([, message]) =>
      /\b(invalid|forbidden|please|illegal|oops|sorry|error)\b/i.test(message),
    ),
  ).toEqual([]);
});

it('French does without "veuillez" and "invalide"', async () => {
  expect(
    Object.values(await loadMessages('fr')).filter((message) => /veuillez|invalide|s’il vous plaît/i.test(message)),
  ).toEqual([]);
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
