import { describe, expect, it } from 'vitest';

import type { Account } from '../../db/database.ts';
import { jobStatus, type Job } from '../../../shared/job.ts';
import { type Entry, entryOf, type Surroundings } from './job-entry.ts';
import { resumePlan } from './resume-plan.ts';
import { byDay, countOf, finishedSince, passes } from './timeline.ts';

const now = 1_000_000;
const job = (change: Partial<Job> = {}): Job => ({
  id: 'j1',
  memberId: '7',
  market: 'www.vinted.fr',
  kind: 'publish',
  input: { how: 'publish', draftId: 'd1' },
  state: { form: { title: 'Frozen title' }, itemId: null },
  step: 'open',
  status: 'queued',
  attempts: 0,
  notBefore: now,
  leaseUntil: null,
  leaseToken: null,
  committedAt: null,
  notAfter: null,
  ruleId: null,
  queue: '',
  draftId: 'd1',
  listingKey: null,
  failure: null,
  createdAt: now,
  updatedAt: now,
  doneAt: null,
  ...change,
});
const account = (change: Partial<Account> = {}): Account => ({
  key: 'www.vinted.fr:7',
  market: 'www.vinted.fr',
  memberId: '7',
  login: 'anna',
  pause: { kind: 'captcha', evidence: '', since: now, until: null },
  lastSeenAt: now,
  ...change,
});
const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  accounts: [],
  stopped: false,
  now,
  titles: new Map([['d1', 'Red dress']]),
  counted: new Map(),
  ...change,
});
const entry = (change: Partial<Job> = {}, place: Partial<Surroundings> = {}): Entry =>
  entryOf(job(change), around(place));

describe('entryOf', () => {
  it('knows how every status stands', () => {
    const standing = Object.fromEntries(jobStatus.options.map((status) => [status, entry({ status }).standing]));
    expect(standing).toEqual({
      queued: 'next',
      running: 'running',
      waiting: 'next',
      unsettled: 'checking',
      'needs-user': 'needs-you',
      done: 'done',
      failed: 'failed',
      stopped: 'stopped',
    });
  });

  it('says when work goes on', () => {
    expect(entry({ status: 'waiting', notBefore: now + 60_000 })).toMatchObject({
      standing: 'later',
      from: now + 60_000,
    });
    expect(entry({ status: 'waiting', notBefore: now + 2_000 })).toMatchObject({ standing: 'next', from: null });
    expect(entry({ status: 'waiting' }).from).toBeNull();
  });

  it('shows the red button before the time, and the pause before the red button', () => {
    expect(entry({ notBefore: now + 60_000 }, { stopped: true }).standing).toBe('held');
    expect(entry({}, { stopped: true, accounts: [account()] })).toMatchObject({
      standing: 'paused',
      account: { key: 'www.vinted.fr:7' },
      actions: ['resume-account', 'stop'],
    });
  });

  it('says that the limit of the day holds it, how many of how many, and when it goes on', () => {
    const day = 24 * 60 * 60 * 1_000;
    const noon = 10 * day;
    const full = Array.from({ length: 15 }, (_, n) => noon - (n + 1) * 60_000);
    const counted = new Map([['counts:publish:www.vinted.fr:7', full]]);
    const place = { counted, now: noon };
    const until = noon - 15 * 60_000 + day;
    const held = { standing: 'limit', limit: { count: 15, of: 15, until }, from: until, actions: ['stop'] };
    expect(entry({}, place)).toMatchObject(held);
    expect(entry({ status: 'waiting', step: 'submit' }, place)).toMatchObject(held);
    // Not pinned to a member yet: it will run as the one last seen.
    const seen = [account({ pause: null }), account({ pause: null, memberId: '8', key: 'x', lastSeenAt: 0 })];
    expect(entry({ memberId: null }, { ...place, accounts: seen })).toMatchObject(held);
    for (const free of [
      entry({ status: 'waiting', step: 'fill-title' }, place),
      entry({ input: { how: 'draft' } }, place),
      entry({ memberId: '8' }, place),
      entry({}, { ...place, counted: new Map([['counts:publish:www.vinted.fr:7', full.slice(1)]]) }),
      entry({}, { ...place, now: until }),
    ])
      expect(free).toMatchObject({ standing: 'next', limit: null });
    expect(entry({}, { ...place, stopped: true }).standing).toBe('held');
  });

  it('holds nothing for a pause of somebody else', () => {
    expect(entry({}, { accounts: [account({ memberId: '8', key: 'www.vinted.fr:8' })] }).standing).toBe('next');
    expect(entry({}, { accounts: [account({ pause: null })] }).standing).toBe('next');
  });

  it('holds a job whose member is not known yet for any pause of its market', () => {
    expect(entry({ memberId: null }, { accounts: [account()] })).toMatchObject({
      standing: 'paused',
      account: { key: 'www.vinted.fr:7' },
    });
  });

  it('takes the title from the draft, then from the form, then has none', () => {
    expect(entry().title).toBe('Red dress');
    expect(entry({ draftId: 'gone' }).title).toBe('Frozen title');
    expect(entry({ draftId: null, state: null }).title).toBe('');
  });

  it('survives input and state it does not know', () => {
    expect(entry({ input: 7, state: 'x' })).toMatchObject({ how: null, link: null });
  });

  it('links to a finished listing on a site of Vinted and to nothing else', () => {
    const link = (change: Partial<Job>) => entry({ status: 'done', state: { itemId: '123' }, ...change }).link;
    expect(link({})).toBe('https://www.vinted.fr/items/123');
    expect(link({ state: { itemId: '../evil' } })).toBeNull();
    expect(link({ market: 'evil.example' })).toBeNull();
    expect(link({ status: 'running' })).toBeNull();
  });

  it('asks the one question that helps', () => {
    const asked = (code: string) => entry({ status: 'needs-user', failure: { code, message: '' } }).actions;
    expect(asked('unsettled')).toEqual(['it-is-there', 'it-is-not-there', 'stop', 'open-draft']);
    expect(asked('needs-real-click')).toEqual(['pressed', 'stop', 'open-draft']);
    expect(asked('rejected-field')).toEqual(['retry', 'stop', 'open-draft']);
  });

  it('never offers to stop what may already be on Vinted', () => {
    expect(entry({ status: 'unsettled' }).actions).toEqual([]);
    expect(entry({ status: 'unsettled' }, { accounts: [account()] }).actions).toEqual(['resume-account']);
  });

  it('begins anew only where there is a draft', () => {
    expect(entry({ status: 'failed' }).actions).toEqual(['again', 'open-draft']);
    expect(entry({ status: 'stopped', draftId: null }).actions).toEqual([]);
  });
});

