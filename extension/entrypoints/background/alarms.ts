import { browser } from 'wxt/browser';

/** Alarms are doorbells: the schedule is data. One for what is due next, one that always rings (reliability.md §1.2). */
const DOORBELL = 'due';
/** Looks at what rules wish, too. */
export const STANDING = 'executor';
/** Analyses under way are looked at though no dashboard is open. */
export const ANALYSES = 'analyses';
const FLOOR = 30_000;

/** Creates what is missing and touches nothing else: re-creating an alarm at each start would keep it from ringing. */
export async function ensureAlarms(): Promise<void> {
  const standing = await browser.alarms.get(STANDING);
  if (standing?.periodInMinutes !== 5) await browser.alarms.create(STANDING, { periodInMinutes: 5 });
  const looking = await browser.alarms.get(ANALYSES);
  if (looking?.periodInMinutes !== 1) await browser.alarms.create(ANALYSES, { periodInMinutes: 1 });
}

export async function ring(at: number | null, now: number): Promise<void> {
  if (at === null) await browser.alarms.clear(DOORBELL);
  else await browser.alarms.create(DOORBELL, { when: Math.max(at, now + FLOOR) });
}

export const isDoorbell = (name: string): boolean => name === DOORBELL || name === STANDING;
