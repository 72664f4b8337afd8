/** `npm run check`: layout, lint with the rules of the architecture, types and unused code, side by side. */
import { runNode, type Ran } from './run-command.ts';

export type Check = { name: string; run(): Promise<Ran> };

/** Runs all checks at once, prints each as it ends, and what the failed ones said. True = all passed. */
export async function runChecks(
  checks: readonly Check[],
  now: () => number,
  print: (line: string) => void,
): Promise<boolean> {
  const started = now();
  const ended = await Promise.all(
    checks.map(async ({ name, run }) => {
      const { code, output } = await run();
      print(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(8)} ${seconds(now() - started)}`);
      return { name, code, output };
    }),
  );
  const failed = ended.filter(({ code }) => code !== 0);
  for (const { name, output } of failed) print(`\n── ${name} ──\n${output.trim()}`);
  return failed.length === 0;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** The words of the interface are types too, made anew from the locales. */
async function checkTypes(): Promise<Ran> {
  const prepared = await runNode(['node_modules/wxt/bin/wxt.mjs', 'prepare']);
  return prepared.code === 0 ? runNode(['node_modules/typescript/bin/tsc', '-p', '.']) : prepared;
}

const checks: readonly Check[] = [
  { name: 'format', run: () => runNode(['node_modules/oxfmt/bin/oxfmt', '--check', '.']) },
  { name: 'lint', run: () => runNode(['node_modules/oxlint/bin/oxlint']) },
  { name: 'types', run: checkTypes },
  { name: 'unused', run: () => runNode(['node_modules/knip/bin/knip.js', '--no-progress']) },
];

if (import.meta.main) {
  const passed = await runChecks(checks, () => performance.now(), console.log);
  process.exitCode = passed ? 0 : 1;
}
