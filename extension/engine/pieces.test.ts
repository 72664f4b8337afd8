import { describe, expect, it } from 'vitest';

import type { Job } from '../../shared/job.ts';
import { chain, findBreak, type JournalLine } from './journal.ts';
import { isHeld } from './pause.ts';
import { pick, type Waiting } from './pick.ts';
import { isDead } from './recover.ts';

const job = (change: Partial<Job>): Job => ({
  id: 'a',
  memberId: '1',
  market: 'www.vinted.fr',
  kind: 'publish',
  input: {},
  state: {},
  step: 'open',
  status: 'queued',
  attempts: 0,
  notBefore: 0,
  leaseUntil: null,
  leaseToken: null,
  committedAt: null,
  notAfter: null,
  ruleId: null,
  queue: '',
  draftId: null,
  listingKey: null,
  failure: null,
  createdAt: 0,
  updatedAt: 0,
  doneAt: null,
  ...change,
});
const waiting = (change: Partial<Job>, rest: Partial<Waiting> = {}) => ({
  job: job(change),
  priority: 1,
  allowedAt: 0,
  paused: false,
  lane: change.id ?? 'work',
  begun: change.status === 'waiting',
  ...rest,
});
const line = (event: string): JournalLine => ({ at: 1, jobId: 'a', kind: 'publish', step: 'open', event, detail: '' });

describe('pick', () => {
  it('settles what may have happened before anything else', () => {
    const picked = pick([waiting({ id: 'new' }), waiting({ id: 'unsettled', status: 'unsettled' })], 0);
    expect(picked).toMatchObject({ run: { id: 'unsettled' } });
  });

  it('finishes a begun job before it begins another, and the seller at the form goes first', () => {
    const begun = waiting({ id: 'begun', status: 'waiting', createdAt: 9 });
    expect(pick([waiting({ id: 'older', createdAt: 1 }), begun], 0)).toMatchObject({ run: { id: 'begun' } });
    expect(pick([begun, waiting({ id: 'panel' }, { priority: 0 })], 0)).toMatchObject({ run: { id: 'panel' } });
  });

  it('lets nobody begin in a tab where a begun job is only waiting', () => {
    const waits = waiting({ id: 'waits', status: 'waiting', notBefore: 50 }, { lane: 'work' });
    const fresh = waiting({ id: 'fresh' }, { lane: 'work' });
    const elsewhere = waiting({ id: 'panel' }, { lane: 'tab-1' });
    expect(pick([waits, fresh], 10)).toEqual({ nothingUntil: 50 });
    expect(pick([waits, fresh, elsewhere], 10)).toMatchObject({ run: { id: 'panel' } });
    expect(pick([waits, fresh], 50)).toMatchObject({ run: { id: 'waits' } });
  });

  it('runs nothing that is paused, done or asks the seller, and tells when to look again', () => {
    const idle = [
      waiting({ id: 'paused' }, { paused: true }),
      waiting({ id: 'asks', status: 'needs-user' }),
      waiting({ id: 'later', notBefore: 50 }),
      waiting({ id: 'capped' }, { allowedAt: 40 }),
    ];
    expect(pick(idle, 10)).toEqual({ nothingUntil: 40 });
    expect(pick([], 10)).toEqual({ nothingUntil: null });
  });
});

describe('journal', () => {
  it('chains entries so that a changed, missing or inserted line shows', () => {
    const first = chain(undefined, line('queued'));
    const second = chain(first, line('started'));
    const third = chain(second, line('done'));
    expect(findBreak([first, second, third])).toBeNull();
    expect(findBreak([first, { ...second, event: 'other' }, third])).toBe(2);
    expect(findBreak([first, third])).toBe(3);
    expect(findBreak([first, second, { ...third, previous: first.hash }])).toBe(3);
  });
});

describe('pause and recovery', () => {
  const account = (memberId: string) => ({
    key: `www.vinted.fr:${memberId}`,
    market: 'www.vinted.fr',
    memberId,
    login: '',
    pause: { kind: 'captcha', evidence: '', since: 0, until: null },
    lastSeenAt: 0,
  });

  it('holds the paused member and whoever is not known yet on that market, nobody else', () => {
    expect(isHeld(job({}), [account('1')])).toBe(true);
    expect(isHeld(job({ memberId: '2' }), [account('1')])).toBe(false);
    expect(isHeld(job({ memberId: null }), [account('1')])).toBe(true);
    expect(isHeld(job({ memberId: '2' }), [account('unknown')])).toBe(true);
    expect(isHeld(job({ market: 'www.vinted.de' }), [account('1')])).toBe(false);
  });

  it('takes a running job for dead when its lease ran out or another life of the worker held it', () => {
    const running = job({ status: 'running', leaseToken: 'me:1', leaseUntil: 100 });
    expect(isDead(running, 'me', 50)).toBe(false);
    expect(isDead(running, 'me', 100)).toBe(true);
    expect(isDead(running, 'other', 50)).toBe(true);
    expect(isDead(job({ status: 'queued' }), 'other', 50)).toBe(false);
  });
});
