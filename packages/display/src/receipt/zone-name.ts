/**
 * A zone by what it is ahead of UTC: `UTC+01:00`. A receipt is read anywhere, in print too; and names such as "CET" are not
 * the same in each language, nor in each version of a browser.
 */
export function zoneName(date: string, timeZone: string): string {
  const writer = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const part = writer.formatToParts(Date.parse(date)).find(({ type }) => type === 'timeZoneName');
  return (part?.value ?? 'UTC').replace('GMT', 'UTC').replace(/[+-]00:00$/, '');
}
