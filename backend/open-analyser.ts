import type { Config } from './config.ts';
import type { Clock, Randomness } from './deps.ts';
import type { Analyser } from './suggest/analyser.ts';
import { createOpenAiAnalyser } from './suggest/openai-analyser.ts';

/** The vision model when a key is set, else the built-in analyser; the one not chosen is never loaded. */
export async function openAnalyser(config: Config, random: Randomness, clock: Clock): Promise<Analyser> {
  if (config.OPENAI_API_KEY === undefined) {
    const { createBuiltInAnalyser } = await import('./analyser/built-in-analyser.ts');
    return createBuiltInAnalyser();
  }
  return createOpenAiAnalyser({
    apiKey: config.OPENAI_API_KEY,
    baseUrl: config.OPENAI_BASE_URL,
    model: config.OPENAI_MODEL,
    timeoutMs: config.OPENAI_TIMEOUT_MS,
    maxTokens: config.OPENAI_MAX_TOKENS,
    detail: config.OPENAI_IMAGE_DETAIL,
    price: { input: config.OPENAI_INPUT_PRICE ?? null, output: config.OPENAI_OUTPUT_PRICE ?? null },
    random,
    clock,
    fetch,
  });
}
