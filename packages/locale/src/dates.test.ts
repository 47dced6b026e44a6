import { expect, it } from 'vitest';
import { formatDate, isTimeZone } from './dates.js';

const late = '2026-11-21T23:30:00Z';

it.each([
  ['en', 'UTC', 'November 21, 2026'],
  ['en', 'Europe/Paris', 'November 22, 2026'],
  ['fr', 'America/New_York', '21 novembre 2026'],
  ['fr-CH', 'Europe/Paris', '22 novembre 2026'],
])('a day is the day of its zone: %s, %s', (locale, timeZone, text) => {
  expect(formatDate(late, locale, { timeZone })).toBe(text);
});

it('with the time, every space is a plain one: engines differ in theirs', () => {
  expect(formatDate(late, 'en', { timeZone: 'UTC', withTime: true })).toBe('November 21, 2026 at 11:30 PM');
  expect(formatDate(Date.parse(late), 'fr', { timeZone: 'Europe/Paris', withTime: true })).toBe(
    '22 novembre 2026 à 00:30',
  );
});

it('what nobody knows is no reason to show no date', () => {
  expect(formatDate(late, 'not a locale', { timeZone: 'Mars/Olympus' })).toBe('November 21, 2026');
  expect([isTimeZone('Europe/Paris'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
});
