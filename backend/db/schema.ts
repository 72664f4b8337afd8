import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

import type { AnalyzeManifest, AnalyzeOptions, BulkDraft, BulkItem, BulkJob } from '../../shared/bulk.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Suggestion } from '../../shared/suggestion.ts';
import type { PhotoLook } from '../bulk/photo-look.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
});
/** Unix milliseconds. */
const moment = (name: string) => bigint(name, { mode: 'number' });

export const devices = pgTable('devices', {
  id: uuid('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  createdAt: moment('created_at').notNull(),
  lastSeenAt: moment('last_seen_at').notNull(),
});

export const bulkJobs = pgTable(
  'bulk_jobs',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => devices.id, { onDelete: 'cascade' }),
    idempotencyKey: text('idempotency_key').notNull(),
    /** Null until the sender's list is known: given first, or taken from what came when there was no list. */
    manifest: jsonb('manifest').$type<AnalyzeManifest>(),
    manifestHash: text('manifest_hash'),
    options: jsonb('options').$type<AnalyzeOptions>().notNull(),
    state: text('state').$type<BulkJob['state']>().notNull(),
    analyser: text('analyser').$type<BulkJob['analyser']>().notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    unique('bulk_jobs_owner_key').on(table.ownerId, table.idempotencyKey),
    index('bulk_jobs_created').on(table.createdAt),
  ],
);

/** Lives only as long as its job (at most a day). */
export const bulkPhotos = pgTable(
  'bulk_photos',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => bulkJobs.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    bytes: bytes('bytes').notNull(),
    /** Null where the sender says which photos are one item: then nobody asks. */
    look: jsonb('look').$type<PhotoLook>(),
    position: integer('position').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.hash] }), index('bulk_photos_created').on(table.createdAt)],
);

export const bulkItems = pgTable(
  'bulk_items',
  {
    id: uuid('id').primaryKey(),
    jobId: uuid('job_id')
      .notNull()
      .references(() => bulkJobs.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    photos: jsonb('photos').$type<string[]>().notNull(),
    state: text('state').$type<BulkItem['state']>().notNull(),
    failure: jsonb('failure').$type<Failure>(),
    /** Tries since the last time a person asked; bounded. */
    attempts: integer('attempts').notNull(),
    /** Tries ever; never reset, so that each is paid for once. */
    runs: integer('runs').notNull(),
    /** The queue task that may work on this item; an older task finds another id here and does nothing. */
    taskId: uuid('task_id').notNull(),
    /** False until the queue holds the task: the queue is filled after the commit, and again after a crash. */
    enqueued: boolean('enqueued').notNull(),
    notBefore: moment('not_before').notNull(),
    /** Fencing token of the run in progress; a result that carries another one is dropped. */
    claim: uuid('claim'),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    unique('bulk_items_job_key').on(table.jobId, table.key),
    index('bulk_items_open')
      .on(table.state)
      .where(sql`${table.state} in ('waiting', 'running')`),
  ],
);

export const bulkDrafts = pgTable(
  'bulk_drafts',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => devices.id, { onDelete: 'cascade' }),
    jobId: uuid('job_id')
      .notNull()
      .references(() => bulkJobs.id, { onDelete: 'cascade' }),
    itemId: uuid('item_id')
      .notNull()
      .unique()
      .references(() => bulkItems.id, { onDelete: 'cascade' }),
    itemKey: text('item_key').notNull(),
    photos: jsonb('photos').$type<string[]>().notNull(),
    suggestion: jsonb('suggestion').$type<Suggestion>().notNull(),
    edits: jsonb('edits').$type<BulkDraft['edits']>().notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('bulk_drafts_owner').on(table.ownerId, table.createdAt, table.id)],
);

/** Ledger of what the analyser used: one row per run of an item, so a run is never counted twice. */
export const bulkUsage = pgTable(
  'bulk_usage',
  {
    itemId: uuid('item_id')
      .notNull()
      .references(() => bulkItems.id, { onDelete: 'cascade' }),
    run: integer('run').notNull(),
    jobId: uuid('job_id')
      .notNull()
      .references(() => bulkJobs.id, { onDelete: 'cascade' }),
    inputTokens: integer('input_tokens').notNull(),
    outputTokens: integer('output_tokens').notNull(),
    cost: moment('cost'),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.run] }), index('bulk_usage_job').on(table.jobId)],
);
