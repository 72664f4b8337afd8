import { count, eq, sql } from 'drizzle-orm';

import type { BulkItem, BulkJob } from '../../shared/bulk.ts';
import type { Database } from '../db/database.ts';
import { bulkDrafts, bulkPhotos, bulkUsage } from '../db/schema.ts';
import { findOwnJob, itemsOf, missingPhotos } from './job-row.ts';
import type { ItemRow, JobRow } from './job-row.ts';

/** A job as its owner sees it; undefined for anybody else. One snapshot: the parts never contradict each other. */
export function viewJob(db: Database, ownerId: string, jobId: string): Promise<BulkJob | undefined> {
  return db.transaction(
    async (tx) => {
      const job = await findOwnJob(tx, ownerId, jobId);
      if (!job) return undefined;
      const items = await itemsOf(tx, jobId);
      const missing = await missingPhotos(tx, job, items);
      const total = job.manifest?.photos.length ?? (await countPhotos(tx, jobId));
      const drafts = await tx
        .select({ id: bulkDrafts.id, itemId: bulkDrafts.itemId })
        .from(bulkDrafts)
        .where(eq(bulkDrafts.jobId, jobId));
      const draftOf = new Map(drafts.map((draft) => [draft.itemId, draft.id]));
      return {
        id: job.id,
        state: job.state,
        missing,
        photos: { total, received: total - missing.length },
        items: items.map((item) => viewItem(item, draftOf)),
        usage: await usageOf(tx, job),
        analyser: job.analyser,
        createdAt: job.createdAt,
        updatedAt: job.updatedAt,
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

const viewItem = (item: ItemRow, draftOf: Map<string, string>): BulkItem => ({
  key: item.key,
  photos: item.photos,
  state: item.state,
  failure: item.failure,
  draftId: draftOf.get(item.id) ?? null,
});

type Reader = Parameters<Parameters<Database['transaction']>[0]>[0];

async function countPhotos(tx: Reader, jobId: string): Promise<number> {
  const [row] = await tx.select({ photos: count() }).from(bulkPhotos).where(eq(bulkPhotos.jobId, jobId));
  return row?.photos ?? 0;
}

/** One run of unknown price makes the whole cost unknown; no run at all costs nothing. */
async function usageOf(tx: Reader, job: JobRow): Promise<BulkJob['usage']> {
  const [row] = await tx
    .select({
      inputTokens: sql`coalesce(sum(${bulkUsage.inputTokens}), 0)`.mapWith(Number),
      outputTokens: sql`coalesce(sum(${bulkUsage.outputTokens}), 0)`.mapWith(Number),
      cost: sql`coalesce(sum(${bulkUsage.cost}), 0)`.mapWith(Number),
      runs: count(),
      priced: count(bulkUsage.cost),
    })
    .from(bulkUsage)
    .where(eq(bulkUsage.jobId, job.id));
  if (!row) return { inputTokens: 0, outputTokens: 0, cost: 0 };
  const { inputTokens, outputTokens, cost, runs, priced } = row;
  return { inputTokens, outputTokens, cost: runs === priced ? cost : null };
}
