import type { AccountPace } from '../../shared/rule.ts';
import { dayAfter, instantOf, localTime } from './local-time.ts';
import { seeded } from './seeded.ts';

const MINUTE = 60_000;
/** Hours nobody can widen (market.md). */
const EARLIEST = 8 * 60;
const LATEST = 22 * 60;
/** Longest the day begins later and ends earlier than said, minutes; never more than a quarter of it each. */
const JITTER = 20;

/**
 * The first moment from `at` on within the seller's hours and days that leaves `room` ms before they end; null when there
 * is none. Begins a little later and ends a little earlier than said, each day differently.
 */
export function openFrom(pace: AccountPace, at: number, room = 0): number | null {
  const today = localTime(pace.zone, at).day;
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const hours = hoursOf(pace, dayAfter(today, ahead));
    if (!hours) continue;
    const last = hours.to - Math.min(room, (hours.to - hours.from) / 2);
    if (at < last) return Math.max(at, hours.from);
  }
  return null;
}

/** The hours of one day of the zone as two moments, or null on a day off. */
export function hoursOf(pace: AccountPace, day: string): { from: number; to: number } | null {
  const from = Math.max(pace.from, EARLIEST);
  const to = Math.min(pace.to, LATEST);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  if (!pace.days.includes(weekday) || to - from < 1) return null;
  const jitter = Math.min(JITTER, (to - from) / 4) * MINUTE;
  const seed = `${pace.account}|${day}`;
  return {
    from: instantOf(pace.zone, day, from) + Math.round(jitter * seeded(`${seed}|from`)),
    to: instantOf(pace.zone, day, to) - Math.round(jitter * seeded(`${seed}|to`)),
  };
}
