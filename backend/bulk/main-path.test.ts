import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { eachItsOwn, jobIn, newClient } from '../testing/client.ts';
import { pictures } from '../testing/pictures.ts';
import { startTestBackend } from '../testing/test-backend.ts';
import type { TestBackend } from '../testing/test-backend.ts';

describe('photos to drafts', () => {
  let backend: TestBackend;
  beforeAll(async () => {
    backend = await startTestBackend();
  });
  afterAll(() => backend.close());

  it('analyses one item per listed group and keeps a draft of each', async () => {
    const client = await newClient(backend.url);
    const photos = await pictures(2);
    const sent = jobIn(await client.send('upload-0001', photos, eachItsOwn(photos)));
    expect(sent.missing).toEqual([]);
    const done = await client.until(sent.id, (job) => job.state === 'done');
    expect(done.items.map((item) => [item.key, item.state])).toEqual([
      ['item-1', 'done'],
      ['item-2', 'done'],
    ]);
    expect(done.usage).toEqual({ inputTokens: 2_000, outputTokens: 400, cost: 540 });
    const { drafts } = await client.drafts(`?job=${sent.id}`);
    expect(drafts.map((draft) => draft.itemKey).toSorted()).toEqual(['item-1', 'item-2']);
  });
});
