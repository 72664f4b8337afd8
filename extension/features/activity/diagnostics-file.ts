import type { Diagnostic } from '../../db/database.ts';
import type { Job, JournalEntry } from '../../../shared/job.ts';

/** A detail that is a code; anything longer may quote the listing. */
const isCode = (detail: string): boolean => /^[a-z0-9-]{0,40}$/.test(detail);

/** What the seller may hand on about one job: what was seen and done. No title, no photo, no text of the listing. */
export function diagnosticsFile(
  job: Job,
  journal: readonly JournalEntry[],
  diagnostics: readonly Diagnostic[],
): string {
  const { id, kind, market, step, status, attempts, createdAt, updatedAt, doneAt } = job;
  const failure = job.failure && { code: job.failure.code, field: job.failure.field };
  const log = journal.map((entry) => ({
    seq: entry.seq,
    at: entry.at,
    step: entry.step,
    event: entry.event.replace(/^(counts:[a-z-]+):.*/, '$1'),
    detail: isCode(entry.detail) ? entry.detail : '(left out)',
  }));
  const about = { id, kind, market, step, status, attempts, failure, createdAt, updatedAt, doneAt };
  return JSON.stringify({ job: about, log, diagnostics }, null, 2);
}
