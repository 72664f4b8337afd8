import { describe, expect, it } from 'vitest';

import { runChecks, type Check } from './check.ts';
import { runCommand, runNode } from './run-command.ts';

const check = (name: string, code: number, output = ''): Check => ({
  name,
  run: () => Promise.resolve({ code, output }),
});
const clock = (): (() => number) => {
  let now = 0;
  return () => (now += 500);
};

describe('runChecks', () => {
  it('passes when all pass, each with its time', async () => {
    const lines: string[] = [];
    expect(await runChecks([check('format', 0, 'noise'), check('lint', 0)], clock(), (line) => lines.push(line))).toBe(
      true,
    );
    expect(lines).toEqual(['ok     format   0.5 s', 'ok     lint     1.0 s']);
  });

  it('fails when one fails, and says what that one said', async () => {
    const lines: string[] = [];
    expect(
      await runChecks([check('format', 0, 'noise'), check('lint', 1, 'no any')], clock(), (line) => lines.push(line)),
    ).toBe(false);
    expect(lines.join('\n')).toContain('FAILED lint');
    expect(lines.join('\n')).toContain('no any');
    expect(lines.join('\n')).not.toContain('noise');
  });
});

describe('runCommand', () => {
  it('gives the code and both outputs', async () => {
    const { code, output } = await runNode(['-e', 'console.log("a"); console.error("b"); process.exitCode = 3']);
    expect(code).toBe(3);
    expect(output).toContain('a');
    expect(output).toContain('b');
  });

  it('hands on the environment', async () => {
    expect((await runNode(['-p', 'process.env.GIVEN'], { env: { GIVEN: 'here' } })).output.trim()).toBe('here');
  });

  it('counts a program that is not there as failed', async () => {
    expect(await runCommand('no-such-program', [])).toMatchObject({ code: 1 });
  });
});
