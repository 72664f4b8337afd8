import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { analyzeOptions } from '../../shared/bulk.ts';
import { systemClock, systemRandomness } from '../machine.ts';
import { startFakeOpenAi } from '../testing/fake-openai.ts';
import type { FakeOpenAi, Script } from '../testing/fake-openai.ts';
import { contractFaults } from '../testing/openai-contract.ts';
import { picture } from '../testing/pictures.ts';
import { dressSuggestion } from '../testing/suggestions.ts';
import { AnalysisError } from './analyser.ts';
import type { Analyser, ItemPhoto } from './analyser.ts';
import { createOpenAiAnalyser } from './openai-analyser.ts';
import type { OpenAiOptions } from './openai-analyser.ts';

let server: FakeOpenAi;
let photos: ItemPhoto[];
const wishes = analyzeOptions.parse({ language: 'fr', tone: 'friendly', currency: 'GBP' });

beforeAll(async () => {
  server = await startFakeOpenAi();
  photos = [await picture(1), await picture(2)];
});
afterAll(() => server.close());
beforeEach(() => {
  server.script.length = 0;
  server.requests.length = 0;
});

const analyser = (changes: Partial<OpenAiOptions> = {}): Analyser =>
  createOpenAiAnalyser({
    apiKey: 'sk-test',
    baseUrl: server.baseUrl,
    model: 'eyes-1',
    timeoutMs: 2_000,
    maxTokens: 2_000,
    detail: 'low',
    price: { input: 0.15, output: 0.6 },
    random: systemRandomness,
    clock: systemClock,
    fetch,
    ...changes,
  });

const analyse = (options?: Partial<OpenAiOptions>, signal = new AbortController().signal) =>
  analyser(options).analyse(photos, wishes, signal);

async function failureOf(step: Script | Script[], options?: Partial<OpenAiOptions>): Promise<AnalysisError> {
  server.script.push(...[step].flat());
  const error: unknown = await analyse(options).catch((thrown: unknown) => thrown);
  if (error instanceof AnalysisError) return error;
  throw new Error(`expected an AnalysisError, got ${String(error)}`);
}

describe('a good answer', () => {
  it('comes back as a suggestion with what it cost', async () => {
    const { suggestion, usage, kinds } = await analyse();
    expect(suggestion).toEqual(dressSuggestion);
    expect(usage).toEqual({ inputTokens: 1_000, outputTokens: 200, cost: 270 });
    expect(kinds).toEqual(['garment', 'garment']);
  });

  it('costs an unknown amount when no price is set', async () => {
    const { usage } = await analyse({ price: { input: null, output: 0.6 } });
    expect(usage.cost).toBeNull();
  });

  it('is asked for as the published contract says, with the seller’s wishes and nothing of the seller', async () => {
    await analyse();
    const [request] = server.requests;
    expect(contractFaults(request)).toEqual([]);
    expect(request).toMatchObject({ model: 'eyes-1', max_completion_tokens: 2_000, store: false });
    const text = JSON.stringify(request);
    expect(text).toContain('language fr');
    expect(text).toContain('GBP');
    expect(text.match(/data:image\/jpeg;base64,/g)).toHaveLength(2);
    expect(text).not.toContain(photos[0]?.hash);
  });

  it('is accepted inside a code fence, as servers without structured output send it', async () => {
    server.script.push({ does: 'answers', content: `\`\`\`json\n${JSON.stringify(dressSuggestion)}\n\`\`\`` });
    expect((await analyse()).suggestion).toEqual(dressSuggestion);
  });
});

describe('an answer that does not fit', () => {
  const long = { ...dressSuggestion, title: { ...dressSuggestion.title, value: 'x'.repeat(10_000) } };
  const faulty: [string, Script][] = [
    ['not JSON', { does: 'answers', content: 'Here you go: {' }],
    ['an extra key', { does: 'answers', suggestion: { ...dressSuggestion, role: 'admin' } }],
    ['a title of 10,000 characters', { does: 'answers', suggestion: long }],
    ['JSON in JSON', { does: 'answers', content: JSON.stringify(JSON.stringify(dressSuggestion)) }],
    ['an empty object', { does: 'answers', content: '{}' }],
    [
      'a price in words',
      { does: 'answers', suggestion: { ...dressSuggestion, price: { value: 'free', confidence: 1, source: 'model' } } },
    ],
    [
      'an unknown condition',
      {
        does: 'answers',
        suggestion: { ...dressSuggestion, condition: { value: 'mint', confidence: 1, source: 'model' } },
      },
    ],
  ];
  it.each(faulty)('is repaired once: %s', async (_name, step) => {
    server.script.push(step);
    const { suggestion, usage } = await analyse();
    expect(suggestion).toEqual(dressSuggestion);
    expect(usage).toMatchObject({ inputTokens: 2_000, outputTokens: 400 });
    expect(contractFaults(server.requests[1])).toEqual([]);
  });
  it.each(faulty)('twice is a failure, not a third try: %s', async (_name, step) => {
    const { failure, retry, usage } = await failureOf([step, step]);
    expect([failure.code, retry]).toEqual(['analysis-invalid-answer', false]);
    expect(usage?.inputTokens).toBe(2_000);
    expect(server.requests).toHaveLength(2);
  });
});

