import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { eachItsOwn, failureIn, jobIn, newClient } from '../testing/client.ts';
import type { Client } from '../testing/client.ts';
import { pictures } from '../testing/pictures.ts';
import { startPostgres } from '../testing/postgres.ts';
import type { TestPostgres } from '../testing/postgres.ts';
import { startTestBackend } from '../testing/test-backend.ts';
import type { TestBackend } from '../testing/test-backend.ts';

/** A database that goes away and comes back: PostgreSQL is restarted under a running backend. */
describe('while the database is away', () => {
  let server: TestPostgres;
  let backend: TestBackend;
  let client: Client;
  beforeAll(async () => {
    server = await startPostgres({ persistent: true });
    backend = await startTestBackend({ databaseUrl: server.url });
    client = await newClient(backend.url);
  });
  afterAll(async () => {
    await backend.close();
    await server.close();
  });

  it('every call is told to come back, and work goes on afterwards', async () => {
    const photos = await pictures(2);
    const manifest = eachItsOwn(photos);
    const { id } = jobIn(await client.send('upload-away', photos.slice(0, 1), manifest));
    await server.stop();
    const answers = await Promise.all([
      client.call('GET', `/bulk/jobs/${id}`),
      client.send('upload-away', photos, manifest),
      client.call('GET', '/bulk/drafts'),
    ]);
    for (const answer of answers) {
      expect([answer.status, failureIn(answer).code, answer.headers.get('retry-after')]).toEqual([
        503,
        'unavailable',
        '5',
      ]);
    }
    expect((await fetch(`${backend.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${backend.url}/healthz`)).status).toBe(200);
    await server.start();
    await expect.poll(async () => (await fetch(`${backend.url}/readyz`)).status, { timeout: 30_000 }).toBe(200);
    await client.send('upload-away', photos, manifest);
    await client.until(id, (job) => job.state === 'done', 50_000);
  });
});