describe('the timeline', () => {
  const day = (at: number): string => (at < 500 ? 'Monday' : 'Tuesday');
  const entries = [
    entry({ id: 'a', status: 'done', doneAt: 100 }),
    entry({ id: 'b', status: 'queued', updatedAt: 50 }),
    entry({ id: 'c', status: 'failed', doneAt: 700 }),
    entry({ id: 'd', status: 'needs-user', updatedAt: 1 }),
    entry({ id: 'e', status: 'done', doneAt: 600 }),
  ];
  const ids = (list: readonly Entry[]): string[] => list.map((one) => one.job.id);

  it('puts what needs the seller first, then what is under way, then the days, newest first', () => {
    const { open, days } = byDay(entries, day);
    expect(ids(open)).toEqual(['d', 'b']);
    expect(days.map((one) => [one.day, ids(one.entries)])).toEqual([
      ['Tuesday', ['c', 'e']],
      ['Monday', ['a']],
    ]);
  });

  it('counts and keeps what a filter asks for', () => {
    expect(countOf(entries, 'all')).toBe(5);
    expect(countOf(entries, 'needs-you')).toBe(1);
    expect(ids(entries.filter((one) => passes(one, 'over')))).toEqual(['a', 'c', 'e']);
  });

  it('counts a paused account among what needs the seller', () => {
    expect(passes(entry({}, { accounts: [account()] }), 'needs-you')).toBe(true);
  });

  it('counts what was finished since midnight, by how', () => {
    const done = (id: string, how: string, doneAt: number): Entry =>
      entry({ id, status: 'done', doneAt, input: { how } });
    const list = [done('1', 'publish', 10), done('2', 'publish', 90), done('3', 'fill', 95), done('4', 'draft', 99)];
    expect(finishedSince([...list, entry({ status: 'failed', doneAt: 99 })], 50)).toEqual({
      published: 1,
      drafts: 1,
      filled: 1,
    });
  });
});

describe('resumePlan', () => {
  it('tells what would start, what would wait and what would stay', () => {
    const list = [
      entry({ id: 'late', status: 'waiting', notBefore: now + 90_000 }),
      entry({ id: 'second', createdAt: 2 }),
      entry({ id: 'first', createdAt: 1 }),
      entry({ id: 'asks', status: 'needs-user' }),
      entry({ id: 'over', status: 'done' }),
    ];
    const plan = resumePlan(list);
    const ids = (part: readonly Entry[]): string[] => part.map((one) => one.job.id);
    expect([ids(plan.now), ids(plan.later), ids(plan.not)]).toEqual([['first', 'second'], ['late'], ['asks']]);
  });
});
