import { appendFileSync } from 'node:fs';

import { startBackend } from '../start-backend.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { createFakeAnalyser, dressAnalysis } from './fake-analyser.ts';
import { reportStatements } from './report-statements.ts';
import { quickQueue } from './test-backend.ts';

/**
 * A backend in a process of its own, for tests that kill it: each call of the analyser is noted in the file CALLS, and
 * takes ANALYSIS_MS. With STEPS (an address) it tells there what it is about to do, and waits for the answer. Says its
 * address on stdout.
 */
const steps = process.env['STEPS'];
const report = async (step: string, of = ''): Promise<void> => {
  if (steps) await fetch(`${steps}?${new URLSearchParams({ step, of })}`);
};

await stopOnSignal(async () => {
  const analyser = createFakeAnalyser();
  if (steps) Object.assign(analyser, { kind: 'built-in', provider: null });
  analyser.answer = async (photos, signal) => {
    const hash = photos[0]?.hash ?? '';
    appendFileSync(process.env['CALLS'] ?? '/dev/null', `${hash}\n`);
    await report('analyser is asked', hash);
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, Number(process.env['ANALYSIS_MS'] ?? 50));
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    });
    await report('analyser has answered', hash);
    return dressAnalysis;
  };
  if (steps) reportStatements(report);
  const backend = await startBackend({ env: process.env, analyser, queueTiming: quickQueue });
  console.log(`URL ${backend.url}`);
  return backend;
});
