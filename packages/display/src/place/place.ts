import { Build } from '@stencil/core';
import { isTimeZone, negotiateLocale } from '@florin/locale';
import { warnOnce } from '../attributes/warn-once.js';

/** What an element may be told of where it is read. */
export interface Placed {
  locale?: string | undefined;
  timeZone?: string | undefined;
  now?: string | undefined;
}

/** Where and when an element is read. */
export interface Place {
  locale: string;
  /** IANA name. */
  timeZone: string;
  /** ms since 1970. */
  now: number;
}

/**
 * The element's own attributes, else what is nearest. A server writes what it drew with onto the element, as attributes: in
 * another zone, at another time, in a browser of another language, the same text stands there when it comes alive.
 */
export function placeOf(element: Placed, host: HTMLElement): Place {
  if (Build.isServer) stamp(element, host);
  const given = element.now === undefined ? NaN : Date.parse(element.now);
  return {
    locale: localeOf(element, host),
    timeZone: zoneOf(element),
    now: Number.isNaN(given) ? Date.now() : given,
  };
}

/** Only what the element has: not every one of them speaks of a day. */
function stamp(element: Placed, host: HTMLElement): void {
  element.locale ??= localeOf(element, host);
  if ('timeZone' in element) element.timeZone ??= 'UTC';
  if ('now' in element) element.now ??= new Date().toISOString();
}

function localeOf({ locale }: Placed, host: HTMLElement): string {
  const said = locale || host.closest('[lang]')?.getAttribute('lang');
  return spoken(said || (Build.isBrowser ? navigator.language : 'en'));
}

/** Words, dates and amounts are of one language: the tag with its region, or that of the words that stand in for it. */
function spoken(tag: string): string {
  const words = negotiateLocale([tag]);
  return isTag(tag) && new Intl.Locale(tag).language === words ? tag : words;
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

function zoneOf({ timeZone }: Placed): string {
  if (timeZone && isTimeZone(timeZone)) return timeZone;
  if (timeZone) warnOnce(`time-zone "${timeZone}" is not known here; days are those of UTC.`);
  return timeZone || Build.isServer ? 'UTC' : new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
