import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startBackend } from '../start-backend.ts';
import type { Backend } from '../start-backend.ts';
import { eachItsOwn, jobIn, newClient } from '../testing/client.ts';
import type { Client } from '../testing/client.ts';
import { newFolder } from '../testing/each-database.ts';
import { startFakeOpenAi } from '../testing/fake-openai.ts';
import type { FakeOpenAi, Script } from '../testing/fake-openai.ts';
import { responseFaults } from '../testing/openai-contract.ts';
import { pictures } from '../testing/pictures.ts';
import type { Picture } from '../testing/pictures.ts';
import { createRecordingLogger, quickQueue } from '../testing/test-backend.ts';

const key = 'sk-canary-key-4711';
let provider: FakeOpenAi;
let backend: Backend;
let client: Client;
let photos: Picture[];
const logger = createRecordingLogger();
beforeAll(async () => {
  provider = await startFakeOpenAi();
  const env = {
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: provider.baseUrl,
    OPENAI_MODEL: 'eyes-1',
    OPENAI_TIMEOUT_MS: '1000',
    OPENAI_INPUT_PRICE: '0.15',
    OPENAI_OUTPUT_PRICE: '0.6',
    DEVICES_PER_HOUR: '1000',
  };
  // Dice that always show the least: back-off at its shortest.
  const random = {
    uuid: () => crypto.randomUUID(),
    bytes: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
    fraction: () => 0,
  };
  backend = await startBackend({ env, dataDir: newFolder(), port: 0, logger, random, queueTiming: quickQueue });
  photos = await pictures(2);
});
afterAll(async () => {
  await backend.close();
  await provider.close();
});
beforeEach(async () => {
  client = await newClient(backend.url);
  provider.script.length = 0;
  provider.requests.length = 0;
});

async function analysed(script: Script[]) {
  provider.script.push(...script);
  const one = photos.slice(0, 1);
  const { id } = jobIn(await client.send('upload-0001', one, eachItsOwn(one)));
  return client.until(id, (job) => job.state === 'done', 50_000);
}

describe('the whole path with a model', () => {
  it('ends in a draft, with tokens and cost of the job', async () => {
    const done = await analysed([]);
    expect(done).toMatchObject({ analyser: 'model', usage: { inputTokens: 1_000, outputTokens: 200, cost: 270 } });
    expect((await client.drafts('')).drafts[0]?.suggestion.title).toEqual({
      value: 'Blue midi dress',
      confidence: 0.9,
      source: 'model',
    });
    expect((await client.call('GET', '/capabilities')).body).toMatchObject({
      analyser: 'model',
      provider: '127.0.0.1',
    });
  });

  it.each<[string, Script, string, number]>([
    ['a refusal', { does: 'answers', refusal: 'no', content: null }, 'analysis-refused', 1],
    ['a wrong key', { does: 'fails', status: 401, code: 'invalid_api_key' }, 'analysis-key-invalid', 1],
    ['a used-up budget', { does: 'fails', status: 429, code: 'insufficient_quota' }, 'analysis-quota', 1],
    ['a photo that talked the model round', { does: 'repeats-prompt' }, 'analysis-unsafe-answer', 1],
    ['nonsense, twice', { does: 'answers', content: 'no json' }, 'analysis-invalid-answer', 2],
  ])('after %s ends in a clear state at once', async (_name, step, code, calls) => {
    const done = await analysed([step, step]);
    expect(done.items[0]).toMatchObject({ state: 'failed', failure: { code }, draftId: null });
    expect(provider.requests).toHaveLength(calls);
    expect((await client.drafts('')).drafts).toEqual([]);
  });

  it('after a server error and a silence tries again, and counts what it was charged once', async () => {
    const done = await analysed([{ does: 'fails', status: 500 }, { does: 'hangs' }]);
    expect(done.items[0]?.state).toBe('done');
    expect(done.usage.inputTokens).toBe(1_000);
    expect(provider.requests).toHaveLength(3);
  });

  it('after trouble that does not end gives up, with the last reason', async () => {
    const step: Script = { does: 'fails', status: 503 };
    const done = await analysed([step, step, step, step, step]);
    expect(done.items[0]).toMatchObject({ state: 'failed', failure: { code: 'analysis-provider-error' } });
    expect(provider.requests).toHaveLength(4);
  });

  it('is tried on a pretend provider that answers as the real one is described', async () => {
    const answer = await fetch(`${provider.baseUrl}/chat/completions`, { method: 'POST', body: '{"model":"m"}' });
    expect(responseFaults(await answer.json())).toEqual([]);
  });

  it('logs neither title nor key nor token nor photo', () => {
    const log = logger.lines.join('\n');
    expect(logger.lines.length).toBeGreaterThan(20);
    for (const secret of ['Blue midi', key, client.token, 'vbd_', 'base64', photos[0]?.hash ?? '', 'upload-0001']) {
      expect(log).not.toContain(secret);
    }
  });
});
