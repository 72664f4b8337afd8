/** `npm run bench -- NAME`: runs bench/NAME.ts, which measures ours beside a peer in the same run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What every file of bench/ exports: `run` prints its figures and says whether the promise held. */
export type BenchModule = { run(args: readonly string[]): Promise<{ ok: boolean }> };

export type Known = { name: string; about: string };

/** The benches of a folder, each with the first line of its head comment. */
export function listBenches(folder: string): Known[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return files.toSorted().map((file) => ({ name: basename(file, '.ts'), about: firstComment(join(folder, file)) }));
}

const firstComment = (path: string): string =>
  /^\/\*\*\s*\*?\s*(.+?)\s*(\*\/)?$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';

export function usage(benches: readonly Known[]): string {
  const width = Math.max(0, ...benches.map(({ name }) => name.length));
  const lines = benches.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`);
  return [
    'npm run bench -- NAME',
    '',
    ...lines,
    '',
    'Each prints its figures beside a peer of the same run, the verdict last.',
  ].join('\n');
}

/** Exit code: 0 = the promise held, 1 = it did not, 2 = no such bench. */
export async function runBench(
  folder: string,
  given: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const benches = listBenches(folder);
  const [name, ...args] = given;
  if (!benches.some((bench) => bench.name === name)) {
    print(usage(benches));
    return name === undefined ? 0 : 2;
  }
  const bench = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as BenchModule;
  const { ok } = await bench.run(args);
  print(`\n${name}: ${ok ? 'held' : 'MISSED'}`);
  return ok ? 0 : 1;
}

if (import.meta.main) process.exitCode = await runBench('bench', process.argv.slice(2), console.log);
