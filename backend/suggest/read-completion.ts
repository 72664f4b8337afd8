import * as z from 'zod';

import { suggestion } from '../../shared/suggestion.ts';
import type { Suggestion } from '../../shared/suggestion.ts';
import type { AnalysisFailureCode } from '../../shared/backend-failures.ts';

const tokens = z.int().min(0).max(10_000_000).catch(0);

/** What we read of an answer; any compatible server, so the least possible. */
const completion = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.nullish(z.string()),
      message: z.object({ content: z.nullish(z.string()), refusal: z.nullish(z.string()) }),
    }),
  ),
  usage: z.nullish(z.object({ prompt_tokens: tokens, completion_tokens: tokens })),
});

export type Tokens = { input: number; output: number };
export type Reading = { tokens: Tokens } & (
  | { is: 'suggestion'; text: string; suggestion: Suggestion }
  | { is: 'faulty'; text: string; faults: string[] }
  | { is: 'failed'; code: AnalysisFailureCode; message: string; retry: boolean }
);

/** Sorts an answer: a suggestion, something to repair once, or a failure with its reason. */
export function readCompletion(answer: unknown): Reading {
  const parsed = completion.safeParse(answer);
  if (!parsed.success) {
    const message = 'The AI provider sent something that is not a completion.';
    return { tokens: { input: 0, output: 0 }, is: 'failed', code: 'analysis-invalid-answer', message, retry: true };
  }
  const { choices, usage } = parsed.data;
  const spent = { input: usage?.prompt_tokens ?? 0, output: usage?.completion_tokens ?? 0 };
  const [choice] = choices;
  return { tokens: spent, ...readChoice(choice) };
}

type Choice = z.infer<typeof completion>['choices'][number];
type Outcome = Reading extends infer R ? (R extends Reading ? Omit<R, 'tokens'> : never) : never;

function readChoice(choice: Choice | undefined): Outcome {
  const failed = (code: AnalysisFailureCode, message: string, retry: boolean): Outcome => ({
    is: 'failed',
    code,
    message,
    retry,
  });
  if (!choice) return failed('analysis-empty-answer', 'The AI provider sent an empty answer.', true);
  if (choice.message.refusal) return failed('analysis-refused', 'The AI declined to describe these photos.', false);
  if (choice.finish_reason === 'length')
    return failed('analysis-truncated', 'The answer of the AI was cut off.', false);
  if (choice.finish_reason === 'content_filter') {
    return failed('analysis-filtered', "The AI provider's filter stopped the answer.", false);
  }
  const text = choice.message.content?.trim() ?? '';
  if (text === '') return failed('analysis-empty-answer', 'The AI provider sent an empty answer.', true);
  return readText(text);
}

function readText(text: string): Outcome {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^```(?:json)?\s*|\s*```$/g, ''));
  } catch {
    return { is: 'faulty', text, faults: ['not valid JSON'] };
  }
  const parsed = suggestion.safeParse(value);
  if (parsed.success) return { is: 'suggestion', text, suggestion: parsed.data };
  const faults = parsed.error.issues
    .slice(0, 8)
    .map((issue) => `${issue.path.map(String).join('.') || 'answer'}: ${issue.code}`);
  return { is: 'faulty', text, faults };
}
