import { asc, eq } from 'drizzle-orm';

import { groupPhotos } from '../../shared/grouping.ts';
import type { AnalyzeManifest } from '../../shared/bulk.ts';
import { bulkItems, bulkPhotos } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import type { Transaction } from '../db/transact.ts';
import type { BulkDeps } from './bulk-deps.ts';
import { enqueueWaiting } from './enqueue.ts';
import { itemsOf, lockJob, missingPhotos, touchJob } from './job-row.ts';
import type { JobRow } from './job-row.ts';

/** Turns a job whose photos are all here into queued items; does nothing to any other job, however often it is asked. */
export async function startIfComplete(deps: BulkDeps, jobId: string): Promise<void> {
  const isStarted = await transact(deps.db, async (tx) => {
    const job = await lockJob(tx, jobId);
    if (job?.state !== 'receiving' || job.manifest === null) return false;
    const items = await itemsOf(tx, jobId);
    if ((await missingPhotos(tx, job, items)).length > 0) return false;
    if (items.length === 0) await createItems(deps, tx, job, job.manifest);
    await touchJob(tx, jobId, deps.clock.now(), { state: 'queued' });
    return true;
  });
  if (!isStarted) return;
  await enqueueWaiting(deps, jobId);
  deps.changes.announce(jobId);
}

async function createItems(
  { clock, random }: BulkDeps,
  tx: Transaction,
  job: JobRow,
  manifest: AnalyzeManifest,
): Promise<void> {
  const items = manifest.items ?? (await groupByLook(tx, job, manifest));
  const now = clock.now();
  await tx.insert(bulkItems).values(
    items.map((item, position) => ({
      id: random.uuid(),
      jobId: job.id,
      key: item.key,
      position,
      photos: item.photos,
      state: 'waiting' as const,
      attempts: 0,
      runs: 0,
      taskId: random.uuid(),
      enqueued: false,
      notBefore: now,
      updatedAt: now,
    })),
  );
}

type Items = NonNullable<AnalyzeManifest['items']>;

async function groupByLook(tx: Transaction, job: JobRow, manifest: AnalyzeManifest): Promise<Items> {
  const listed = manifest.photos.map((photo) => photo.hash);
  const rows = await tx
    .select({ hash: bulkPhotos.hash, look: bulkPhotos.look })
    .from(bulkPhotos)
    .where(eq(bulkPhotos.jobId, job.id))
    .orderBy(asc(bulkPhotos.position));
  const lookOf = new Map(rows.map((row) => [row.hash, row.look]));
  const groups = groupPhotos(
    manifest.photos.flatMap((photo) => {
      const look = lookOf.get(photo.hash);
      return look ? [{ id: photo.hash, takenAt: photo.takenAt, order: listed.indexOf(photo.hash), ...look }] : [];
    }),
  );
  return groups.map((photos, index) => ({ key: `item-${index + 1}`, photos }));
}
