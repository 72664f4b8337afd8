import { readFileSync } from 'node:fs';

import { createApp } from './app.ts';
import type { BulkDeps } from './bulk/bulk-deps.ts';
import { createGate } from './bulk/gate.ts';
import { createJobChanges } from './bulk/job-changes.ts';
import { openQueue } from './bulk/queue.ts';
import type { QueueTiming } from './bulk/queue.ts';
import { startWork } from './bulk/work.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { openFolder, openServer } from './db/database.ts';
import type { Database, OpenDatabase } from './db/database.ts';
import type { Clock, Logger, Randomness } from './deps.ts';
import { createAddressReader } from './http/caller-address.ts';
import { listen } from './http/listen.ts';
import { createLogger, systemClock, systemRandomness } from './machine.ts';
import { openAnalyser } from './open-analyser.ts';
import type { Analyser } from './suggest/analyser.ts';

export type BackendOptions = {
  /** Settings by name, as in the environment; `port`, `dataDir` and `databaseUrl` win over them. */
  env?: Record<string, string | undefined>;
  port?: number;
  dataDir?: string;
  databaseUrl?: string;
  /** Default: the model when a key is set, else the built-in one. Closed with the backend. */
  analyser?: Analyser;
  logger?: Logger;
  clock?: Clock;
  random?: Randomness;
  queueTiming?: QueueTiming;
  /** Longest silence on an event stream. */
  heartbeatMs?: number;
  sweepEveryMs?: number;
};

/** `db` is for looking at what is stored, as tests do. */
export type Backend = { url: string; db: Database; close(): Promise<void> };

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Everything up: database, queue, work and HTTP, in one process. Used by server.ts, `npm start` and tests. */
export async function startBackend(options: BackendOptions = {}): Promise<Backend> {
  const config = configOf(options);
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    while (closing.length > 0) await closing.pop()?.();
  };
  try {
    const parts = await openParts(options, config, closing);
    return { url: await serve(parts, config, options.heartbeatMs ?? 10_000, closing), db: parts.database.db, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function configOf({ env = {}, port, dataDir, databaseUrl }: BackendOptions): Config {
  const config = readConfig(env);
  return {
    ...config,
    ...(port === undefined ? {} : { PORT: port }),
    ...(dataDir === undefined ? {} : { DATA_DIR: dataDir, DATABASE_URL: undefined }),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
}

export type Parts = { deps: BulkDeps; analyser: Analyser; database: OpenDatabase; logger: Logger };

/** What a server and a worker process have in common. Each part pushes how to close it. */
export async function openParts(
  options: BackendOptions,
  config: Config,
  closing: (() => Promise<void>)[],
): Promise<Parts> {
  const { clock = systemClock, random = systemRandomness, logger = createLogger(config.LOG_LEVEL) } = options;
  const database = await openDatabase(config, logger);
  closing.push(() => database.close());
  const analyser = options.analyser ?? (await openAnalyser(config, random, clock));
  closing.push(() => analyser.close());
  const queue = await openQueue(database.queue, logger, options.queueTiming);
  closing.push(() => queue.close());
  const shared = { clock, random, logger, queue, db: database.db, analyser: analyser.kind };
  const deps: BulkDeps = { ...shared, changes: createJobChanges(), decoding: createGate(2) };
  const work = await startWork(deps, {
    analyser,
    width: config.WORKERS ?? (analyser.kind === 'model' ? 4 : 1),
    runLimit: config.ITEM_TIMEOUT_MS,
    keeping: { photosMs: config.PHOTOS_KEPT_HOURS * 3_600_000, jobsMs: config.JOBS_KEPT_DAYS * 86_400_000 },
    sweepEveryMs: options.sweepEveryMs ?? 60_000,
    isAlone: database.kind === 'folder',
    reclaim: () => database.reclaim(),
  });
  closing.push(() => work.stop());
  return { deps, analyser, database, logger };
}

function openDatabase(config: Config, logger: Logger): Promise<OpenDatabase> {
  if (config.DATABASE_URL === undefined) return openFolder(config.DATA_DIR);
  return openServer(config.DATABASE_URL, (error) => logger.warn({ error: error.name }, 'database connection lost'));
}

async function serve(
  parts: Parts,
  config: Config,
  heartbeatMs: number,
  closing: (() => Promise<void>)[],
): Promise<string> {
  const serving = { now: true };
  const origins: string[] = [...(config.PUBLIC_ORIGINS ?? [])];
  const app = createApp({
    ...parts.deps,
    provider: parts.analyser.provider,
    addressOf: createAddressReader(config.TRUSTED_PROXIES),
    isServing: () => serving.now,
    config: {
      version,
      ownOrigins: origins,
      extensionOrigins: config.EXTENSION_ORIGINS ?? null,
      devicesPerHour: config.DEVICES_PER_HOUR,
      requestsPerMinute: config.REQUESTS_PER_MINUTE,
      heartbeatMs,
    },
  });
  const server = await listen(app.fetch, config.HOST, config.PORT);
  closing.push(() => server.close());
  closing.push(async () => void (serving.now = false));
  origins.push(server.url, server.url.replace('127.0.0.1', 'localhost'));
  parts.logger.info({ port: server.port, analyser: parts.analyser.kind }, 'listening');
  return server.url;
}
