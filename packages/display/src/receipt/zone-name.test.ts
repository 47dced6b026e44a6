import { expect, it } from 'vitest';
import { zoneName } from './zone-name.js';

it.each([
  ['UTC', 'UTC'],
  ['Europe/Paris', 'UTC+01:00'],
  ['America/New_York', 'UTC-05:00'],
  ['Asia/Kolkata', 'UTC+05:30'],
])('%s in November is %s', (timeZone, name) => {
  expect(zoneName('2026-11-21T13:05:00Z', timeZone)).toBe(name);
});

it('is the one of the day that is meant, not of the day that it is read on', () => {
  expect(zoneName('2026-07-21T13:05:00Z', 'Europe/Paris')).toBe('UTC+02:00');
});
