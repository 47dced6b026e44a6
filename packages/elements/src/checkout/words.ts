import { directionOf, loadMessages, negotiateLocale, type Messages } from '@florin/locale';
import type { ReactiveControllerHost } from 'lit';
import { untilLoaded } from '../loading/until-loaded.js';
import { afterPaint } from '../paint/after-paint.js';
import { isLanguage } from './language.js';

/** The customer's language: which one, in which direction, and its words once they have been fetched. */
export class Words {
  messages: Messages | null = null;
  /** The language that amounts and dates are written in: the one asked for, region included. */
  locale = 'en';
  direction: 'ltr' | 'rtl' = 'ltr';
  private fetched: string | null = null;
  private merged: { of: Messages; overrides: Partial<Messages>; messages: Messages } | null = null;

  constructor(private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>) {}

  /** The words with those of the page in place of ours: the same object for as long as both are the same. */
  withOverrides(overrides: Partial<Messages>): Messages | null {
    const { messages } = this;
    if (!messages) return null;
    if (this.merged?.of !== messages || this.merged.overrides !== overrides)
      this.merged = { of: messages, overrides, messages: { ...messages, ...overrides } };
    return this.merged.messages;
  }

  /** Takes the language that the tag asks for, else the page's, else the browser's. */
  choose(asked: string, pageLanguage: string): void {
    const wanted = [asked, pageLanguage, ...navigator.languages].filter(Boolean);
    const chosen = negotiateLocale(wanted);
    // Whether a tag is one is Intl's to say, which costs too much before the first paint.
    this.locale = this.messages ? regionOf(wanted, chosen) : chosen;
    this.direction = directionOf(chosen);
    if (this.fetched !== chosen) void this.fetch(chosen, wanted);
  }

  private async fetch(locale: string, wanted: readonly string[]): Promise<void> {
    this.fetched = locale;
    await afterPaint();
    const messages = await untilLoaded(
      () => loadMessages(locale),
      () => this.fetched === locale,
    );
    if (!messages || this.fetched !== locale) return;
    this.messages = messages;
    this.locale = regionOf(wanted, locale);
    this.host.requestUpdate();
  }
}

/** The language tag that was asked for and got the words of `chosen`, region included. */
function regionOf(wanted: readonly string[], chosen: string): string {
  return wanted.find((tag) => isLanguage(tag) && tag.toLowerCase().split('-')[0] === chosen) ?? chosen;
}
