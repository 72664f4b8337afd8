import { expect, it } from 'vitest';

import type { Job } from '../../../shared/job.ts';
import { dayLimitOf } from './day-limit.ts';

const now = 10 * 24 * 60 * 60 * 1_000;
const times = Array.from({ length: 16 }, (_, n) => now - n * 60_000);
const job = (change: Partial<Job> = {}): Job => ({
  id: 'j',
  memberId: '7',
  market: 'www.vinted.fr',
  kind: 'publish',
  input: { draftId: 'd', market: 'www.vinted.fr', how: 'publish', sellerTab: null, vintedId: null },
  state: {},
  step: 'submit',
  status: 'waiting',
  attempts: 0,
  notBefore: 0,
  leaseUntil: null,
  leaseToken: null,
  committedAt: null,
  notAfter: null,
  ruleId: null,
  queue: '',
  draftId: 'd',
  listingKey: null,
  failure: null,
  createdAt: 0,
  updatedAt: 0,
  doneAt: null,
  ...change,
});
const limitOf = dayLimitOf({
  store: {
    momentsOf: async (event) =>
      event === 'counts:publish:www.vinted.fr:7' ? times.map((at, index) => ({ at, seq: times.length - index })) : [],
    clockWentBack: async () => [],
  },
  paces: {
    of: async (account) => ({ account, zone: 'UTC', from: 480, to: 1_320, days: [1, 2, 3, 4, 5, 6, 7], perDay: {} }),
  },
  rules: async () => ({ pacing: 'human', ceilings: true, settleWindow: 0, between: [0, 0] }),
  now: () => now,
});

it('tells the panel how many of how many, and when it goes on', async () => {
  const until = now - 14 * 60_000 + 24 * 60 * 60 * 1_000;
  expect(await limitOf(job())).toEqual({ count: 16, of: 15, until });
  expect(await limitOf(job({ status: 'queued', step: 'open' }))).toMatchObject({ count: 16 });
});

it.each([
  ['a step in between', { step: 'fill-title' }],
  ['what runs', { status: 'running' as const }],
  ['a draft', { input: { draftId: 'd', market: 'www.vinted.fr', how: 'draft', sellerTab: null, vintedId: null } }],
  ['another member', { memberId: '8' }],
])('says nothing of %s', async (_, change) => {
  expect(await limitOf(job(change))).toBeNull();
});
