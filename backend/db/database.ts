import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { PGlite, types } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres';
import { migrate as migrateServer } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzleFolder } from 'drizzle-orm/pglite';
import { migrate as migrateFolder } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { fromPglite } from 'pg-boss';
import type { ConstructorOptions } from 'pg-boss';

import { lockFolder } from './folder-lock.ts';
import * as schema from './schema.ts';

/** The same tables, queries and migrations on a folder (PGlite) and on a server (PostgreSQL). */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export type OpenDatabase = {
  db: Database;
  kind: 'folder' | 'server';
  /** How the queue reaches the same database. */
  queue: ConstructorOptions;
  /** Gives deleted photos' bytes back to the disk; PostgreSQL does so by itself. */
  reclaim(): Promise<void>;
  close(): Promise<void>;
};

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
const migrations = { migrationsFolder };

/** Photos as PGlite takes them, written by Node: its own writing of a photo digit by digit stops the process for 30 ms. */
const bytea = {
  serializers: {
    [types.BYTEA]: (value: Uint8Array): string =>
      `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`,
  },
  parsers: { [types.BYTEA]: (text: string): Uint8Array => Buffer.from(text.slice(2), 'hex') },
};

/** `memory://` keeps everything in memory. */
export async function openFolder(folder: string): Promise<OpenDatabase> {
  const inMemory = folder.startsWith('memory://');
  const lock = inMemory ? { release: () => undefined } : lockFolder(folder);
  try {
    if (!inMemory) mkdirSync(folder, { recursive: true });
    const client = await PGlite.create(folder, { relaxedDurability: false, ...bytea });
    const db = drizzleFolder(client, { schema });
    await migrateFolder(db, migrations);
    return {
      db: db as unknown as Database,
      kind: 'folder',
      queue: { db: fromPglite(client), backend: 'pglite' },
      reclaim: async () => void (await client.exec('VACUUM bulk_photos')),
      close: async () => {
        await client.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Any bigint would do, as long as every process that starts asks for the same one. */
const migrationLock = 7_203_611;

export async function openServer(url: string, onIdleError: (error: Error) => void): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 3_000 });
  pool.on('error', onIdleError);
  try {
    await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = drizzleServer(pool, { schema });
  return {
    db: db as unknown as Database,
    kind: 'server',
    queue: { connectionString: url, max: 5, application_name: 'vintedbot-queue', connectionTimeoutMillis: 3_000 },
    reclaim: async () => undefined,
    close: () => pool.end(),
  };
}

/** Server and workers may start at the same moment: one migrates, the others wait. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const db = drizzleServer(client);
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
    await migrateServer(db, migrations);
    await db.execute(sql`select pg_advisory_unlock(${migrationLock})`);
  } finally {
    client.release();
  }
}
