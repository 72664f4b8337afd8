import { browser } from 'wxt/browser';

/**
 * Alarms are doorbells: the schedule is data. One for what is due next, one that always rings (reliability.md §1.2), and one
 * each for what is looked after besides the jobs.
 */
const DOORBELL = 'due';
/** Looks at what rules wish, too. */
export const STANDING = 'executor';
/** Rings while something on the site awaits its proof. */
const POLL = 'publish-poll';
/** Analyses under way are looked at though no dashboard is open. */
export const ANALYSES = 'analyses';
const NIGHT = 'night';
const PHOTOS = 'temporary-photos';
const FLOOR = 30_000;
const minutes = { [STANDING]: 5, [ANALYSES]: 1, [PHOTOS]: 6 * 60 };

/** What of the browser's alarms is used. */
export type Alarms = Pick<typeof browser.alarms, 'get' | 'create' | 'clear'>;

/** Creates what is missing and touches nothing else: re-creating an alarm at each start would keep it from ringing. */
export async function ensureAlarms(alarms: Alarms = browser.alarms): Promise<void> {
  for (const [name, periodInMinutes] of Object.entries(minutes)) {
    const there = await alarms.get(name);
    if (there?.periodInMinutes !== periodInMinutes) await alarms.create(name, { periodInMinutes });
  }
}

/** Set anew each day: two at night is not 24 hours after two at night when the clocks change. */
export async function ensureNight(when: number, alarms: Alarms = browser.alarms): Promise<void> {
  if (!(await alarms.get(NIGHT))) await alarms.create(NIGHT, { when });
}

export async function ring(at: number | null, now: number, alarms: Alarms = browser.alarms): Promise<void> {
  if (at === null) await alarms.clear(DOORBELL);
  else await alarms.create(DOORBELL, { when: Math.max(at, now + FLOOR) });
}

/** Twice a minute while something awaits its proof, and not at all otherwise. */
export async function poll(isPending: boolean, alarms: Alarms = browser.alarms): Promise<void> {
  if (!isPending) await alarms.clear(POLL);
  else if (!(await alarms.get(POLL))) await alarms.create(POLL, { periodInMinutes: 0.5 });
}

export const isDoorbell = (name: string): boolean => name === DOORBELL || name === STANDING || name === POLL;
export const isHousekeeping = (name: string): boolean => name === NIGHT || name === PHOTOS || name === STANDING;
