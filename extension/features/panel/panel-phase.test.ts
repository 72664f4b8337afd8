import { describe, expect, it } from 'vitest';

import { jobStatus } from '../../../shared/job.ts';
import { actionsFor, follow, isActive, needsSeller, type PanelJob, phaseOf, progressOf } from './panel-phase.ts';
import { phaseWords } from './phase-words.ts';

const job = (change: Partial<PanelJob> = {}): PanelJob => ({
  jobId: 'j1',
  draftId: 'd1',
  title: 'Red dress',
  status: 'running',
  doing: 'title',
  at: 2,
  of: 10,
  failure: null,
  canUndo: true,
  limit: null,
  ...change,
});
const failed = (code: string): Partial<PanelJob> => ({ failure: { code, message: '' } });

describe('phaseOf', () => {
  it.each(jobStatus.options)('knows the status %s', (status) => {
    const differs: Record<string, string> = { 'needs-user': 'needs-you', waiting: 'running' };
    expect(phaseOf(job({ status }))).toBe(differs[status] ?? status);
  });

  it('tells an account that met a wall from work that waits its turn', () => {
    expect(phaseOf(job({ status: 'queued', ...failed('wall-captcha') }))).toBe('paused');
    expect(phaseOf(job({ status: 'unsettled', ...failed('wall-forbidden') }))).toBe('paused');
    expect(phaseOf(job({ status: 'stopped', ...failed('wall-captcha') }))).toBe('stopped');
    expect(actionsFor(job({ status: 'queued', ...failed('wall-captcha') }))).toEqual(['answer', 'stop']);
  });

  it('tells the one missing click from every other question', () => {
    expect(phaseOf(job({ status: 'needs-user', ...failed('needs-real-click') }))).toBe('your-click');
    expect(needsSeller('your-click')).toBe(true);
    expect(needsSeller('failed')).toBe(false);
  });
});

it('tells the limit of the day from work that waits its turn', () => {
  const limit = { count: 15, of: 15, until: 86_400_000 };
  for (const status of ['queued', 'waiting']) {
    const held = job({ status, limit });
    expect(phaseOf(held)).toBe('limit');
    expect(actionsFor(held)).toEqual(['stop']);
    expect(phaseWords(held)).toMatch(/The daily limit is reached: 15 of 15 publications in 24 hours.*:\d\d/);
  }
  expect(phaseOf(job({ status: 'queued', limit, ...failed('wall-captcha') }))).toBe('paused');
  expect(phaseOf(job({ status: 'stopped', limit }))).toBe('stopped');
});

describe('actionsFor', () => {
  it('always lets running work be stopped, and nothing else', () => {
    for (const status of ['queued', 'running', 'waiting']) {
      expect(isActive(phaseOf(job({ status })))).toBe(true);
      expect(actionsFor(job({ status }))).toEqual(['stop']);
    }
  });

  it('offers no stop for what may already be on Vinted', () => {
    expect(actionsFor(job({ status: 'unsettled' }))).toEqual([]);
    expect(actionsFor(job({ status: 'unsettled', ...failed('wall-captcha') }))).toEqual(['answer']);
  });

  it('lets the seller say that the one missing click is done', () => {
    const asked = job({ status: 'needs-user', ...failed('needs-real-click'), canUndo: false });
    expect(actionsFor(asked)).toEqual(['pressed', 'stop']);
  });

  it('offers undo only where there is something to undo', () => {
    expect(actionsFor(job({ status: 'done' }))).toEqual(['another', 'undo']);
    expect(actionsFor(job({ status: 'done', canUndo: false }))).toEqual(['another']);
  });

  it('never offers a retry while it is unclear whether Vinted took the listing', () => {
    expect(actionsFor(job({ status: 'needs-user', ...failed('unsettled') }))).toEqual(['answer']);
  });

  it('goes on with a job that asks, and begins anew with one that is over', () => {
    expect(actionsFor(job({ status: 'needs-user', ...failed('rejected-field') }))).toEqual(['retry', 'stop', 'undo']);
    expect(actionsFor(job({ status: 'failed', ...failed('timed-out') }))).toEqual(['refill', 'undo', 'another']);
    expect(actionsFor(job({ status: 'failed', draftId: null, canUndo: false }))).toEqual(['another']);
  });
});

describe('follow', () => {
  it('lists each field once, in order, the current one last', () => {
    let trail = follow(null, job({ doing: 'photos' }));
    trail = follow(trail, job({ doing: 'title' }));
    trail = follow(trail, job({ doing: 'title' }));
    trail = follow(trail, job({ doing: 'photos' }));
    expect(trail?.steps).toEqual(['title', 'photos']);
  });

  it('starts anew with another job and ends without one', () => {
    const trail = follow(null, job({ doing: 'photos' }));
    expect(follow(trail, job({ jobId: 'j2', doing: '' }))?.steps).toEqual([]);
    expect(follow(trail, null)).toBeNull();
  });
});

describe('progressOf', () => {
  it('grows from step to step and within one', () => {
    const part = (doing: string, at = 0, of = 0): number => progressOf(job({ doing, at, of })) ?? expect.fail(doing);
    const seen = [
      part('open-here'),
      part('fill-photos'),
      part('photos', 3, 8),
      part('photos', 9, 8),
      part('fill-description'),
      part('verify'),
    ];
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.every((one) => one >= 0 && one < 1)).toBe(true);
    expect(progressOf(job({ doing: 'dance' }))).toBeUndefined();
  });
});

describe('reading', () => {
  it('is what a job does until the analyser has answered', () => {
    expect(phaseOf(job({ status: 'waiting', doing: 'open-here', title: '' }))).toBe('reading');
    expect(phaseOf(job({ status: 'waiting', doing: 'open-here' }))).toBe('running');
    expect(phaseOf(job({ status: 'needs-user', doing: 'open-here', title: '' }))).toBe('needs-you');
  });
});
