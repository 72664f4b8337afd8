import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { Where } from './each-database.ts';

export type Child = {
  url: string;
  pid: number;
  /** As a power cut would: no handler runs. */
  kill(): Promise<void>;
  /** As an operator would; resolves to the exit code. */
  stop(): Promise<number | null>;
};

export type Ended = { code: number | null; said: string };

const script = fileURLToPath(new URL('./run-backend.ts', import.meta.url));

/** Starts a backend as a process; a start that fails resolves to what it said. `FILE_BLOCKS`: how far a file may grow, in 512 bytes. */
export async function startChild(where: Where, env: Record<string, string> = {}): Promise<Child | Ended> {
  const place = 'dataDir' in where ? { DATA_DIR: where.dataDir } : { DATABASE_URL: where.databaseUrl };
  const child = spawn(
    'sh',
    ['-c', `ulimit -f ${env['FILE_BLOCKS'] ?? 'unlimited'}; exec "$0" "$1"`, process.execPath, script],
    {
      env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent', ...place, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString('utf8')));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('URL ')) continue;
    const end = async (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal);
      return exited;
    };
    return {
      url: line.slice(4),
      pid: child.pid ?? 0,
      kill: async () => void (await end('SIGKILL')),
      stop: () => end('SIGTERM'),
    };
  }
  return { code: await exited, said };
}

export async function mustStart(where: Where, env?: Record<string, string>): Promise<Child> {
  const child = await startChild(where, env);
  if ('url' in child) return child;
  throw new Error(`the backend did not start: ${child.said}`);
}
