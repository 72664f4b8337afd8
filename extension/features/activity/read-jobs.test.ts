import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';

import { Ledger, Wardrobe, Workshop } from '../../db/database.ts';
import type { Draft } from '../../../shared/draft.ts';
import type { Job } from '../../../shared/job.ts';
import { readJobs } from './read-jobs.ts';

const job = (id: string, status: Job['status'], createdAt: number, draftId: string | null = null): Job => ({
  id,
  memberId: null,
  market: 'www.vinted.fr',
  kind: 'publish',
  input: {},
  state: {},
  step: 'open',
  status,
  attempts: 0,
  notBefore: 0,
  leaseUntil: null,
  leaseToken: null,
  committedAt: null,
  notAfter: null,
  ruleId: null,
  queue: '',
  draftId,
  listingKey: null,
  failure: null,
  createdAt,
  updatedAt: createdAt,
  doneAt: null,
});

it('reads all that is under way and only the newest of what is over', async () => {
  const ledger = new Ledger('read-jobs-ledger');
  const workshop = new Workshop('read-jobs-workshop');
  // Of a draft only id and title are read.
  await workshop.drafts.add({ id: 'd1', fields: { title: { value: 'Red dress' } } } as unknown as Draft);
  const finished = Array.from({ length: 5 }, (_, n) => job(`over-${n}`, 'done', n));
  await ledger.jobs.bulkAdd([...finished, job('old', 'waiting', 0, 'd1'), job('asks', 'needs-user', 9, 'gone')]);
  const few = await readJobs({ ledger, workshop, wardrobe: new Wardrobe('read-jobs-wardrobe') }, 2, 0);
  expect(few.jobs.map(({ id }) => id).toSorted()).toEqual(['asks', 'old', 'over-3', 'over-4']);
  expect([...few.titles]).toEqual([['d1', 'Red dress']]);
  expect(few.more).toBe(true);
  expect((await readJobs({ ledger, workshop, wardrobe: new Wardrobe('read-jobs-wardrobe') }, 5, 0)).more).toBe(false);
});

it('reads what counted against a limit within the last day', async () => {
  const ledger = new Ledger('read-jobs-counted');
  const hour = 60 * 60 * 1_000;
  const line = (seq: number, at: number, event: string) => ({
    seq,
    at,
    event,
    jobId: 'j',
    kind: 'publish',
    step: 'submit',
    detail: '',
    previous: '',
    hash: '',
  });
  await ledger.journal.bulkAdd([
    line(1, 1 * hour, 'counts:publish:www.vinted.fr:7'),
    line(2, 20 * hour, 'counts:publish:www.vinted.fr:7'),
    line(3, 21 * hour, 'counts:publish:www.vinted.de:8'),
    line(4, 22 * hour, 'done'),
  ]);
  const { counted } = await readJobs(
    { ledger, workshop: new Workshop('read-jobs-counted-drafts'), wardrobe: new Wardrobe('read-jobs-wardrobe') },
    1,
    26 * hour,
  );
  expect([...counted]).toEqual([
    ['counts:publish:www.vinted.fr:7', [20 * hour]],
    ['counts:publish:www.vinted.de:8', [21 * hour]],
  ]);
});
