import { describe, expect, it } from 'vitest';

import type { AccountPace } from '../../shared/rule.ts';
import { breakOver } from './breaks.ts';
import { ceilingNames, ceilings, DAY, type CeilingName } from './ceilings.ts';
import { afterRate, whenAllowed, type Asked, type WrittenBy } from './limits.ts';
import { instantOf, localTime } from './local-time.ts';
import { hoursOf, openFrom } from './working-hours.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const account = 'www.vinted.fr:7';
const pace = (change: Partial<AccountPace> = {}): AccountPace => ({
  account,
  zone: 'Europe/Paris',
  from: 8 * 60,
  to: 22 * 60,
  days: [1, 2, 3, 4, 5, 6, 7],
  perDay: {},
  ...change,
});
const nothing = { attempts: [], counted: [] };
const written = (name: CeilingName | 'write', times: number[], write = times): WrittenBy => ({
  publish: nothing,
  relist: nothing,
  price: nothing,
  'listing-act': nothing,
  write: { attempts: write, counted: write },
  [name]: { attempts: times, counted: times },
});
const byHand = (ceiling: CeilingName): Asked => ({ ceiling, byRule: false, moment: 'begin', committedAt: null });
const byRule = (change: Partial<Asked> = {}): Asked => ({ ...byHand('relist'), byRule: true, ...change });
/** Monday 23 Nov 2026, noon in Paris. */
const noon = Date.UTC(2026, 10, 23, 11);
const paris = (day: string, hour: number): number => instantOf('Europe/Paris', day, hour * 60);

describe('ceilings', () => {
  it.each([
    ['publish', 15, 60_000],
    ['relist', 10, 120_000],
    ['price', 30, 20_000],
    ['listing-act', 60, 20_000],
  ] as const)('%s: %i a day, %i ms apart', (name, perDay, gap) => {
    const first = noon - 20 * HOUR;
    const full = written(
      name,
      Array.from({ length: perDay }, (_, index) => first + index * 4 * MINUTE),
    );
    expect(whenAllowed(byHand(name), full, pace(), noon)).toEqual({
      at: first + DAY,
      hold: { is: 'day', name, done: perDay, of: perDay },
    });
    const spaced = written(name, [noon - 5_000]);
    expect(whenAllowed(byHand(name), spaced, pace(), noon)).toMatchObject({
      at: noon - 5_000 + gap,
      hold: { is: 'gap' },
    });
  });

  it.each(ceilingNames)(
    'never lets more than a day’s number of %s into any 24 hours, whatever is asked when',
    (name) => {
      const times: number[] = [];
      for (let now = noon; now < noon + 3 * DAY;) {
        const { at } = whenAllowed(
          byHand(name),
          written(
            name,
            times.filter((time) => time > now - DAY),
          ),
          pace(),
          now,
        );
        now = at ?? now;
        times.push(now);
        now += 1_000;
      }
      for (const [index, time] of times.entries()) {
        const within = times.slice(index).filter((later) => later < time + DAY);
        expect(within.length).toBeLessThanOrEqual(ceilings[name].perDay);
      }
      expect(times.length).toBeGreaterThanOrEqual(3 * ceilings[name].perDay);
    },
  );

  it('leaves 20 s between any two writes of an account, of whatever kind', () => {
    const other = written('publish', [], [noon - 4_000]);
    expect(whenAllowed(byHand('price'), other, pace(), noon)).toEqual({
      at: noon + 16_000,
      hold: { is: 'gap', name: 'write' },
    });
  });

  it('is lowered by the seller, also for what a person asks, and never raised', () => {
    const two = written('publish', [noon - 3 * HOUR, noon - HOUR]);
    expect(whenAllowed(byHand('publish'), two, pace({ perDay: { publish: 2 } }), noon)).toMatchObject({
      at: noon + 21 * HOUR,
      hold: { is: 'day', done: 2, of: 2 },
    });
    expect(whenAllowed(byHand('publish'), two, pace({ perDay: { publish: 0 } }), noon)).toEqual({
      at: null,
      hold: { is: 'off', name: 'publish' },
    });
    const full = written(
      'relist',
      Array.from({ length: 10 }, (_, index) => noon - (11 - index) * HOUR),
    );
    expect(whenAllowed(byHand('relist'), full, pace({ perDay: { relist: 99 } }), noon).at).toBe(noon + 13 * HOUR);
  });

  it('counts what came to nothing for the pace, not for the day', () => {
    const attempts = Array.from({ length: 15 }, (_, index) => noon - (20 - index) * 10 * MINUTE);
    const tried = { ...written('publish', attempts), publish: { attempts, counted: attempts.slice(1) } };
    expect(whenAllowed(byHand('publish'), tried, pace(), noon).at).toBe(noon);
    const last = { ...tried, publish: { attempts: [...attempts, noon - 1_000], counted: [] } };
    expect(whenAllowed(byHand('publish'), last, pace(), noon).at).toBe(noon + 59_000);
  });

  it('spreads a rate: a burst, then one each period divided by the number', () => {
    const burst = Array.from({ length: 20 }, (_, index) => noon + index);
    expect(afterRate({ times: 20, per: HOUR }, burst.slice(0, 19), noon + 20)).toBe(noon + 20);
    expect(afterRate({ times: 20, per: HOUR }, burst, noon + 20)).toBe(noon + 3 * MINUTE);
  });

  it('does not starve where a line is dated in the future', () => {
    expect(whenAllowed(byHand('relist'), written('relist', [noon + 300 * DAY]), pace(), noon).at).toBe(
      noon + 2 * MINUTE,
    );
  });
});

