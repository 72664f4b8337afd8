import { describe, expect, it } from 'vitest';

import { countTests, inWords, isGreen, readArguments, runTests, type Bench } from './test.ts';

const report = (
  passed: number,
  failed: number,
  files: { status: string; assertionResults: { status: string }[] }[] = [],
) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  testResults: files,
});

/** A bench whose programs end with these codes, in order. */
function benchWith(codes: number[], written: unknown, rest: Partial<Bench> = {}): Bench & { ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    findBrowser: () => Promise.resolve('/usr/bin/chromium'),
    run: (args, { env }) => {
      ran.push([...args, env?.['CHROMIUM_PATH'] ?? ''].join(' '));
      return Promise.resolve({ code: codes.shift() ?? 0 });
    },
    readReport: () => (written === undefined ? undefined : JSON.stringify(written)),
    say: () => {},
    ...rest,
  };
}

describe('readArguments', () => {
  it('means all projects when none is named', () => {
    expect(readArguments([])).toEqual({ chosen: ['unit', 'backend', 'e2e'], rest: [] });
  });

  it('takes the named ones and hands on the rest', () => {
    expect(readArguments(['unit', 'shared/money', '-t', 'zero'])).toEqual({
      chosen: ['unit'],
      rest: ['shared/money', '-t', 'zero'],
    });
  });
});

describe('countTests', () => {
  it('counts a file that broke before its first test as failed', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(countTests(report(3, 0, [broken]), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('does not count a file twice whose tests failed', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(countTests(report(3, 1, [file]), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a bad end with no failed test as a failure', () => {
    expect(countTests(report(3, 0), 1).failed).toBe(1);
  });
});

describe('the last line', () => {
  it('tells passed and failed, and skipped only when there are some', () => {
    expect(inWords({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(inWords({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('is green only when something ran and nothing failed', () => {
    expect(isGreen({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
    expect(isGreen({ passed: 0, failed: 0, skipped: 4 })).toBe(false);
    expect(isGreen({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
  });
});

describe('runTests', () => {
  it('builds once, then runs all projects in the found browser', async () => {
    const bench = benchWith([0, 0], report(5, 0));
    expect(await runTests([], bench)).toEqual({ passed: 5, failed: 0, skipped: 0 });
    expect(bench.ran[0]).toContain('wxt.mjs build');
    expect(bench.ran[1]).toContain('--project unit --project backend --project e2e');
    expect(bench.ran[1]).toContain('/usr/bin/chromium');
  });

  it('builds nothing for the tests that need no build', async () => {
    const bench = benchWith([0], report(5, 0));
    await runTests(['unit'], bench);
    expect(bench.ran).toHaveLength(1);
  });

  it('stops when the build fails', async () => {
    await expect(runTests(['e2e'], benchWith([1], report(5, 0)))).rejects.toThrow('could not be built');
  });

  it('does not pass without a report', async () => {
    await expect(runTests(['unit'], benchWith([0], undefined))).rejects.toThrow('without a report');
  });
});
