import { describe, expect, it } from 'vitest';

import { hasHeld, rowsOf, tableOf, type Told } from './kill-matrix.ts';

const told = (matrix: string, title: string, status = 'passed'): Told => ({ ancestorTitles: [matrix], title, status });
const tests = [
  told('worker killed at every step of an analysis', 'page writes photo 1: nothing lost'),
  told('worker killed at every step of an analysis', 'page wrote photo 1: nothing lost', 'failed'),
  told('browser killed at every step of a publication', 'submit: one listing'),
  { ancestorTitles: [], title: 'an analysis nobody disturbs', status: 'passed' },
];

describe('the kill matrix', () => {
  it('counts by part and killer, and names the steps that lost something', () => {
    const rows = rowsOf(tests);
    expect(rows).toEqual([
      { part: 'analyse', killer: 'worker', steps: 2, held: 1, lost: ['page wrote photo 1'] },
      { part: 'publish', killer: 'browser', steps: 1, held: 1, lost: [] },
    ]);
    expect(tableOf(rows)).toEqual([
      'part     killed   steps  held  lost',
      'analyse  worker   2      1     1: page wrote photo 1',
      'publish  browser  1      1     0',
      'all               3      2     1',
    ]);
  });

  it('has held only when every part that was asked for was cut and lost nothing', () => {
    expect(hasHeld(rowsOf(tests), ['analyse', 'publish'])).toBe(false);
    const held = rowsOf(tests.filter(({ status }) => status === 'passed'));
    expect(hasHeld(held, ['analyse', 'publish'])).toBe(true);
    expect(hasHeld(held.slice(1), ['analyse', 'publish'])).toBe(false);
    expect(hasHeld([], ['analyse'])).toBe(false);
  });
});
