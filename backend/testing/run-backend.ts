import { appendFileSync } from 'node:fs';

import { startBackend } from '../start-backend.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { createFakeAnalyser, dressAnalysis } from './fake-analyser.ts';
import { quickQueue } from './test-backend.ts';

/**
 * A backend in a process of its own, for tests that kill it: each call of the analyser is noted in the file CALLS, and
 * takes ANALYSIS_MS. Says its address on stdout.
 */
await stopOnSignal(async () => {
  const analyser = createFakeAnalyser();
  analyser.answer = async (photos, signal) => {
    appendFileSync(process.env['CALLS'] ?? '/dev/null', `${photos[0]?.hash ?? ''}\n`);
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, Number(process.env['ANALYSIS_MS'] ?? 50));
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    });
    return dressAnalysis;
  };
  const backend = await startBackend({ env: process.env, analyser, queueTiming: quickQueue });
  console.log(`URL ${backend.url}`);
  return backend;
});
