import type { BulkJob } from '../../shared/bulk.ts';
import type { Database } from '../db/database.ts';
import type { Clock, Logger, Randomness } from '../deps.ts';
import type { Gate } from './gate.ts';
import type { JobChanges } from './job-changes.ts';
import type { AnalysisQueue } from './queue.ts';

/** What the verbs of this folder work with. */
export type BulkDeps = {
  db: Database;
  queue: AnalysisQueue;
  changes: JobChanges;
  clock: Clock;
  random: Randomness;
  logger: Logger;
  analyser: BulkJob['analyser'];
  /** Photos decoded at once: each takes a core and some hundred megabytes. */
  decoding: Gate;
};
