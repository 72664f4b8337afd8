import { describe, expect, it } from 'vitest';

import { hasHeld, readArguments, rowsOf, tableOf, type Told } from './kill-matrix.ts';

const told = (matrix: string, title: string, said: Partial<Told> = {}): Told => ({
  ancestorTitles: ['', matrix],
  title,
  status: 'passed',
  ...said,
});
const failed = (message: string): Partial<Told> => ({ status: 'failed', failureMessages: [`Error: ${message}`] });
const tests = [
  told('worker killed at every step of an analysis', 'page writes photo 1: nothing lost'),
  told('worker killed at every step of an analysis', 'page wrote photo 1: nothing lost', failed('paid twice')),
  told('browser killed at every step of publish', 'submit in: one listing', { meta: { met: 'inside' } }),
  told('browser killed at every step of publish', 'submit after: one listing', failed('TWIN: 7, 8')),
  told('browser killed at every step of publish', 'confirm after: one listing', { meta: { met: 'border' } }),
  told('tab killed at every step of relist on test ids moved', 'hide in: one copy', failed('LOST: nothing of it')),
  { ancestorTitles: [], title: 'an analysis nobody disturbs', status: 'passed' },
];

describe('the kill matrix', () => {
  it('counts by part and killer, and names the steps that lost something', () => {
    const rows = rowsOf(tests);
    const none = { inside: 0, border: 0, lost: [], twins: [], failed: [] };
    expect(rows).toEqual([
      { ...none, part: 'analyse', site: 'plain', killer: 'worker', cells: 2, failed: ['page wrote photo 1'] },
      {
        ...none,
        part: 'publish',
        site: 'plain',
        killer: 'browser',
        cells: 3,
        inside: 1,
        border: 1,
        twins: ['submit after'],
      },
      { ...none, part: 'relist', site: 'test ids moved', killer: 'tab', cells: 1, lost: ['hide in'] },
    ]);
    expect(tableOf(rows)).toEqual([
      'part     site            killed   cells  inside  border  lost        twins            not as it should be',
      'analyse  plain           worker   2      0       0       0           0                1: page wrote photo 1',
      'publish  plain           browser  3      1       1       0           1: submit after  0',
      'relist   test ids moved  tab      1      0       0       1: hide in  0                0',
      'all                               6      1       1       1           1                1',
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
