import { createHash } from 'node:crypto';

import { and, count, eq, sql } from 'drizzle-orm';

import { analyzeOptions, bulkLimits } from '../../shared/bulk.ts';
import type { AnalyzeManifest } from '../../shared/bulk.ts';
import { bulkJobs, bulkPhotos } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import { Refused } from '../http/refused.ts';
import type { BulkDeps } from './bulk-deps.ts';
import { dropPhotos, itemsOf, lockJob, missingPhotos, touchJob } from './job-row.ts';
import type { JobRow } from './job-row.ts';
import { manifestHash, manifestOf, parseManifest } from './manifest.ts';
import { lookAt } from './photo-look.ts';
import { preparePhoto } from './prepare-photo.ts';
import { startIfComplete } from './start-job.ts';

export type Sender = { ownerId: string; idempotencyKey: string };
export type UploadPart = { name: string | undefined; bytes: Uint8Array };

type Upload = {
  jobId: string;
  needs(hash: string): boolean;
  /** The job's list, which never changes; null while there is none. */
  manifest: AnalyzeManifest | null;
  /** True while the job waits for its first complete set of photos. */
  isFirst: boolean;
};

const mostUnfinishedJobs = 20;

/**
 * Takes one request's parts into the job of this sender and key, and starts the job once nothing is missing. Every photo
 * is kept as soon as it came, so a cut connection loses at most the photo it was in.
 */
export async function receivePhotos(deps: BulkDeps, sender: Sender, parts: AsyncIterable<UploadPart>): Promise<string> {
  let upload: Upload | null = null;
  const sent: string[] = [];
  for await (const part of parts) {
    if (part.name === 'manifest' && upload === null) {
      upload = await openUpload(deps, sender, parseManifest(part.bytes));
    } else if (part.name === 'photos') {
      upload ??= await openUpload(deps, sender, null);
      if (sent.length === bulkLimits.photos)
        throw new Refused('too-many-photos', 'At most 200 photos go into one job.');
      sent.push(await keepPhoto(deps, upload, part.bytes, sent.length));
    } else {
      throw new Refused('bad-request', 'Send one manifest part first, then photos parts.', { field: 'body' });
    }
  }
  if (upload === null) throw new Refused('no-photos', 'Send at least one photo.', { field: 'photos' });
  if (upload.manifest) refuseForeign(upload.manifest, sent);
  else await closeList(deps, upload.jobId, [...new Set(sent)]);
  if (await mayBeComplete(deps, upload)) await startIfComplete(deps, upload.jobId);
  return upload.jobId;
}

async function openUpload(deps: BulkDeps, sender: Sender, manifest: AnalyzeManifest | null): Promise<Upload> {
  const job = await findOrCreateJob(deps, sender, manifest);
  if (manifest !== null && job.manifestHash !== manifestHash(manifest)) {
    throw new Refused('idempotency-key-reused', 'This Idempotency-Key was used with another manifest.', {
      field: 'Idempotency-Key',
    });
  }
  const known = { jobId: job.id, manifest: job.manifest };
  if (job.state !== 'receiving') return { ...known, isFirst: false, needs: () => false };
  const listed = job.manifest && new Set(job.manifest.photos.map((photo) => photo.hash));
  const items = await itemsOf(deps.db, job.id);
  const missing = new Set(await missingPhotos(deps.db, job, items));
  return { ...known, isFirst: items.length === 0, needs: needsPhoto(listed, missing) };
}

/** A count spares all but the last of a job's uploads the lock on its row; whoever commits last sees them all. */
async function mayBeComplete({ db }: BulkDeps, { jobId, manifest, isFirst }: Upload): Promise<boolean> {
  if (manifest === null || !isFirst) return true;
  const [row] = await db.select({ photos: count() }).from(bulkPhotos).where(eq(bulkPhotos.jobId, jobId));
  return (row?.photos ?? 0) >= manifest.photos.length;
}

