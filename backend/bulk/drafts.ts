import { and, asc, eq, sql } from 'drizzle-orm';
import * as z from 'zod';

import type { BulkDraft, BulkDraftPage } from '../../shared/bulk.ts';
import { suggestion } from '../../shared/suggestion.ts';
import { bulkDrafts } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { Refused } from '../http/refused.ts';
import type { BulkDeps } from './bulk-deps.ts';

type DraftRow = typeof bulkDrafts.$inferSelect;

const viewDraft = ({
  id,
  jobId,
  itemKey,
  photos,
  suggestion: said,
  edits,
  createdAt,
  updatedAt,
}: DraftRow): BulkDraft => ({
  id,
  jobId,
  itemKey,
  photos,
  suggestion: said,
  edits,
  createdAt,
  updatedAt,
});

const notFound = (): Refused => new Refused('not-found', 'There is no such draft.');
const ownDraft = (ownerId: string, id: string) => and(eq(bulkDrafts.id, id), eq(bulkDrafts.ownerId, ownerId));

export async function getDraft({ db }: BulkDeps, ownerId: string, id: string): Promise<BulkDraft> {
  const [row] = await db.select().from(bulkDrafts).where(ownDraft(ownerId, id));
  if (!row) throw notFound();
  return viewDraft(row);
}

export type DraftQuery = { job: string | undefined; cursor: string | undefined; limit: number };

export async function listDrafts({ db }: BulkDeps, ownerId: string, query: DraftQuery): Promise<BulkDraftPage> {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const rows = await db
    .select()
    .from(bulkDrafts)
    .where(
      and(
        eq(bulkDrafts.ownerId, ownerId),
        query.job === undefined ? undefined : eq(bulkDrafts.jobId, query.job),
        after && sql`(${bulkDrafts.createdAt}, ${bulkDrafts.id}) > (${after.at}::bigint, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(bulkDrafts.createdAt), asc(bulkDrafts.id))
    .limit(query.limit + 1);
  const drafts = rows.slice(0, query.limit);
  const last = drafts.at(-1);
  return { drafts: drafts.map(viewDraft), next: last && rows.length > query.limit ? writeCursor(last) : null };
}

const cursor = z.tuple([z.int().min(0), z.uuid()]);
const writeCursor = (row: DraftRow): string =>
  Buffer.from(JSON.stringify([row.createdAt, row.id])).toString('base64url');

/** A forged cursor only moves within the caller's own drafts; one that cannot be read is refused. */
function readCursor(text: string): { at: number; id: string } {
  try {
    const [at, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at, id };
  } catch {
    throw new Refused('invalid-input', 'This cursor was not given out here.', { field: 'cursor' });
  }
}

/** Only fields of the suggestion, each whole; nothing else of a draft can be changed by its owner. */
export const draftEdits = suggestion.partial();

export async function editDraft(
  deps: BulkDeps,
  ownerId: string,
  id: string,
  edits: BulkDraft['edits'],
): Promise<BulkDraft> {
  const now = deps.clock.now();
  return transact(deps.db, async (tx) => {
    const [row] = await tx.select().from(bulkDrafts).where(ownDraft(ownerId, id)).for('update');
    if (!row) throw notFound();
    const changes = { edits: { ...row.edits, ...edits }, updatedAt: Math.max(now, row.updatedAt + 1) };
    await tx.update(bulkDrafts).set(changes).where(eq(bulkDrafts.id, id));
    return viewDraft({ ...row, ...changes });
  });
}
