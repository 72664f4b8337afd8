import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { bulkJob } from '../../shared/bulk.ts';
import type { BulkJob } from '../../shared/bulk.ts';
import { eachItsOwn, jobIn, newClient } from '../testing/client.ts';
import type { Client } from '../testing/client.ts';
import { dressAnalysis } from '../testing/fake-analyser.ts';
import { pictures } from '../testing/pictures.ts';
import { startTestBackend } from '../testing/test-backend.ts';
import type { TestBackend } from '../testing/test-backend.ts';

let backend: TestBackend;
let client: Client;
beforeAll(async () => {
  backend = await startTestBackend({ heartbeatMs: 100 });
});
afterAll(() => backend.close());
beforeEach(async () => {
  client = await newClient(backend.url);
  backend.analyser.answer = async () => dressAnalysis;
});

type Told = { event: string; id: string; job: BulkJob };

/** Reads a stream until it ends or `enough` says so. */
async function follow(
  id: string,
  enough: (told: Told[], raw: string) => boolean = () => false,
): Promise<{ told: Told[]; raw: string }> {
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${client.token}` };
  const response = await fetch(`${backend.url}/api/v1/bulk/jobs/${id}/events`, { headers, signal: stop.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let raw = '';
  let told: Told[] = [];
  for await (const chunk of response.body ?? []) {
    raw += Buffer.from(chunk).toString('utf8');
    told = raw.split('\n\n').slice(0, -1).flatMap(readEvent);
    if (enough(told, raw)) break;
  }
  stop.abort();
  return { told, raw };
}

function readEvent(block: string): Told[] {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  const { event = '', id = '', data } = fields;
  return data === undefined ? [] : [{ event, id, job: bulkJob.parse(JSON.parse(data)) }];
}

describe('the events of a job', () => {
  it('tell the whole job at each change and end with it', async () => {
    const photos = await pictures(3);
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    backend.analyser.answer = () => gate.then(() => dressAnalysis);
    const { id } = jobIn(await client.send('upload-sse1', photos, eachItsOwn(photos)));
    const stream = follow(id);
    await client.until(id, (job) => job.items.every((item) => item.state === 'running'));
    open();
    const { told } = await stream;
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told.map(({ event }) => event))).toEqual(new Set(['job']));
    const times = told.map(({ job }) => job.updatedAt);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(new Set(times).size).toBe(times.length);
    expect(told.at(-1)?.job).toEqual(await client.job(id));
  });

  it('show signs of life while nothing happens', async () => {
    const [photo] = await pictures(2);
    const { id } = jobIn(await client.send('upload-sse2', [], eachItsOwn(photo ? [photo] : [])));
    const { raw } = await follow(id, (_told, text) => text.split(': alive').length > 3);
    expect(raw.match(/event: job/g)).toHaveLength(1);
  });

  it('go on after a cut: whoever calls again hears how things are now', async () => {
    const photos = await pictures(2);
    const { id } = jobIn(await client.send('upload-sse3', photos.slice(0, 1), eachItsOwn(photos)));
    await follow(id, (told) => told.length > 0);
    await client.send('upload-sse3', photos.slice(1), eachItsOwn(photos));
    const { told } = await follow(id);
    expect(told.at(-1)?.job.state).toBe('done');
    expect((await follow(id)).told.map(({ job }) => job.state)).toEqual(['done']);
  });
});
