import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { clientFor, eachItsOwn, jobIn, newClient } from '../testing/client.ts';
import type { Client } from '../testing/client.ts';
import { mustStart, startChild } from '../testing/child.ts';
import type { Child } from '../testing/child.ts';
import { eachDatabase, newFolder } from '../testing/each-database.ts';
import { pictures } from '../testing/pictures.ts';

/** Each start is a process of its own, seconds long on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

const started: Child[] = [];
afterEach(async () => {
  for (const child of started.splice(0)) await child.kill();
});
const start = async (...given: Parameters<typeof mustStart>): Promise<Child> => {
  const child = await mustStart(...given);
  started.push(child);
  return child;
};

describe.each(eachDatabase)('a backend killed on $name', ({ where }) => {
  it('in the middle of an analysis goes on where it was: nothing lost, nothing counted twice', async () => {
    const place = await where();
    const calls = join(mkdtempSync(join(tmpdir(), 'vb-calls-')), 'calls');
    const photos = await pictures(6);
    const slow = await start(place, { CALLS: calls, ANALYSIS_MS: '400', WORKERS: '2' });
    const client = await newClient(slow.url);
    const { id } = jobIn(await client.send('upload-kill', photos, eachItsOwn(photos)));
    await client.until(
      id,
      (job) => job.items.some((item) => item.state === 'done') && job.items.some((item) => item.state === 'running'),
    );
    const before = await client.job(id);
    await slow.kill();

    const again = await start(place, { CALLS: calls, ANALYSIS_MS: '20', WORKERS: '2' });
    const done = await sameClient(client, again).until(id, (job) => job.state === 'done', 90_000);
    expect(done.items.map((item) => item.state)).toEqual(photos.map(() => 'done'));
    expect(done.usage.inputTokens).toBe(6_000);
    const kept = before.items.flatMap((item) => item.draftId ?? []);
    expect(done.items.flatMap((item) => item.draftId ?? [])).toEqual(expect.arrayContaining(kept));
    const called = readFileSync(calls, 'utf8').trim().split('\n');
    const finished = before.items.filter((item) => item.state === 'done').map((item) => item.photos[0]);
    for (const hash of finished) expect(called.filter((call) => call === hash)).toHaveLength(1);
    expect((await sameClient(client, again).drafts(`?job=${id}`)).drafts).toHaveLength(6);
  });

  it('between photos keeps every photo it acknowledged', async () => {
    const place = await where();
    const photos = await pictures(4);
    const manifest = eachItsOwn(photos);
    let child = await start(place);
    const client = await newClient(child.url);
    for (const [index, photo] of photos.slice(0, 2).entries()) {
      const job = jobIn(await sameClient(client, child).send('upload-kill', [photo], manifest));
      expect(job.photos.received).toBe(index + 1);
      await child.kill();
      child = await start(place);
    }
    const resumed = jobIn(await sameClient(client, child).send('upload-kill', photos.slice(2), manifest));
    expect(resumed.missing).toEqual([]);
    await sameClient(client, child).until(resumed.id, (job) => job.state === 'done');
  });

  it('politely gives its work back before it goes', async () => {
    const place = await where();
    const photos = await pictures(2);
    const slow = await start(place, { ANALYSIS_MS: '60000', WORKERS: '2' });
    const client = await newClient(slow.url);
    const { id } = jobIn(await client.send('upload-stop', photos, eachItsOwn(photos)));
    await client.until(id, (job) => job.items.every((item) => item.state === 'running'));
    expect(await slow.stop()).toBe(0);
    const again = await start(place, { ANALYSIS_MS: '20' });
    await sameClient(client, again).until(id, (job) => job.state === 'done', 60_000);
  });
});

describe('a data folder', () => {
  it('belongs to one process: a second one is told which and refused', async () => {
    const place = { dataDir: newFolder() };
    const first = await start(place);
    const second = await startChild(place);
    expect(second).toMatchObject({ code: 1 });
    expect((second as { said: string }).said).toContain(`in use by process ${first.pid}`);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    await first.kill();
    expect((await start(place)).url).toContain('http://127.0.0.1');
  });

  it('keeps every acknowledged write through five kills', async () => {
    const place = { dataDir: newFolder() };
    const tokens: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const child = await start(place);
      const issued = await Promise.all(Array.from({ length: 5 }, () => newClient(child.url)));
      tokens.push(...issued.map((client) => client.token));
      await child.kill();
    }
    const child = await start(place);
    for (const token of tokens)
      expect((await clientFor(child.url, token).call('GET', '/bulk/drafts')).status).toBe(200);
  });
});

const sameClient = (client: Client, child: Child): Client => clientFor(child.url, client.token);
