import type { Page } from 'playwright-core';

import type { JournalEntry } from '../../shared/job.ts';

/** Runs in an extension page: resolves once that step of the job is in flight, or came to something; reads every few ms. */
async function seen([jobId, step, what]: readonly [string, string, 'started' | 'over']): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('ledger');
    open.addEventListener('success', () => resolve(open.result));
  });
  const until = performance.now() + 60_000;
  try {
    while (performance.now() < until) {
      const lines = await new Promise<{ jobId: string; step: string; event: string }[]>((resolve) => {
        const all = database.transaction('journal').objectStore('journal').index('jobId').getAll(jobId);
        all.addEventListener('success', () => resolve(all.result));
      });
      const own = lines.filter(({ event }) => !event.startsWith('counts'));
      const begun = own.findIndex((line) => line.step === step && line.event === 'started');
      // What a step came to stands under the step that follows it.
      if (begun >= 0 && (what === 'started' || own.length > begun + 1)) return true;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return false;
  } finally {
    database.close();
  }
}

/** Waits until that step of the job has begun, as the journal tells. */
export async function untilStarted(page: Page, jobId: string, step: string): Promise<void> {
  if (!(await page.evaluate(seen, [jobId, step, 'started'] as const))) throw new Error(`${step} never began.`);
}

/** Waits until that step of the job came to something, whatever it was. */
export async function untilOver(page: Page, jobId: string, step: string): Promise<void> {
  if (!(await page.evaluate(seen, [jobId, step, 'over'] as const))) throw new Error(`${step} never ended.`);
}

/** When each run of a step began and came to something (ms), by the journal of its job. */
export function runsOf(lines: readonly JournalEntry[], step: string): { from: number; to: number }[] {
  const own = lines.filter(({ event }) => !event.startsWith('counts'));
  return own.flatMap((line, index) =>
    line.step === step && /^(started|settling)$/.test(line.event)
      ? [{ from: line.at, to: own[index + 1]?.at ?? Number.POSITIVE_INFINITY }]
      : [],
  );
}

export type Met = 'inside' | 'border' | 'elsewhere';

/** As near to a step's begin or end as a message takes on a busy machine, ms. */
export const BORDER = 150;

/** Where a death at that time (ms) met the job, by its journal: inside of the step, right at its begin or end, or elsewhere. */
export function metAt(lines: readonly JournalEntry[], step: string, at: number): Met {
  const runs = runsOf(lines, step);
  if (runs.some(({ from, to }) => at >= from && at < to)) return 'inside';
  return runs.some(({ from, to }) => Math.abs(at - from) <= BORDER || Math.abs(at - to) <= BORDER)
    ? 'border'
    : 'elsewhere';
}
