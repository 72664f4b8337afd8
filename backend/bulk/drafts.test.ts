import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { BulkDraft } from '../../shared/bulk.ts';
import { eachItsOwn, failureIn, jobIn, newClient } from '../testing/client.ts';
import type { Client } from '../testing/client.ts';
import { eachDatabase } from '../testing/each-database.ts';
import { pictures } from '../testing/pictures.ts';
import { startTestBackend } from '../testing/test-backend.ts';
import type { TestBackend } from '../testing/test-backend.ts';

describe.each(eachDatabase)('drafts on $name', ({ where }) => {
  let backend: TestBackend;
  let client: Client;
  let draft: BulkDraft;
  beforeAll(async () => {
    backend = await startTestBackend(await where());
    client = await newClient(backend.url);
    const photos = await pictures(5);
    const { id } = jobIn(await client.send('upload-0001', photos, eachItsOwn(photos)));
    await client.until(id, (job) => job.state === 'done');
    draft = (await client.drafts('')).drafts[0] as BulkDraft;
  });
  afterAll(() => backend.close());

  const patch = (body: string, type = 'application/json') =>
    client.call('PATCH', `/bulk/drafts/${draft.id}`, { body, headers: { 'content-type': type } });
  const title = (value: unknown) => JSON.stringify({ title: { value, confidence: 1, source: 'seller' } });

  it('come in pages that neither repeat nor miss one', async () => {
    const seen: string[] = [];
    let query = '?limit=2';
    for (;;) {
      const page = await client.drafts(query);
      seen.push(...page.drafts.map(({ id }) => id));
      if (page.next === null) break;
      query = `?limit=2&cursor=${page.next}`;
    }
    expect(seen).toEqual((await client.drafts('')).drafts.map(({ id }) => id));
    expect(new Set(seen).size).toBe(5);
  });

  it.each([
    '?limit=-1',
    '?limit=1e9',
    '?limit=0',
    '?cursor=forged',
    '?cursor=WzEsIngiXQ',
    '?job=1',
    '?sort=title',
    '?job=a&job=b',
    `?${'x=1&'.repeat(5_000)}`,
  ])('are not listed for a query that is none: %.30s', async (query) => {
    const answer = await client.call('GET', `/bulk/drafts${query}`);
    expect([400, 431]).toContain(answer.status);
  });

  it('remember what the seller changed, field by field', async () => {
    await patch(title('Robe bleue'));
    const { body } = await patch(JSON.stringify({ size: { value: 'M', confidence: 1, source: 'seller' } }));
    const edited = body as BulkDraft;
    expect(edited.edits).toEqual({
      title: { value: 'Robe bleue', confidence: 1, source: 'seller' },
      size: { value: 'M', confidence: 1, source: 'seller' },
    });
    expect(edited.suggestion).toEqual(draft.suggestion);
    expect((await client.call('GET', `/bulk/drafts/${draft.id}`)).body).toEqual(edited);
  });

  it.each([
    'Robe "été" 100% \\ %_\'; drop table devices; --',
    'שמלה \u202E כחולה',
    'e\u0301'.repeat(40),
    '{"a":1}',
    '👗',
  ])('keep text as it was typed: %s', async (value) => {
    expect(((await patch(title(value))).body as BulkDraft).edits.title?.value).toBe(value);
  });

  const price = (low: unknown) =>
    `{"price":{"value":{"low":${String(low)},"high":900,"reason":"r"},"confidence":1,"source":"seller"}}`;
  it.each([
    ['no JSON', '{"title"', 400],
    ['nothing', '', 400],
    ['a byte order mark', '\uFEFF{}', 400],
    ['a list', '[]', 400],
    ['a thousand brackets', '['.repeat(1_000), 400],
    ['an extra field', '{"owner":"me"}', 400],
    ['another owner', '{"ownerId":"x","title":{"value":null,"confidence":0,"source":"none"}}', 400],
    ['a prototype', '{"__proto__":{"polluted":1}}', 400],
    ['a prototype inside', '{"title":{"value":"x","confidence":1,"source":"seller","__proto__":{"polluted":1}}}', 400],
    ['a constructor', '{"constructor":{"prototype":{"polluted":1}}}', 400],
    ['a title of 101 characters', title('x'.repeat(101)), 400],
    ['a title of a megabyte', title('x'.repeat(1_000_000)), 413],
    ['a NUL', title('a\u0000b'), 400],
    ['half a letter', '{"title":{"value":"a\\ud800","confidence":1,"source":"seller"}}', 400],
    ['a price of nothing', price(0), 400],
    ['a negative price', price(-5), 400],
    ['a price of 1e309', price('1e309'), 400],
    ['a price of 0.001', price(0.001), 400],
    ['a price of a billion', price(1e9), 400],
    ['a price in words', price('"1,50"'), 400],
    ['a price past exact numbers', price('9007199254740993'), 400],
    ['a certainty of two', '{"title":{"value":"x","confidence":2,"source":"seller"}}', 400],
    ['an unknown colour', '{"colors":{"value":["SKY"],"confidence":1,"source":"seller"}}', 400],
  ])('refuse %s', async (_name, body, status) => {
    const before = (await client.call('GET', `/bulk/drafts/${draft.id}`)).body;
    const answer = await patch(body);
    expect([answer.status, failureIn(answer).code]).toEqual([
      status,
      expect.stringMatching(/^(bad-request|invalid-input|body-too-large)$/),
    ]);
    expect((await client.call('GET', `/bulk/drafts/${draft.id}`)).body).toEqual(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it.each(['text/plain', 'multipart/form-data; boundary=b', 'application/xml'])('refuse %s', async (type) => {
    expect((await patch('{}', type)).status).toBe(415);
  });

  it('in UTF-16 are not guessed at', async () => {
    const answer = await client.call('PATCH', `/bulk/drafts/${draft.id}`, {
      body: new Uint8Array(Buffer.from('{"title":null}', 'utf16le')),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
  });
});
