import { loadMessages, locales, type MessageKey, type Messages } from '@florin/locale';

const lengthOf = (word: string) => word.replace(/\{\w+\}/g, '').length;
const longer = (one: string, other: string) => (lengthOf(other) > lengthOf(one) ? other : one);
const wordsIn = (text: string) => text.split(/\s+/);

/** For each key the longest text of all languages, with the longest word that any of them has there. */
export async function longestWords(): Promise<Partial<Messages>> {
  const catalogues = await Promise.all(locales.map((locale) => loadMessages(locale)));
  const keys = [...new Set(catalogues.flatMap((messages) => Object.keys(messages)))] as MessageKey[];
  return Object.fromEntries(
    keys.map((key) => {
      const texts = catalogues.flatMap((messages) => messages[key] ?? []);
      const text = texts.reduce(longer);
      const word = texts.flatMap(wordsIn).reduce(longer);
      return [key, wordsIn(text).some((own) => lengthOf(own) >= lengthOf(word)) ? text : `${text} ${word}`];
    }),
  );
}
