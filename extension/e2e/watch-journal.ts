import type { Page } from 'playwright-core';

import type { JournalEntry } from '../../shared/job.ts';

/** Runs in an extension page: resolves at the first journal line of that step and event; reads every few ms. */
async function seen([jobId, step, event]: readonly [string, string, string]): Promise<boolean> {
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
      const own = lines.filter((line) => line.step === step);
      const isOver = (line: { event: string }): boolean => !/^(started|queued|counts)/.test(line.event);
      if (own.some((line) => (event === 'over' ? isOver(line) : line.event === event))) return true;
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

export type Met = 'inside' | 'border' | 'elsewhere';

/**
 * Where a death at that time (ms) met the job, by its journal: inside of the step, on the border to the next one, or
 * elsewhere. A step that takes a few ms is part of the border it stands at.
 */
export function metAt(
  lines: readonly JournalEntry[],
  step: string,
  at: number,
  isShort: (step: string) => boolean,
): Met {
  const own = lines.filter(
    (line) => line.at <= at && !/^(queued|counts)/.test(line.event) && (line.step === step || !isShort(line.step)),
  );
  const last = own.at(-1);
  if (last?.step === step) return last.event === 'started' ? 'inside' : 'border';
  return last?.event === 'started' && own.at(-2)?.step === step ? 'border' : 'elsewhere';
}
