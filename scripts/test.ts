/** `npm test [-- unit|backend|e2e …]`: brings a browser, builds the extension once, runs the tests, ends with the count. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

import { findBrowser } from './browser.ts';
import { runNode, type RunOptions } from './run-command.ts';

export const projects = ['unit', 'backend', 'e2e'] as const;
export type Project = (typeof projects)[number];

/** What vitest's JSON reporter counts. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

export type Count = { passed: number; failed: number; skipped: number };

/** Which projects are asked for, and what is handed on to vitest (paths, -t …). No name = all. */
export function readArguments(given: readonly string[]): { chosen: readonly Project[]; rest: string[] } {
  const isProject = (one: string): one is Project => projects.some((project) => project === one);
  const chosen = given.filter(isProject);
  return { chosen: chosen.length > 0 ? chosen : projects, rest: given.filter((one) => !isProject(one)) };
}

/** A file that broke before its first test has no failed test, yet it failed; so has a run that ended badly otherwise. */
export function countTests(report: Report, exitCode: number): Count {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  const count = { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
  return exitCode !== 0 && failed === 0 ? { ...count, failed: 1 } : count;
}

export const inWords = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** No test at all is a failure: a filter that matches nothing proves nothing. */
export const isGreen = ({ passed, failed }: Count): boolean => failed === 0 && passed > 0;

/** What running the tests needs of the outside. */
export interface Bench {
  findBrowser(): Promise<string>;
  run(args: readonly string[], options: RunOptions): Promise<{ code: number }>;
  readReport(): string | undefined;
  say(line: string): void;
}

const reportFile = 'out/tests.json';

export async function runTests(given: readonly string[], bench: Bench): Promise<Count> {
  const { chosen, rest } = readArguments(given);
  const env = { CHROMIUM_PATH: await bench.findBrowser() };
  if (chosen.includes('e2e')) await build(bench);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const asked = chosen.flatMap((project) => ['--project', project]);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...asked, ...reporters, ...rest];
  const { code } = await bench.run(vitest, { show: true, env });
  const report = bench.readReport();
  if (!report) throw new Error('The tests ended without a report.');
  return countTests(JSON.parse(report) as Report, code);
}

async function build(bench: Bench): Promise<void> {
  bench.say('Building the extension …');
  const { code } = await bench.run(['node_modules/wxt/bin/wxt.mjs', 'build'], { show: true });
  if (code !== 0) throw new Error('The extension could not be built.');
}

const thisMachine: Bench = {
  findBrowser: () => findBrowser(),
  run: (args, options) => runNode(args, options),
  readReport() {
    try {
      return readFileSync(reportFile, 'utf8');
    } catch {
      return undefined; // vitest broke before writing one
    }
  },
  say: (line) => console.log(line),
};

if (import.meta.main) {
  mkdirSync('out', { recursive: true });
  rmSync(reportFile, { force: true });
  const count = await runTests(process.argv.slice(2), thisMachine).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  process.exitCode = isGreen(count) ? 0 : 1;
  console.log(`\n${inWords(count)}`);
}
