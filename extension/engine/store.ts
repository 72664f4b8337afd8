import { Dexie } from 'dexie';

import type { Ledger } from '../db/database.ts';
import { job as jobSchema, type Job, type JournalEntry } from '../../shared/job.ts';
import { chain, type JournalLine } from './journal.ts';
import { noMirror, type Mirror } from './mirror.ts';

export type JobChange = Partial<Omit<Job, 'id' | 'kind' | 'createdAt'>>;
export type Note = Pick<JournalLine, 'event' | 'detail'>;
/** One line of the journal as the limits need it. */
export type Moment = { seq: number; at: number };

const over = ['done', 'failed', 'stopped'];
const begun = ['running', 'waiting', 'unsettled'];
/** The journal line that tells by how much the clock went back. */
const CLOCK_BACK = 'clock-back';
const CLOCK_SLACK = 60_000;
const AT_ONCE = 200;

/** Jobs and journal: every transition is one transaction that writes the row and its journal lines, or neither. */
export function jobStore(ledger: Ledger, now: () => number, mirror: Mirror = noMirror) {
  const append = async (job: Pick<Job, 'id' | 'kind' | 'step'>, notes: readonly Note[], at = now()): Promise<void> => {
    let last: JournalEntry | undefined = await ledger.journal.orderBy('seq').last();
    for (const { event, detail } of notes) {
      last = chain(last, { at, jobId: job.id, kind: job.kind, step: job.step, event, detail });
      await ledger.journal.add(last);
    }
  };

  /** Rows are read defensively: one that does not parse is never run, and asked about. */
  const readable = async (rows: readonly unknown[]): Promise<Job[]> => {
    const jobs: Job[] = [];
    for (const row of rows) {
      const parsed = jobSchema.safeParse(row);
      if (parsed.success) jobs.push(parsed.data);
      else await setAside(row as Job);
    }
    return jobs;
  };

  const setAside = async (row: Job): Promise<void> => {
    const failure = { code: 'review', message: 'The stored job does not fit this version.' };
    await ledger.transaction('rw', ledger.jobs, ledger.journal, async () => {
      await ledger.jobs.update(row.id, { status: 'needs-user', failure, leaseToken: null, leaseUntil: null });
      const about = { id: row.id, kind: String(row.kind), step: String(row.step) };
      await append(about, [{ event: 'needs-user', detail: failure.message }]);
    });
  };

  /** The unfinished job about the same listing, if there is one. */
  const standIn = async ({ listingKey }: Job): Promise<Job | undefined> => {
    if (listingKey === null) return undefined;
    const about = await ledger.jobs.where('listingKey').equals(listingKey).toArray();
    return about.find((job) => !over.includes(job.status));
  };

  const heads = async (): Promise<unknown[]> => {
    const found: Job[] = [];
    let after: unknown = Dexie.minKey;
    for (;;) {
      const range = [
        ['queued', after],
        ['queued', Dexie.maxKey],
      ];
      const head = await ledger.jobs
        .where('[status+queue+notBefore]')
        .between(range[0], range[1], false, false)
        .first();
      if (!head) return found;
      found.push(head);
      after = `${head.queue}\u0000`;
    }
  };

  return {
    /**
     * Adds jobs with a line each; ids must be new. About one listing only one job is under way: the answer names, wish by
     * wish, the job that stands for it, a new one or the one that was there.
     */
    async add(jobs: readonly Job[]): Promise<string[]> {
      return ledger.transaction('rw', ledger.jobs, ledger.journal, async () => {
        const ids: string[] = [];
        for (const job of jobs) {
          const there = await standIn(job);
          ids.push(there?.id ?? job.id);
          if (there) continue;
          await ledger.jobs.add(job);
          await append(job, [{ event: 'queued', detail: '' }]);
        }
        return ids;
      });
    },

    /**
     * Changes a job if it is still as `expected` (fencing): the row's lease token must equal `expected`.
     * Returns the new row, or undefined when somebody else moved it.
     */
    async move(
      id: string,
      expected: string | null,
      change: JobChange,
      notes: readonly Note[],
    ): Promise<Job | undefined> {
      const moved = await ledger.transaction('rw', ledger.jobs, ledger.journal, async () => {
        const current = await ledger.jobs.get(id);
        if (!current || current.leaseToken !== expected) return undefined;
        const next = { ...current, ...change, updatedAt: now() };
        await ledger.jobs.put(next);
        await append(next, notes, next.updatedAt);
        return next;
      });
      // The ledger has it: without its mirror a job is as safe as before there was one.
      if (moved) await mirror.keep(moved, notes).catch(() => {});
      return moved;
    },

    async find(id: string): Promise<Job | undefined> {
      return ledger.jobs.get(id);
    },

    /** What could run: all that was begun, and of what was not the head of each queue. Never the whole table. */
    async candidates(): Promise<Job[]> {
      return readable([...(await ledger.jobs.where('status').anyOf(begun).toArray()), ...(await heads())]);
    },

    async running(): Promise<Job[]> {
      return readable(await ledger.jobs.where('status').equals('running').toArray());
    },

    /** How many ask the seller. */
    async asking(): Promise<number> {
      return ledger.jobs.where('status').equals('needs-user').count();
    },

    /** What may have happened on the site and awaits its proof: there may be news any moment. */
    async unproved(): Promise<Job[]> {
      const rows = await ledger.jobs.where('status').anyOf(begun).toArray();
      return rows.filter(({ committedAt }) => committedAt !== null);
    },

    /** Drops what was not begun in its time: a wish that slept past its window is not made up for. */
    async dropMissed(): Promise<Job[]> {
      const at = now();
      const late = () =>
        ledger.jobs
          .where('[status+notAfter]')
          .between(['queued', Dexie.minKey], ['queued', at], false, false)
          .limit(AT_ONCE);
      if ((await late().count()) === 0) return [];
      return ledger.transaction('rw', ledger.jobs, ledger.journal, async () => {
        const failure = { code: 'missed', message: 'Its time had passed before it could begin.' };
        const rows = await late().toArray();
        const dropped = rows.map((job): Job => ({ ...job, status: 'stopped', failure, doneAt: at, updatedAt: at }));
        await ledger.jobs.bulkPut(dropped);
        for (const job of dropped) await append(job, [{ event: 'missed', detail: '' }]);
        return dropped;
      });
    },

    /** When this event was written down since then, oldest first. */
    async momentsOf(event: string, since: number): Promise<Moment[]> {
      const lines = ledger.journal.where('[event+at]').between([event, since], [event, Dexie.maxKey], false, true);
      const moments = (await lines.toArray()).map(({ seq, at }) => ({ seq, at }));
      return moments.toSorted((a, b) => a.seq - b.seq);
    },

    /** A clock that was put back is noted once, so that what was written before counts as no later than now. */
    async noticeClock(): Promise<void> {
      const at = now();
      if (((await ledger.journal.orderBy('seq').last())?.at ?? 0) <= at + CLOCK_SLACK) return;
      await ledger.transaction('rw', ledger.journal, async () => {
        const last = await ledger.journal.orderBy('seq').last();
        if (!last || last.at <= at + CLOCK_SLACK) return;
        await append({ id: '', kind: '', step: '' }, [{ event: CLOCK_BACK, detail: `${last.at - at} ms` }]);
      });
    },

    clockWentBack: async (): Promise<Moment[]> => {
      const lines = await ledger.journal
        .where('[event+at]')
        .between([CLOCK_BACK, Dexie.minKey], [CLOCK_BACK, Dexie.maxKey])
        .toArray();
      return lines.map(({ seq, at }) => ({ seq, at }));
    },
  };
}
export type JobStore = ReturnType<typeof jobStore>;
