import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ci-'));
mkdirSync(join(folder, '.ci'));
mkdirSync(join(folder, 'bin'));
copyFileSync('.ci/run', join(folder, '.ci/run'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs .ci/run with an `npm` that says and answers as told for `ci`, `test` and `run …`. */
function runWith(npm: Record<string, string>): { code: number | null; last: string } {
  const cases = Object.entries(npm).map(([words, does]) => `'${words}') ${does} ;;`);
  const stub = join(folder, 'bin/npm');
  writeFileSync(stub, `#!/bin/bash\ncase "$*" in ${cases.join('\n')}\n*) exit 0 ;;\nesac\n`);
  chmodSync(stub, 0o755);
  const { status, stdout } = spawnSync('bash', [join(folder, '.ci/run')], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` },
  });
  return { code: status, last: stdout.trimEnd().split('\n').at(-1) ?? '' };
}

describe.skipIf(process.platform === 'win32')('.ci/run', () => {
  it('ends with the count of the tests', () => {
    expect(runWith({ test: 'echo; echo "12 passed, 0 failed"' })).toEqual({ code: 0, last: '12 passed, 0 failed' });
  });

  it('keeps what was skipped', () => {
    expect(runWith({ test: 'echo "12 passed, 0 failed, 2 skipped"' })).toEqual({
      code: 0,
      last: '12 passed, 0 failed, 2 skipped',
    });
  });

  it.each([
    ['a failed test', { test: 'echo "11 passed, 1 failed"; exit 1' }, '11 passed, 1 failed'],
    ['a bad end after good tests', { test: 'echo "12 passed, 0 failed"; exit 1' }, '12 passed, 1 failed'],
    ['a failed check', { test: 'echo "12 passed, 0 failed"', 'run check': 'exit 1' }, '12 passed, 1 failed'],
    [
      'a failed build for Firefox',
      { test: 'echo "12 passed, 0 failed"', 'run build:firefox': 'exit 1' },
      '12 passed, 1 failed',
    ],
    ['no test at all', { test: 'echo "0 passed, 0 failed"' }, '0 passed, 0 failed'],
    ['tests that end without a count', { test: 'echo hello' }, '0 passed, 1 failed'],
    ['an install that fails', { ci: 'exit 1', test: 'echo "12 passed, 0 failed"' }, '0 passed, 1 failed'],
  ])('is red after %s', (_, npm, last) => {
    const ran = runWith(npm as Record<string, string>);
    expect(ran.last).toBe(last);
    expect(ran.code).not.toBe(0);
  });
});