describe('a failure', () => {
  const big = JSON.stringify({ choices: [], filler: 'x'.repeat(2 * 1024 * 1024) });
  const cases: [string, Script, string, boolean][] = [
    ['a refusal', { does: 'answers', refusal: 'I cannot help', content: null }, 'analysis-refused', false],
    ['a cut answer', { does: 'answers', finish: 'length', content: '{"title"' }, 'analysis-truncated', false],
    ['a filtered answer', { does: 'answers', finish: 'content_filter', content: null }, 'analysis-filtered', false],
    [
      'a filtered request',
      { does: 'fails', status: 400, code: 'content_policy_violation' },
      'analysis-filtered',
      false,
    ],
    ['a wrong key', { does: 'fails', status: 401, code: 'invalid_api_key' }, 'analysis-key-invalid', false],
    ['a forbidden key', { does: 'fails', status: 403 }, 'analysis-key-invalid', false],
    ['an empty purse', { does: 'fails', status: 429, code: 'insufficient_quota' }, 'analysis-quota', false],
    ['a payment due', { does: 'fails', status: 402 }, 'analysis-quota', false],
    ['too many requests', { does: 'fails', status: 429, code: 'rate_limit_exceeded' }, 'analysis-rate-limited', true],
    ['an unknown model', { does: 'fails', status: 404, code: 'model_not_found' }, 'analysis-rejected', false],
    ['a request not understood', { does: 'fails', status: 400 }, 'analysis-rejected', false],
    ['a server error', { does: 'fails', status: 500 }, 'analysis-provider-error', true],
    ['an overload', { does: 'fails', status: 503 }, 'analysis-provider-error', true],
    ['an empty list of choices', { does: 'sends', body: '{"choices":[]}' }, 'analysis-empty-answer', true],
    ['an empty message', { does: 'answers', content: '' }, 'analysis-empty-answer', true],
    ['another shape', { does: 'sends', body: '{"result":"ok"}' }, 'analysis-invalid-answer', true],
    [
      'a body that is not JSON',
      { does: 'sends', body: '<html>Sign in to the hotel</html>' },
      'analysis-invalid-answer',
      true,
    ],
    ['an answer of 2 MB', { does: 'sends', body: big }, 'analysis-invalid-answer', true],
    ['a connection cut halfway', { does: 'cuts' }, 'analysis-unreachable', true],
    [
      'a redirect elsewhere',
      { does: 'sends', status: 307, body: '', headers: { location: 'http://127.0.0.1:9/' } },
      'analysis-unreachable',
      true,
    ],
    ['the prompt written down', { does: 'repeats-prompt' }, 'analysis-unsafe-answer', false],
  ];
  it.each(cases)('%s has its own state', async (_name, step, code, retry) => {
    const error = await failureOf(step);
    expect([error.failure.code, error.retry]).toEqual([code, retry]);
    expect(error.failure.message).not.toContain('scripted');
    expect(server.requests).toHaveLength(1);
  });

  it('to answer in time is told from silence', async () => {
    const error = await failureOf({ does: 'hangs' }, { timeoutMs: 1_000 });
    expect([error.failure.code, error.retry]).toEqual(['analysis-timeout', true]);
  });

  it('to be there at all is told from trouble', async () => {
    const error = await failureOf([], { baseUrl: 'http://127.0.0.1:9/v1' });
    expect([error.failure.code, error.retry]).toEqual(['analysis-unreachable', true]);
  });

  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after-ms': '1500', 'retry-after': '9' }, 1_500],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '99999999' }, 86_400_000],
  ])('with %o waits %s ms', async (headers, wait) => {
    const error = await failureOf({ does: 'fails', status: 429, headers: headers as Record<string, string> });
    expect(error.failure.retryAfter).toBe(wait);
  });

  it('is not made of a cancelled call', async () => {
    server.script.push({ does: 'hangs' });
    const stop = new AbortController();
    const answer = analyse({}, stop.signal);
    stop.abort(new Error('no longer wanted'));
    await expect(answer).rejects.toThrow('no longer wanted');
  });
});
