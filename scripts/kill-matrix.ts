/**
 * `npm run kill-matrix [-- analyse|publish|relist|price|delete …] [--variants] [--seeded]`: everything that can die is
 * killed at every step of each; exit 1 on any loss, twin or analysis paid for twice. `--variants` plays the site's
 * variants (site.md §3) too; `--seeded` cuts only the part that every test run cuts, which KILL_SEED draws; KILL_KILLERS
 * names some killers of a listing's work (`worker,tab`). A cell counts only where the journal proves where it struck.
 */
import { readFileSync } from 'node:fs';

import { runNode } from './run-command.ts';

export const parts = ['analyse', 'publish', 'relist', 'price', 'delete'] as const;
export type Part = (typeof parts)[number];

/** What vitest's JSON reporter says of one test. */
export type Told = {
  ancestorTitles: readonly string[];
  title: string;
  status: string;
  failureMessages?: readonly string[];
  meta?: { met?: string };
};
/** `inside`, `border`: cells whose journal proves that they met their step there. */
export type Row = {
  part: Part;
  site: string;
  killer: string;
  cells: number;
  inside: number;
  border: number;
  lost: readonly string[];
  twins: readonly string[];
  /** Neither lost nor twice, and still not as it should be: changed, not ended, paused, never met. */
  failed: readonly string[];
};

const heading = /^(\S+) killed at every step of (?:an )?(\S+)(?: on (.+))?$/;
const partOf = (word: string): Part | undefined =>
  word === 'analysis' ? 'analyse' : parts.find((part) => part === word);

type End = 'held' | 'lost' | 'twin' | 'failed';
function endOf({ status, failureMessages = [] }: Told): End {
  if (status === 'passed') return 'held';
  const said = failureMessages.join('\n');
  return said.includes('TWIN:') ? 'twin' : said.includes('LOST:') ? 'lost' : 'failed';
}

/** One row for each part, variant of the site and killer; a test outside of the matrix is not counted. */
export function rowsOf(tests: readonly Told[]): Row[] {
  const cells = tests.flatMap((test) => {
    const found = test.ancestorTitles.map((one) => heading.exec(one)).find((one) => one !== null);
    const part = partOf(found?.[2] ?? '');
    if (!found || !part) return [];
    const group = { part, site: found[3] ?? 'plain', killer: found[1] ?? '' };
    return [{ group, step: test.title.split(':')[0] ?? '', end: endOf(test), met: test.meta?.met }];
  });
  const groups = Map.groupBy(cells, ({ group }) => Object.values(group).join('|'));
  return [...groups.values()].flatMap((own) => {
    const steps = (end: End): string[] => own.filter((one) => one.end === end).map(({ step }) => step);
    const met = (where: string): number => own.filter((one) => one.met === where).length;
    const counts = { cells: own.length, inside: met('inside'), border: met('border') };
    const ends = { lost: steps('lost'), twins: steps('twin'), failed: steps('failed') };
    return own.slice(0, 1).map(({ group }) => ({ ...group, ...counts, ...ends }));
  });
}

const named = (steps: readonly string[]): string => (steps.length === 0 ? '0' : `${steps.length}: ${steps.join(', ')}`);

export function tableOf(rows: readonly Row[]): string[] {
  const head = ['part', 'site', 'killed', 'cells', 'inside', 'border', 'lost', 'twins', 'not as it should be'];
  const lines = rows.map(({ part, site, killer, cells, inside, border, lost, twins, failed }) => [
    part,
    site,
    killer,
    ...[cells, inside, border].map(String),
    ...[lost, twins, failed].map(named),
  ]);
  const sum = (of: (row: Row) => number): string => String(rows.reduce((total, row) => total + of(row), 0));
  const sums = [
    sum(({ cells }) => cells),
    sum(({ inside }) => inside),
    sum(({ border }) => border),
    sum(({ lost }) => lost.length),
    sum(({ twins }) => twins.length),
    sum(({ failed }) => failed.length),
  ];
  const all = [head, ...lines, ['all', '', '', ...sums]];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Nothing cut proves nothing: every part that was asked for must have rows, and each cell must have held. */
export const hasHeld = (rows: readonly Row[], asked: readonly Part[]): boolean =>
  asked.every((part) => rows.some((row) => row.part === part)) &&
  rows.every(({ lost, twins, failed }) => [...lost, ...twins, ...failed].length === 0);

type Report = { testResults: { assertionResults: Told[] }[] };

/** The parts and switches of a command line. Throws where it names what there is not. */
export function readArguments(given: readonly string[]): { asked: readonly Part[]; variants: boolean; full: boolean } {
  const known = [...parts, '--variants', '--seeded'];
  const unknown = given.filter((one) => !known.includes(one));
  if (unknown.length > 0) throw new Error(`There is no "${unknown.join(' ')}": ${known.join(', ')}.`);
  const wanted = parts.filter((part) => given.includes(part));
  return {
    asked: wanted.length > 0 ? wanted : parts,
    variants: given.includes('--variants'),
    full: !given.includes('--seeded'),
  };
}

if (import.meta.main) {
  const { asked, variants, full } = readArguments(process.argv.slice(2));
  const listing = asked.filter((part) => part !== 'analyse');
  const files = [
    ...(asked.includes('analyse') ? ['extension/e2e/kill-analyse'] : []),
    ...(listing.length > 0 ? ['extension/e2e/kill-listing'] : []),
  ];
  const env = {
    KILL_PARTS: listing.join(','),
    ...(full ? { KILL_MATRIX: 'full' } : {}),
    ...(variants ? { KILL_VARIANTS: 'all' } : {}),
  };
  const { code } = await runNode(['scripts/test.ts', 'e2e', ...files], { show: true, env });
  const { testResults } = JSON.parse(readFileSync('out/tests.json', 'utf8')) as Report;
  const rows = rowsOf(testResults.flatMap(({ assertionResults }) => assertionResults));
  console.log(`\n${tableOf(rows).join('\n')}`);
  const held = code === 0 && hasHeld(rows, asked);
  console.log(held ? '\nkill-matrix: held' : '\nkill-matrix: MISSED');
  process.exitCode = held ? 0 : 1;
}
