import type { Entry, Standing } from './job-entry.ts';

export const filters = ['all', 'needs-you', 'under-way', 'over'] as const;
export type Filter = (typeof filters)[number];

const filterOf: Record<Standing, Exclude<Filter, 'all'>> = {
  'needs-you': 'needs-you',
  paused: 'needs-you',
  running: 'under-way',
  checking: 'under-way',
  held: 'under-way',
  limit: 'under-way',
  next: 'under-way',
  later: 'under-way',
  done: 'over',
  failed: 'over',
  stopped: 'over',
};

export const passes = (entry: Entry, filter: Filter): boolean =>
  filter === 'all' || filterOf[entry.standing] === filter;

export const countOf = (entries: readonly Entry[], filter: Filter): number =>
  entries.filter((entry) => passes(entry, filter)).length;

export type Day = { day: string; entries: Entry[] };

/** When an entry last mattered: what is over by its end, what is not by its last change. */
export const momentOf = ({ job }: Entry): number => job.doneAt ?? job.updatedAt;

/** Newest first, one group per calendar day of the seller; what is not over yet stays on top of all. */
export function byDay(entries: readonly Entry[], dayOf: (at: number) => string): { open: Entry[]; days: Day[] } {
  const rank = (entry: Entry): number => ['needs-you', 'under-way', 'over'].indexOf(filterOf[entry.standing]);
  const sorted = entries.toSorted((a, b) => rank(a) - rank(b) || momentOf(b) - momentOf(a));
  const days: Day[] = [];
  for (const entry of sorted.filter((one) => rank(one) === 2)) {
    const day = dayOf(momentOf(entry));
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return { open: sorted.filter((one) => rank(one) < 2), days };
}

/** What the seller finished since `midnight`. A listing handed to Vinted for review counts as published. */
export function finishedSince(
  entries: readonly Entry[],
  midnight: number,
): { published: number; drafts: number; filled: number } {
  const done = entries.filter(({ standing, job }) => standing === 'done' && (job.doneAt ?? 0) >= midnight);
  const count = (how: Entry['how']): number => done.filter((entry) => entry.how === how).length;
  return { published: count('publish'), drafts: count('draft'), filled: count('fill') };
}
