import { expect, it } from 'vitest';

import type { Job } from '../../../shared/job.ts';
import { diagnosticsFile } from './diagnostics-file.ts';

it('carries what was done and seen, and nothing of the listing', () => {
  const job = {
    id: 'j1',
    memberId: '777',
    market: 'www.vinted.fr',
    kind: 'publish',
    input: { how: 'publish', draftId: 'd1' },
    state: { form: { title: 'My secret dress', description: 'From my wardrobe' } },
    step: 'submit',
    status: 'failed',
    attempts: 1,
    notBefore: 0,
    leaseUntil: null,
    leaseToken: 'token-1',
    committedAt: 1,
    draftId: 'd1',
    listingKey: null,
    notAfter: null,
    ruleId: null,
    queue: '',
    failure: { code: 'rejected-field', message: 'My secret dress is not a brand.', field: 'brand' },
    createdAt: 1,
    updatedAt: 2,
    doneAt: 3,
  } satisfies Job;
  const entry = { at: 1, jobId: 'j1', kind: 'publish', step: 'verify', previous: '', hash: '' };
  const journal = [
    { ...entry, seq: 1, event: 'retry', detail: 'title: My secret dress' },
    { ...entry, seq: 2, event: 'needs-user', detail: 'rejected-field' },
    { ...entry, seq: 3, event: 'counts:publish:www.vinted.fr:777', detail: '' },
  ];
  const text = diagnosticsFile(job, journal, [{ id: 4, jobId: 'j1', at: 2, step: 'submit', data: { found: 0 } }]);
  expect(JSON.parse(text)).toMatchObject({
    job: { id: 'j1', failure: { field: 'brand' } },
    diagnostics: [{ data: { found: 0 } }],
  });
  expect(JSON.parse(text).log).toMatchObject([
    { event: 'retry', detail: '(left out)' },
    { event: 'needs-user', detail: 'rejected-field' },
    { event: 'counts:publish' },
  ]);
  expect(text).not.toMatch(/secret|wardrobe|777|token-1/);
});
