import type { Ledger } from '../db/database.ts';
import { job as jobSchema, type Job } from '../../shared/job.ts';
import type { SealedFlow } from './flow.ts';
import { chain } from './journal.ts';
import { COUNT, JOB, type SmallStore } from './mirror.ts';
import { afterDeath } from './recover.ts';

type Counted = { event: string; at: number };
const DAY = 86_400_000;

/**
 * Compares the ledger with its mirror at a worker's start and brings back what only the mirror knows: a job that was under
 * way, as carefully as it can be taken up, and what counted today. Returns how many jobs came back. Repeatable.
 */
export async function restoreLost(
  ledger: Ledger,
  small: SmallStore,
  flows: readonly SealedFlow[],
  now: number,
): Promise<number> {
  const kept = Object.entries(await small.all());
  const rows = kept.flatMap(([key, value]) =>
    key.startsWith(JOB) ? [{ key, job: jobSchema.safeParse(value).data }] : [],
  );
  const counts = kept.flatMap(([key, value]) => (key.startsWith(COUNT) ? [{ key, ...(value as Counted) }] : []));
  const known = await ledger.jobs.bulkGet(rows.map(({ key }) => key.slice(JOB.length)));
  const stale = rows.filter((row, index) => !row.job || (known[index]?.doneAt ?? null) !== null);
  const lost = rows.flatMap((row, index) => (row.job && known[index] === undefined ? [row.job] : []));
  const old = counts.filter(({ at }) => !(at > now - DAY));
  if (stale.length + old.length > 0) await small.remove([...stale, ...old].map(({ key }) => key));
  if (lost.length > 0)
    await bringBack(
      ledger,
      lost.map((job) => carefully(job, flows, now)),
      now,
    );
  await countAgain(ledger, counts, now);
  return lost.length;
}

/** What may have been a commit is settled; everything else runs its step again, the form being gone. */
function carefully(job: Job, flows: readonly SealedFlow[], now: number): Job {
  const free = { leaseToken: null, leaseUntil: null, notBefore: now, updatedAt: now } as const;
  if (job.status === 'needs-user') return { ...job, ...free };
  const status = job.status === 'unsettled' ? job.status : afterDeath(job, flows);
  return { ...job, ...free, status: status === 'queued' ? 'waiting' : status, attempts: job.attempts + 1 };
}

async function bringBack(ledger: Ledger, jobs: readonly Job[], now: number): Promise<void> {
  await ledger.transaction('rw', ledger.jobs, ledger.journal, async () => {
    let last = await ledger.journal.orderBy('seq').last();
    for (const job of jobs) {
      await ledger.jobs.add(job);
      last = chain(last, {
        at: now,
        jobId: job.id,
        kind: job.kind,
        step: job.step,
        event: 'restored',
        detail: job.status,
      });
      await ledger.journal.add(last);
    }
  });
}

/** The limits of today hold over the loss: a count that the journal does not know is written again, at its own time. */
async function countAgain(ledger: Ledger, counts: readonly Counted[], now: number): Promise<void> {
  await ledger.transaction('rw', ledger.journal, async () => {
    let last = await ledger.journal.orderBy('seq').last();
    for (const { event, at } of counts.filter((count) => count.at > now - DAY)) {
      if ((await ledger.journal.where('[event+at]').equals([event, at]).count()) > 0) continue;
      last = chain(last, { at, jobId: '', kind: '', step: '', event, detail: 'from the mirror' });
      await ledger.journal.add(last);
    }
  });
}
