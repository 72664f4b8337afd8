import { and, eq, notInArray, sql } from 'drizzle-orm';

import { bulkItems, bulkJobs, bulkPhotos } from '../db/schema.ts';
import type { Database } from '../db/database.ts';
import type { Transaction } from '../db/transact.ts';

export type JobRow = typeof bulkJobs.$inferSelect;
export type ItemRow = typeof bulkItems.$inferSelect;

export const openItemStates: ItemRow['state'][] = ['waiting', 'running'];

/** Every change of a job starts here: the row's lock puts changes of one job in order. */
export async function lockJob(tx: Transaction, jobId: string): Promise<JobRow | undefined> {
  const [job] = await tx.select().from(bulkJobs).where(eq(bulkJobs.id, jobId)).for('update');
  return job;
}

export async function findOwnJob(
  db: Database | Transaction,
  ownerId: string,
  jobId: string,
): Promise<JobRow | undefined> {
  const [job] = await db
    .select()
    .from(bulkJobs)
    .where(and(eq(bulkJobs.id, jobId), eq(bulkJobs.ownerId, ownerId)));
  return job;
}

/** `updatedAt` always grows, so that "did it change" is one comparison. */
export async function touchJob(
  tx: Transaction,
  jobId: string,
  now: number,
  changes: Partial<JobRow> = {},
): Promise<void> {
  await tx
    .update(bulkJobs)
    .set({ ...changes, updatedAt: sql`greatest(${bulkJobs.updatedAt} + 1, ${now}::bigint)` as unknown as number })
    .where(eq(bulkJobs.id, jobId));
}

export const itemsOf = (db: Database | Transaction, jobId: string): Promise<ItemRow[]> =>
  db.select().from(bulkItems).where(eq(bulkItems.jobId, jobId)).orderBy(bulkItems.position);

/** Photos the job still needs and does not have: all listed ones at first, those of open items later. */
export async function missingPhotos(db: Database | Transaction, job: JobRow, items: ItemRow[]): Promise<string[]> {
  if (job.state === 'done' || job.state === 'cancelled' || job.manifest === null) return [];
  const open = items.filter((item) => openItemStates.includes(item.state)).flatMap((item) => item.photos);
  const needed = items.length > 0 ? open : job.manifest.photos.map((photo) => photo.hash);
  if (needed.length === 0) return [];
  // All of the job's rather than those asked for: a list of 200 hashes in the question costs more than the answer.
  const rows = await db.select({ hash: bulkPhotos.hash }).from(bulkPhotos).where(eq(bulkPhotos.jobId, job.id));
  const here = new Set(rows.map((row) => row.hash));
  return needed.filter((hash) => !here.has(hash));
}

/** Photos live only as long as their job. */
export async function dropPhotos(tx: Transaction, jobId: string, keep: string[] = []): Promise<void> {
  const ofJob = eq(bulkPhotos.jobId, jobId);
  await tx.delete(bulkPhotos).where(keep.length > 0 ? and(ofJob, notInArray(bulkPhotos.hash, keep)) : ofJob);
}
