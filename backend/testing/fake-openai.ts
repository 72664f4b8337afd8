import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { dressSuggestion } from './suggestions.ts';

/** One scripted behaviour of the pretend provider. */
export type Script =
  | { does: 'answers'; suggestion?: unknown; content?: string | null; finish?: string; refusal?: string }
  | { does: 'sends'; status?: number; body: string; headers?: Record<string, string> }
  | { does: 'fails'; status: number; code?: string; headers?: Record<string, string> }
  | { does: 'repeats-prompt' }
  | { does: 'hangs' }
  | { does: 'cuts' };

export type FakeOpenAi = {
  baseUrl: string;
  /** Parsed bodies of the requests so far. */
  requests: Record<string, unknown>[];
  /** Next behaviours in order; when they run out, every request gets a good answer. */
  script: Script[];
  close(): Promise<void>;
};

const usage = { prompt_tokens: 1_000, completion_tokens: 200, total_tokens: 1_200 };

/** An OpenAI-compatible server that says what it is told to. For tests and for trying the product; never in it. */
export async function startFakeOpenAi(port = 0): Promise<FakeOpenAi> {
  const fake: Pick<FakeOpenAi, 'requests' | 'script'> = { requests: [], script: [] };
  const server = createServer((request, response) => void handle(fake, request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: actual } = server.address() as AddressInfo;
  return {
    ...fake,
    baseUrl: `http://127.0.0.1:${actual}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  fake: Pick<FakeOpenAi, 'requests' | 'script'>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  fake.requests.push(body);
  act(fake.script.shift() ?? { does: 'answers' }, body, response);
}

function act(step: Script, body: Record<string, unknown>, response: ServerResponse): void {
  if (step.does === 'hangs') return;
  if (step.does === 'cuts') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000' });
    response.write('{"id":"chatcmpl-1","choices":[{"index":0,');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (step.does === 'sends') return send(response, step.status ?? 200, step.body, step.headers);
  if (step.does === 'fails') {
    const error = { message: 'scripted failure', type: step.code ?? 'error', param: null, code: step.code ?? null };
    return send(response, step.status, JSON.stringify({ error }), step.headers);
  }
  const content = step.does === 'repeats-prompt' ? leak(body) : contentOf(step);
  const message = { role: 'assistant', content, refusal: step.does === 'answers' ? (step.refusal ?? null) : null };
  const finish = step.does === 'answers' ? (step.finish ?? 'stop') : 'stop';
  const choices = [{ index: 0, message, finish_reason: finish, logprobs: null }];
  const answer = { id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: body['model'], choices, usage };
  send(response, 200, JSON.stringify(answer));
}

const contentOf = (step: Extract<Script, { does: 'answers' }>): string | null =>
  step.content === undefined ? JSON.stringify(step.suggestion ?? dressSuggestion) : step.content;

/** What a model does that was talked into writing its instructions down. */
function leak(body: Record<string, unknown>): string {
  const [system] = body['messages'] as { content: string }[];
  const description = { value: system?.content.slice(0, 1_500), confidence: 1, source: 'model' };
  return JSON.stringify({ ...dressSuggestion, description });
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body);
}
