import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, Server } from 'node:http';

import { readOut } from './read-out.ts';

export type Listening = { url: string; port: number; close(): Promise<void> };

const patience = 5_000;

/** Listens with limits against slow clients; closing lets answers under way finish, for a while. */
export function listen(
  fetch: (request: Request, env: never) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({
      fetch: async (request, env) => {
        const answer = await fetch(request, env as never);
        if (answer.status >= 400 && 'incoming' in env) await readOut(env.incoming as IncomingMessage);
        return answer;
      },
      hostname: host,
      port,
      // A phone on a slow line may need minutes for a photo; a client that never ends its headers may not.
      serverOptions: { requestTimeout: 15 * 60_000, headersTimeout: 15_000, maxHeaderSize: 16_384 },
    }) as Server;
    server.once('error', reject);
    server.once('listening', () => {
      const address = server.address() as AddressInfo;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ url: `http://${name}:${address.port}`, port: address.port, close: () => closeServer(server) });
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
