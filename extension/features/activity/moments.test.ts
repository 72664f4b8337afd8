import { expect, it } from 'vitest';

import { dayHeading, shortMoment, startOfDay } from './moments.ts';

const now = new Date(2026, 10, 23, 14, 5).getTime();
const hour = 3_600_000;

it('tells the time alone today, and the day with any other', () => {
  expect(shortMoment(now + hour, now, 'en-GB')).toBe('15:05');
  expect(shortMoment(now + 24 * hour, now, 'en-GB')).toMatch(/^Tue.* 24 Nov.*14:05$/);
});

it('calls the last two days by their words, in the seller’s language', () => {
  expect(dayHeading(now - hour, now, 'en-GB')).toBe('Today');
  expect(dayHeading(now - 24 * hour, now, 'en-GB')).toBe('Yesterday');
  expect(dayHeading(now - 24 * hour, now, 'de')).toBe('Gestern');
  expect(dayHeading(now - 48 * hour, now, 'en-GB')).toBe('Saturday 21 November');
});

it('begins the day at the seller’s midnight', () => {
  expect(new Date(startOfDay(now)).getHours()).toBe(0);
  expect(now - startOfDay(now)).toBeLessThan(24 * hour);
});
