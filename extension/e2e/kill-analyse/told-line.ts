import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Steps } from './steps.ts';

export interface ToldLine {
  url: string;
  close(): Promise<void>;
}

/** What a request is for; `null` = nothing of the analysis. */
function purposeOf({ method, url = '' }: IncomingMessage, body: Buffer): string | null {
  if (url.endsWith('/devices')) return 'a token';
  if (url.endsWith('/capabilities')) return 'the provider';
  if (url.endsWith('/bulk/photos/analyze')) return body.includes('name="photos"') ? 'photos' : 'a job';
  if (url.endsWith('/events')) return 'the events';
  if (method === 'GET' && /\/bulk\/jobs\/[^/]+$/.test(url)) return 'the job';
  return url.includes('/bulk/drafts') ? 'an answer' : null;
}

/** The line between browser and backend: tells of each request before the backend has it, and of each answer before the browser has it. */
export async function startToldLine(steps: Steps, to: () => string, gate: () => Promise<void>): Promise<ToldLine> {
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = Buffer.concat(await request.toArray());
    const purpose = purposeOf(request, body);
    await gate();
    if (purpose) await steps.at(`line asks for ${purpose}`);
    const { method, headers, url = '' } = request;
    const onward = ask(new URL(url, to()), { method: method ?? 'GET', headers, agent: false });
    onward.on('response', (answer) => {
      const hand = (): void => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      };
      if (purpose) void steps.at(`line answers with ${purpose}`).then(hand);
      else hand();
      answer.on('error', () => response.destroy());
      answer.on('close', () => answer.complete || response.destroy());
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    onward.end(body);
  };
  const server = createServer((request, response) => {
    response.on('error', () => response.destroy());
    void pass(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 1;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
