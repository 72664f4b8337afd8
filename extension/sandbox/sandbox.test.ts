import { request } from 'node:https';

import { expect, it } from 'vitest';

import { startSandbox } from './sandbox.ts';
import { seedItem } from './state.ts';

type Given = { method?: string; host?: string; body?: string };

/** One request over TLS on a connection of its own, as a browser would make it. */
const ask = (
  port: number,
  path: string,
  { method = 'GET', host = 'www.vinted.fr', body }: Given = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = {
      port,
      path,
      method,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      agent: false,
      headers: { host },
    };
    const call = request(options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve(text));
    });
    call.on('error', reject);
    call.end(body);
  });

it('serves, is switched, cut, read and reset from outside', async () => {
  const sandbox = await startSandbox({ switches: { photoMs: 0 } });
  const { port } = sandbox;
  expect(await ask(port, '/items/new')).toContain('id="__next"');
  expect((await ask(port, '/assets/site.js')).length).toBeGreaterThan(100_000);
  seedItem(sandbox.state, { body: { title: 'Pull' } }, 0);
  expect(JSON.parse(await ask(port, '/__sandbox/state'))).toMatchObject({
    listings: [{ body: { title: 'Pull' } }],
    drafts: [],
  });
  await ask(port, '/__sandbox/switches', { method: 'POST', body: '{"decimalSign":"comma"}' });
  expect(sandbox.switches.decimalSign).toBe('comma');
  sandbox.set({ faults: [{ at: 'member', is: 'cut-before' }] });
  await expect(ask(port, '/api/v2/users/current')).rejects.toThrow('socket hang up');
  expect(sandbox.log.at(-1)).toMatchObject({ path: '/api/v2/users/current', fault: 'cut-before' });
  const { state, switches, log } = sandbox;
  await ask(port, '/__sandbox/reset', { method: 'POST' });
  expect([state.items.length, switches.decimalSign, log.length]).toEqual([0, 'point', 0]);
  await sandbox.close();
  await expect(ask(port, '/')).rejects.toThrow('ECONNREFUSED');
}, 30_000);
