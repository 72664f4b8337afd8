import OpenAI from 'openai';
import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';

import type { AnalyzeOptions } from '../../shared/bulk.ts';
import type { Clock, Randomness } from '../deps.ts';
import type { Analyser, Analysis, ItemPhoto, Usage } from './analyser.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { guardSuggestion, leaksPrompt } from './guard.ts';
import { suggestionFormat } from './output-schema.ts';
import { repairRequest, systemPrompt, userContent } from './prompt.ts';
import type { Prompt } from './prompt.ts';
import { analysisError, providerFailure } from './provider-failure.ts';
import { readCompletion } from './read-completion.ts';
import type { Reading, Tokens } from './read-completion.ts';

export type OpenAiOptions = {
  apiKey: string;
  baseUrl: string;
  model: string;
  timeoutMs: number;
  maxTokens: number;
  detail: 'low' | 'high' | 'auto';
  /** US dollars per million tokens; null = unknown. */
  price: { input: number | null; output: number | null };
  random: Randomness;
  clock: Clock;
  fetch: typeof fetch;
};

const mostAnswerBytes = 512 * 1024;
const longestRepairEcho = 20_000;

/** A vision model behind any OpenAI-compatible server. One item per call; retries belong to the queue, not to the SDK. */
export function createOpenAiAnalyser(options: OpenAiOptions): Analyser {
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    timeout: options.timeoutMs,
    maxRetries: 0,
    fetch: boundedFetch(options.fetch, mostAnswerBytes),
    logLevel: 'off',
  });
  const ask = createAsk(client, options);
  return {
    kind: 'model',
    provider: new URL(options.baseUrl).hostname,
    analyse: (photos, wishes, signal) => analyse(options, ask, { photos, wishes, signal }),
    close: async () => undefined,
  };
}

type Ask = (messages: ChatCompletionMessageParam[], signal: AbortSignal, spent: Tokens) => Promise<Reading>;
type Request = { photos: ItemPhoto[]; wishes: AnalyzeOptions; signal: AbortSignal };

async function analyse(options: OpenAiOptions, ask: Ask, { photos, wishes, signal }: Request): Promise<Analysis> {
  const prompt = systemPrompt(wishes, `vb-${Buffer.from(options.random.bytes(12)).toString('hex')}`);
  const messages: ChatCompletionMessageParam[] = [
    { role: 'system', content: prompt.text },
    { role: 'user', content: userContent(photos, options.detail) },
  ];
  const spent: Tokens = { input: 0, output: 0 };
  let reading = await ask(messages, signal, spent);
  if (reading.is === 'faulty') {
    refuseLeak(reading.text, prompt, usageOf(options, spent));
    reading = await ask([...messages, ...repairTurns(reading.text, reading.faults)], signal, spent);
  }
  const usage = usageOf(options, spent);
  if (reading.is === 'failed') throw analysisError(reading, usage);
  refuseLeak(reading.text, prompt, usage);
  if (reading.is === 'suggestion') refuseLeak(JSON.stringify(reading.suggestion), prompt, usage);
  if (reading.is === 'faulty') {
    const message = 'The AI answered twice in a form that cannot be used.';
    throw analysisError({ code: 'analysis-invalid-answer', message, retry: false }, usage);
  }
  return { suggestion: guardSuggestion(reading.suggestion, wishes), usage, kinds: photos.map(() => 'garment') };
}

function createAsk(client: OpenAI, { model, maxTokens, price, clock }: OpenAiOptions): Ask {
  return async (messages, signal, spent) => {
    const body: ChatCompletionCreateParamsNonStreaming = {
      model,
      messages,
      response_format: suggestionFormat,
      max_completion_tokens: maxTokens,
      store: false,
    };
    try {
      const reading = readCompletion(await client.chat.completions.create(body, { signal }));
      spent.input += reading.tokens.input;
      spent.output += reading.tokens.output;
      return reading;
    } catch (error) {
      signal.throwIfAborted();
      const verdict = providerFailure(error, clock.now());
      if (verdict === null) throw error;
      throw analysisError(verdict, spent.input + spent.output > 0 ? usageOf({ price }, spent) : null);
    }
  };
}

const repairTurns = (text: string, faults: string[]): ChatCompletionMessageParam[] => [
  { role: 'assistant', content: text.slice(0, longestRepairEcho) },
  { role: 'user', content: repairRequest(faults) },
];

/** An answer that repeats the prompt was written by the photo, not about it: nothing of it is used. */
function refuseLeak(text: string, prompt: Prompt, usage: Usage): void {
  if (!leaksPrompt(text, prompt)) return;
  const message = 'The answer of the AI was not about the item and was thrown away.';
  throw analysisError({ code: 'analysis-unsafe-answer', message, retry: false }, usage);
}

/** Dollars per million tokens are millionths of a dollar per token. */
function usageOf({ price }: Pick<OpenAiOptions, 'price'>, spent: Tokens): Usage {
  const isKnown = price.input !== null && price.output !== null;
  const cost = isKnown ? Math.round(spent.input * (price.input ?? 0) + spent.output * (price.output ?? 0)) : null;
  return { inputTokens: spent.input, outputTokens: spent.output, cost };
}
