import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { inject } from 'vitest';

export type Where = { dataDir: string } | { databaseUrl: string };

/** For `describe.each`: the same suite on a folder and on a server. */
export const eachDatabase: { name: string; where: () => Promise<Where> }[] = [
  { name: 'PGlite', where: async () => ({ dataDir: newFolder() }) },
  { name: 'PostgreSQL', where: async () => ({ databaseUrl: await newDatabase() }) },
];

/** A data folder with empty tables; the operating system clears it away. */
export function newFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'vb-backend-')), 'data');
  cpSync(inject('emptyFolder'), folder, { recursive: true });
  return folder;
}

let databases = 0;

/** An empty database on the run's server. */
export async function newDatabase(): Promise<string> {
  const shared = inject('postgresUrl');
  databases += 1;
  const name = `vb_${process.pid}_${databases}`;
  const client = new pg.Client({ connectionString: shared });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return shared.replace(/[^/]*$/, name);
}
