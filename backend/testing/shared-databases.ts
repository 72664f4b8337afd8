import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { openFolder } from '../db/database.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    /** A data folder nobody has open, with empty tables, to be copied: making one takes seconds. */
    emptyFolder: string;
  }
}

/** One PostgreSQL server and one prepared folder for all test files of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'vb-shared-'));
  const emptyFolder = join(scratch, 'data');
  const [server] = await Promise.all([startPostgres(), prepareFolder(emptyFolder)]);
  project.provide('postgresUrl', server.url);
  project.provide('emptyFolder', emptyFolder);
  return async () => {
    await server.close();
    rmSync(scratch, { recursive: true, force: true });
  };
}

async function prepareFolder(folder: string): Promise<void> {
  const database = await openFolder(folder);
  await database.close();
}
