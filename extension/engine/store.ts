import type { Ledger } from '../db/database.ts';
import { job as jobSchema, type Job, type JournalEntry } from '../../shared/job.ts';
import { chain, type JournalLine } from './journal.ts';

export type JobChange = Partial<Omit<Job, 'id' | 'kind' | 'createdAt'>>;
export type Note = Pick<JournalLine, 'event' | 'detail'>;

/** Jobs and journal: every transition is one transaction that writes the row and its journal lines, or neither. */
export function jobStore(ledger: Ledger, now: () => number) {
  const append = async (job: Job, notes: readonly Note[]): Promise<void> => {
    let last: JournalEntry | undefined = await ledger.journal.orderBy('seq').last();
    for (const { event, detail } of notes) {
      last = chain(last, {
        at: now(),
        jobId: job.id,
        kind: job.kind,
        step: job.step,
        event,
        detail,
      });
      await ledger.journal.add(last);
    }
  };

  return {
    /** Adds jobs with a line each; ids must be new. */
    async add(jobs: readonly Job[]): Promise<void> {
      await ledger.transaction('rw', ledger.jobs, ledger.journal, async () => {
        for (const job of jobs) {
          await ledger.jobs.add(job);
          await append(job, [{ event: 'queued', detail: '' }]);
        }
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
      return ledger.transaction('rw', ledger.jobs, ledger.journal, async () => {
        const current = await ledger.jobs.get(id);
        if (!current || current.leaseToken !== expected) return undefined;
        const next = { ...current, ...change, updatedAt: now() };
        await ledger.jobs.put(next);
        await append(next, notes);
        return next;
      });
    },

    async find(id: string): Promise<Job | undefined> {
      return ledger.jobs.get(id);
    },

    /** Every job that is not over, read defensively: a row that does not parse is reported, not run. */
    async unfinished(): Promise<{ jobs: Job[]; broken: string[] }> {
      const rows: unknown[] = await ledger.jobs.where('status').noneOf(['done', 'failed', 'stopped']).toArray();
      const parsed = rows.map((row) => ({ row, result: jobSchema.safeParse(row) }));
      return {
        jobs: parsed.flatMap(({ result }) => (result.success ? [result.data] : [])),
        broken: parsed.flatMap(({ row, result }) => (result.success ? [] : [String((row as { id?: unknown }).id)])),
      };
    },

    async countedSince(event: string, since: number): Promise<number[]> {
      const entries = await ledger.journal.where('at').above(since).toArray();
      return entries.filter((entry) => entry.event === event).map((entry) => entry.at);
    },
  };
}
export type JobStore = ReturnType<typeof jobStore>;
