import { startBackend } from '../start-backend.ts';
import type { Backend, BackendOptions } from '../start-backend.ts';
import type { Logger } from '../deps.ts';
import { newFolder } from './each-database.ts';
import { createFakeAnalyser } from './fake-analyser.ts';
import type { FakeAnalyser } from './fake-analyser.ts';

/** Keeps every line, for tests that look for what must not be in one. */
export function createRecordingLogger(): Logger & { lines: string[] } {
  const lines: string[] = [];
  const keep = (facts: object, message: string): void => void lines.push(JSON.stringify({ ...facts, message }));
  return { lines, info: keep, warn: keep, error: keep };
}

export const quickQueue = { pollSeconds: 0.5, heartbeatSeconds: 10, runSeconds: 120, superviseSeconds: 1 };

export type TestBackend = Backend & { analyser: FakeAnalyser; logger: ReturnType<typeof createRecordingLogger> };

/** The whole backend on a free port with a fake analyser; on an empty folder unless told where to keep its data. */
export async function startTestBackend(options: BackendOptions = {}): Promise<TestBackend> {
  const analyser = createFakeAnalyser();
  const logger = createRecordingLogger();
  const where = options.databaseUrl === undefined ? { dataDir: options.dataDir ?? newFolder() } : {};
  const env = { DEVICES_PER_HOUR: '100000', REQUESTS_PER_MINUTE: '1000000', ...options.env };
  const backend = await startBackend({ analyser, logger, port: 0, queueTiming: quickQueue, ...options, ...where, env });
  return { ...backend, analyser, logger };
}