function needsPhoto(listed: Set<string> | null, missing: Set<string>): Upload['needs'] {
  return (hash) => {
    if (listed === null) return true;
    if (!listed.has(hash)) {
      throw new Refused(
        'photo-not-listed',
        'This photo is not in the manifest: it was changed or damaged on the way.',
        {
          field: hash,
        },
      );
    }
    return missing.has(hash);
  };
}

async function findOrCreateJob(deps: BulkDeps, sender: Sender, manifest: AnalyzeManifest | null): Promise<JobRow> {
  const { db, clock, random, analyser } = deps;
  const known = await findJob(deps, sender);
  if (known) return known;
  await refuseTooMany(deps, sender.ownerId);
  const now = clock.now();
  await db
    .insert(bulkJobs)
    .values({
      id: random.uuid(),
      ...sender,
      manifest,
      manifestHash: manifest && manifestHash(manifest),
      options: manifest?.options ?? analyzeOptions.parse({}),
      state: 'receiving',
      analyser,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing();
  const job = await findJob(deps, sender);
  if (!job) throw new Error('A job that was just stored is gone.');
  return job;
}

async function findJob({ db }: BulkDeps, { ownerId, idempotencyKey }: Sender): Promise<JobRow | undefined> {
  const mine = and(eq(bulkJobs.ownerId, ownerId), eq(bulkJobs.idempotencyKey, idempotencyKey));
  const [job] = await db.select().from(bulkJobs).where(mine);
  return job;
}

async function refuseTooMany({ db }: BulkDeps, ownerId: string): Promise<void> {
  const unfinished = and(eq(bulkJobs.ownerId, ownerId), sql`${bulkJobs.state} in ('receiving', 'queued', 'running')`);
  const [row] = await db.select({ jobs: count() }).from(bulkJobs).where(unfinished);
  if ((row?.jobs ?? 0) < mostUnfinishedJobs) return;
  throw new Refused('rate-limited', `At most ${mostUnfinishedJobs} jobs may be unfinished at a time.`, {
    retryAfter: 60_000,
  });
}

async function keepPhoto(deps: BulkDeps, upload: Upload, bytes: Uint8Array, position: number): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (!upload.needs(hash)) return hash;
  const [photo, look] = await deps.decoding(async () => {
    const prepared = await preparePhoto(bytes, hash);
    return [prepared, upload.manifest?.items ? null : await lookAt(prepared)] as const;
  });
  const now = deps.clock.now();
  await transact(deps.db, async (tx) => {
    // Its state only: the whole row holds the list of all photos.
    const [job] = await tx
      .select({ state: bulkJobs.state })
      .from(bulkJobs)
      .where(eq(bulkJobs.id, upload.jobId))
      .for('update');
    if (job?.state !== 'receiving') return;
    await tx
      .insert(bulkPhotos)
      .values({ jobId: upload.jobId, hash, bytes: photo, look, position, createdAt: now })
      .onConflictDoNothing();
    await touchJob(tx, upload.jobId, now);
  });
  deps.changes.announce(upload.jobId);
  return hash;
}

/** Without a manifest, what came in the first complete request is the list. */
async function closeList({ db, clock }: BulkDeps, jobId: string, sent: string[]): Promise<void> {
  await transact(db, async (tx) => {
    const job = await lockJob(tx, jobId);
    if (!job) return;
    if (job.manifest !== null) return refuseForeign(job.manifest, sent);
    const manifest = manifestOf(sent, job.options);
    await touchJob(tx, jobId, clock.now(), { manifest });
    await dropPhotos(tx, jobId, sent);
  });
}

function refuseForeign(manifest: AnalyzeManifest, sent: string[]): void {
  const listed = new Set(manifest.photos.map((photo) => photo.hash));
  if (sent.every((hash) => listed.has(hash))) return;
  throw new Refused('idempotency-key-reused', 'This Idempotency-Key was used with other photos.', {
    field: 'Idempotency-Key',
  });
}
