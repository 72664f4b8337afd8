import type { Job } from '../../shared/job.ts';
import { countedEvent, isCeilingName, refutedEvent } from './ceilings.ts';
import type { OpenedJob } from './flow.ts';
import { accountKey } from './pause.ts';
import type { Note } from './store.ts';

/** The lines by which this step counts against the limits of its account, or takes that back. */
export function countNotes(job: Job, opened: Pick<OpenedJob, 'counts' | 'ceiling'>, how: 'counts' | 'refutes'): Note[] {
  if (opened.counts === null) return [];
  const account = accountKey(job.market, job.memberId ?? '');
  const event = how === 'counts' ? countedEvent : refutedEvent;
  const write = { event: event('write', account), detail: '' };
  if (opened.counts === 'write' || !isCeilingName(opened.ceiling)) return [write];
  return [write, { event: event(opened.ceiling, account), detail: '' }];
}
