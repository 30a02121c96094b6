import { expect, test } from 'vitest';
import { endOfDay } from '#app/_config/end-of-day.ts';

test.each([
  ['2027-01-31', 'UTC', '2027-01-31T23:59:59.999Z'],
  ['2027-01-31', 'Europe/Berlin', '2027-01-31T22:59:59.999Z'],
  ['2027-07-31', 'America/New_York', '2027-08-01T03:59:59.999Z'],
  ['2027-07-31', 'Asia/Kolkata', '2027-07-31T18:29:59.999Z'],
  // The clocks go forward at 02:00 and back at 03:00 of these days.
  ['2027-03-28', 'Europe/Berlin', '2027-03-28T21:59:59.999Z'],
  ['2027-10-31', 'Europe/Berlin', '2027-10-31T22:59:59.999Z'],
])('%s ends in %s at %s', (day, zone, expected) => {
  expect(endOfDay(day, zone).toISOString()).toBe(expected);
});
