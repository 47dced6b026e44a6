import { loadDisplayMessages, type DisplayMessages } from '@florin/locale/display';
import { warnOnce } from '../attributes/warn-once.js';
import { placeOf, type Place, type Placed } from './place.js';

/** Words and the language that they are of, which is that of the numbers and the direction beside them. */
export interface Words<Name extends keyof DisplayMessages> {
  messages: DisplayMessages[Name];
  locale: string;
}

/** An element that has words. */
export interface Worded<Name extends keyof DisplayMessages> extends Placed {
  words?: Words<Name> | undefined;
}

/**
 * Gives an element the words of its place. Files come in any order: those of a language that is not asked for any more are
 * dropped. Those of before stay where the new ones cannot be fetched; an element without any rejects.
 */
export async function takeWords<Name extends keyof DisplayMessages>(
  name: Name,
  element: Worded<Name>,
  host: HTMLElement,
): Promise<void> {
  const { locale } = placeOf(element, host);
  try {
    const messages = await loadDisplayMessages(name, locale);
    if (placeOf(element, host).locale === locale) element.words = { messages, locale };
  } catch (error) {
    if (!element.words) throw error;
    warnOnce(`<florin-${name}> keeps its language: the words of "${locale}" could not be fetched.`);
  }
}

/** Where and when an element is read, in the language that it has words of. */
export function languageOf<Name extends keyof DisplayMessages>(
  element: Worded<Name>,
  host: HTMLElement,
): (Place & Words<Name>) | null {
  return element.words ? { ...placeOf(element, host), ...element.words } : null;
}
