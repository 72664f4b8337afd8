/** What the ledger need not keep any longer. What an unfinished job, a limit or a lost listing could still ask for stays. */
import type { Ledger } from '../../db/database.ts';
import { isReplacedAgain, liveKeyOf, type Backup } from '../../../shared/listing.ts';
import type { Job } from '../../../shared/job.ts';

const DAY = 86_400_000;
export const keepFor = {
  forgottenBytes: 7 * DAY,
  replacedBackup: 30 * DAY,
  soldBackup: 90 * DAY,
  /** Bytes no backup names: those of a copy that was never finished. */
  looseBytes: DAY / 4,
  jobs: 365 * DAY,
  journal: 400 * DAY,
} as const;
const newestDiagnostics = 200;
const atOnce = 500;
const unfinished: Job['status'][] = ['queued', 'running', 'waiting', 'unsettled', 'needs-user'];

/** `soldSince`: when the listing behind this key was seen sold; null = it is not, or nobody knows. */
export type SoldSince = (listingKey: string) => number | null;

export async function pruneLedger(ledger: Ledger, soldSince: SoldSince, now: number): Promise<void> {
  await pruneBackups(ledger, soldSince, now);
  await pruneJobs(ledger, now);
  await pruneJournal(ledger, now);
  const surplus = await ledger.diagnostics.orderBy(':id').reverse().offset(newestDiagnostics).primaryKeys();
  await ledger.diagnostics.bulkDelete(surplus);
}

async function pruneBackups(ledger: Ledger, soldSince: SoldSince, now: number): Promise<void> {
  await ledger.transaction('rw', ledger.backups, ledger.backupPhotos, ledger.jobs, async () => {
    const all = await ledger.backups.toArray();
    const jobs = await ledger.jobs.where('status').anyOf(unfinished).toArray();
    const gone = all.filter((backup) => isNeededNoMore(backup, all, soldSince, now) && !isAsked(backup, jobs));
    await ledger.backups.bulkDelete(gone.map(({ id }) => id));
    const kept = all.filter((backup) => !gone.includes(backup) && !isForgotten(backup, now));
    const named = new Set(kept.flatMap(({ photos }) => photos.map(({ sha256 }) => sha256)));
    // A copy under way stores bytes first and names them last: nothing younger than the oldest job is loose.
    const before = Math.min(now - keepFor.looseBytes, ...jobs.map(({ createdAt }) => createdAt));
    const bytes = await ledger.backupPhotos.where('addedAt').below(before).primaryKeys();
    await ledger.backupPhotos.bulkDelete(bytes.filter((sha256) => !named.has(sha256)));
  });
}

function isNeededNoMore(backup: Backup, all: readonly Backup[], soldSince: SoldSince, now: number): boolean {
  if (isReplacedAgain(backup, all)) return now - backup.madeAt > keepFor.replacedBackup;
  const sold = soldSince(liveKeyOf(backup));
  return sold !== null && now - Math.max(sold, backup.madeAt) > keepFor.soldBackup;
}

/** The row stays: without it an older backup of the same thing would be taken for a lost listing. */
const isForgotten = ({ state, madeAt }: Backup, now: number): boolean =>
  state === 'forgotten' && now - madeAt > keepFor.forgottenBytes;

const isAsked = (backup: Backup, jobs: readonly Job[]): boolean =>
  jobs.some(
    ({ id, listingKey }) => id === backup.jobId || listingKey === backup.listingKey || listingKey === liveKeyOf(backup),
  );

async function pruneJobs(ledger: Ledger, now: number): Promise<void> {
  await ledger.jobs
    .where('doneAt')
    .below(now - keepFor.jobs)
    .filter((job) => !isDropCounted(job))
    .delete();
}

/** How often a rule lowered a price, and from which, is read from these jobs: without them its floor would sink. */
const isDropCounted = ({ kind, ruleId, status }: Job): boolean =>
  kind === 'price' && ruleId !== null && status === 'done';

/** Only its oldest lines, in one piece from the start, so that the chain of the rest still holds; never the last one. */
async function pruneJournal(ledger: Ledger, now: number): Promise<void> {
  const last = await ledger.journal.orderBy('seq').last();
  for (let more = last !== undefined; more;) {
    const lines = await ledger.journal.orderBy('seq').limit(atOnce).toArray();
    const young = lines.findIndex(({ seq, at }) => seq === last?.seq || at >= now - keepFor.journal);
    const old = young === -1 ? lines : lines.slice(0, young);
    await ledger.journal.bulkDelete(old.map(({ seq }) => seq));
    more = young === -1;
  }
}
