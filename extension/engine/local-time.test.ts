import { describe, expect, it } from 'vitest';

import { dayAfter, instantOf, localTime } from './local-time.ts';

const at = (iso: string): number => Date.parse(iso);

describe('days of an account', () => {
  it.each([
    ['the turn of the year east of Greenwich', 'Europe/Paris', '2026-12-31T23:30:00Z', '2027-01-01', 5, 30],
    ['the turn of the year west of it', 'America/New_York', '2027-01-01T04:59:00Z', '2026-12-31', 4, 23 * 60 + 59],
    ['a leap day', 'Europe/Warsaw', '2028-02-28T23:00:00Z', '2028-02-29', 2, 0],
    ['the day after a leap day', 'Europe/Warsaw', '2028-02-29T23:00:00Z', '2028-03-01', 3, 0],
  ])('are right over %s', (_what, zone, iso, day, weekday, minute) => {
    expect(localTime(zone, at(iso))).toEqual({ day, weekday, minute });
    expect(instantOf(zone, day, minute)).toBe(at(iso));
  });

  it('follow each other over leap days, years and changed clocks', () => {
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(dayAfter('2027-02-28', 1)).toBe('2027-03-01');
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('start no day twice and skip none where clocks change', () => {
    expect(instantOf('Europe/Paris', '2027-03-28', 2 * 60 + 30)).toBe(at('2027-03-28T01:30:00Z'));
    expect(instantOf('Europe/Paris', '2027-10-31', 2 * 60 + 30)).toBe(at('2027-10-31T00:30:00Z'));
  });
});
