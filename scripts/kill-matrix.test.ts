import { describe, expect, it } from 'vitest';

import { hasHeld, readArguments, rowsOf, tableOf, type Told } from './kill-matrix.ts';

const told = (matrix: string, title: string, status = 'passed'): Told => ({
  ancestorTitles: ['', matrix],
  title,
  status,
});
const tests = [
  told('worker killed at every step of an analysis', 'page writes photo 1: nothing lost'),
  told('worker killed at every step of an analysis', 'page wrote photo 1: nothing lost', 'failed'),
  told('browser killed at every step of publish', 'submit: one listing'),
  told('tab killed at every step of relist on test ids moved', 'hide in: one copy'),
  { ancestorTitles: [], title: 'an analysis nobody disturbs', status: 'passed' },
];

describe('the kill matrix', () => {
  it('counts by part and killer, and names the steps that lost something', () => {
    const rows = rowsOf(tests);
    expect(rows).toEqual([
      { part: 'analyse', site: 'plain', killer: 'worker', cells: 2, held: 1, lost: ['page wrote photo 1'] },
      { part: 'publish', site: 'plain', killer: 'browser', cells: 1, held: 1, lost: [] },
      { part: 'relist', site: 'test ids moved', killer: 'tab', cells: 1, held: 1, lost: [] },
    ]);
    expect(tableOf(rows)).toEqual([
      'part     site            killed   cells  held  lost or doubled',
      'analyse  plain           worker   2      1     1: page wrote photo 1',
      'publish  plain           browser  1      1     0',
      'relist   test ids moved  tab      1      1     0',
      'all                               4      3     1',
    ]);
  });

  it('has held only when every part that was asked for was cut and lost nothing', () => {
    expect(hasHeld(rowsOf(tests), ['analyse', 'publish'])).toBe(false);
    const held = rowsOf(tests.filter(({ status }) => status === 'passed'));
    expect(hasHeld(held, ['analyse', 'publish'])).toBe(true);
    expect(hasHeld(held.slice(1), ['analyse', 'publish'])).toBe(false);
    expect(hasHeld([], ['analyse'])).toBe(false);
  });

  it('cuts all of every part unless told otherwise, and says what it does not know', () => {
    expect(readArguments([])).toMatchObject({ full: true, variants: false });
    expect(readArguments(['relist', '--variants', '--seeded'])).toEqual({
      asked: ['relist'],
      full: false,
      variants: true,
    });
    expect(() => readArguments(['relists'])).toThrow('There is no "relists"');
  });
});