describe('hours and days of a rule', () => {
  it('hold what a rule wishes and nothing that a person asks', () => {
    const night = paris('2026-11-23', 23);
    const { at, hold } = whenAllowed(byRule(), written('relist', []), pace(), night);
    expect(hold).toEqual({ is: 'hours' });
    expect(at).toBe(hoursOf(pace(), '2026-11-24')?.from);
    expect(whenAllowed(byHand('relist'), written('relist', []), pace(), night)).toEqual({ at: night, hold: null });
  });

  it.each([
    ['Europe/Paris', '2026-03-29'],
    ['Europe/Paris', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Pacific/Apia', '2011-12-31'],
    ['Asia/Kolkata', '2026-02-28'],
  ])('are read from the clocks of %s, also when they change (%s)', (zone, day) => {
    const hours = hoursOf(pace({ zone }), day);
    const [from, to] = [localTime(zone, hours?.from ?? 0), localTime(zone, (hours?.to ?? 0) - 1)];
    expect(from.day).toBe(day);
    expect(to.day).toBe(day);
    expect(from.minute).toBeGreaterThanOrEqual(8 * 60);
    expect(from.minute).toBeLessThanOrEqual(8 * 60 + 20);
    expect(to.minute).toBeGreaterThanOrEqual(21 * 60 + 39);
    expect(to.minute).toBeLessThan(22 * 60);
  });

  it('go forward over days off, leave room for what begins, and are never wider than 8 to 22', () => {
    const workdays = pace({ days: [1, 2, 3, 4, 5] });
    expect(openFrom(workdays, paris('2026-11-21', 12))).toBe(hoursOf(workdays, '2026-11-23')?.from);
    const end = hoursOf(pace(), '2026-11-23')?.to ?? 0;
    expect(openFrom(pace(), end - 19 * MINUTE)).toBe(end - 19 * MINUTE);
    expect(openFrom(pace(), end - 19 * MINUTE, 20 * MINUTE)).toBe(hoursOf(pace(), '2026-11-24')?.from);
    const wide = hoursOf(pace({ from: 0, to: 24 * 60 }), '2026-11-23');
    expect(localTime('Europe/Paris', wide?.from ?? 0).minute).toBeGreaterThanOrEqual(8 * 60);
    expect(localTime('Europe/Paris', (wide?.to ?? 0) - 1).minute).toBeLessThan(22 * 60);
    expect(openFrom(pace({ days: [] }), noon)).toBeNull();
    expect(openFrom(pace({ from: 12 * 60, to: 9 * 60 }), noon)).toBeNull();
    expect(openFrom(pace({ zone: 'Mars/Olympus' }), noon)).toBe(noon);
  });

  it('keep a job that has not crossed its point of no return, and let go on one that has, for half an hour', () => {
    const late = paris('2026-11-23', 22);
    const delete_ = byRule({ ceiling: null, moment: 'write', committedAt: late - 5 * MINUTE });
    expect(whenAllowed(delete_, written('relist', []), pace(), late).at).toBe(late);
    expect(whenAllowed({ ...delete_, committedAt: null }, written('relist', []), pace(), late).hold).toEqual({
      is: 'hours',
    });
    expect(whenAllowed(delete_, written('relist', []), pace(), late + HOUR).hold).toEqual({ is: 'hours' });
    expect(whenAllowed(byRule({ moment: 'go-on' }), written('relist', []), pace(), late).hold).toEqual({ is: 'hours' });
  });
});

describe('breaks', () => {
  it('come after 60 to 90 minutes of writes and take 20 to 40, the same after every restart', () => {
    for (let start = 0; start < 50; start += 1) {
      const begun = noon + start * 7_777;
      const wrote: number[] = [];
      let at = begun;
      while (breakOver(account, wrote, at) === at) {
        wrote.push(at);
        at += 3 * MINUTE;
      }
      expect(at - begun).toBeGreaterThanOrEqual(60 * MINUTE);
      expect(at - begun).toBeLessThanOrEqual(93 * MINUTE);
      const rest = breakOver(account, wrote, at) - (wrote.at(-1) ?? 0);
      expect(rest).toBeGreaterThanOrEqual(20 * MINUTE);
      expect(rest).toBeLessThanOrEqual(40 * MINUTE);
      expect(breakOver(account, wrote.toReversed(), at + MINUTE)).toBe(breakOver(account, wrote, at));
    }
  });

  it('are over by themselves where nothing was written for that long', () => {
    expect(breakOver(account, [noon - 5 * HOUR, noon - 45 * MINUTE], noon)).toBe(noon);
  });

  it('hold a rule from beginning, not a person', () => {
    const busy = Array.from({ length: 46 }, (_, index) => noon - (46 - index) * 2 * MINUTE);
    expect(whenAllowed(byRule(), written('price', busy), pace(), noon)).toMatchObject({ hold: { is: 'break' } });
    expect(whenAllowed(byHand('publish'), written('price', busy), pace(), noon)).toEqual({ at: noon, hold: null });
  });
});
