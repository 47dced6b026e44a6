export interface DateOptions {
  /** IANA name of the zone whose days and hours are meant; absent: that of the machine. */
  timeZone?: string | undefined;
  /** With the hour and the minute. */
  withTime?: boolean;
}

/** A date as the customer's language writes it. Takes ISO 8601, or ms since 1970. */
export function formatDate(
  date: string | number,
  locale: string,
  { timeZone, withTime = false }: DateOptions = {},
): string {
  const time = typeof date === 'string' ? Date.parse(date) : date;
  const style: Intl.DateTimeFormatOptions = { dateStyle: 'long', ...(withTime && { timeStyle: 'short' }) };
  // Engines differ in which space stands before "AM"; a server and a browser must write the same.
  return writerOf(locale, timeZone, style)
    .format(time)
    .replace(/[\u00a0\u2009\u202f]/g, ' ');
}

/** Whether a name is a zone that this machine knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}

/** A page may say anything for a locale or a zone; a date is always shown. */
function writerOf(
  locale: string,
  timeZone: string | undefined,
  style: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  for (const tag of [locale, 'en'])
    for (const zone of [timeZone, 'UTC'])
      try {
        return new Intl.DateTimeFormat(tag, { ...style, timeZone: zone });
      } catch {
        continue;
      }
  return new Intl.DateTimeFormat('en', style);
}
