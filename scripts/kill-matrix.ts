/**
 * `npm run kill-matrix [-- analyse|publish|relist|price|delete …] [--variants] [--seeded]`: everything that can die is
 * killed at every step of each; exit 1 on any loss, twin or analysis paid for twice. `--variants` plays the site's
 * variants (site.md §3) too; `--seeded` cuts only the part that every test run cuts, which KILL_SEED draws.
 */
import { readFileSync } from 'node:fs';

import { runNode } from './run-command.ts';

export const parts = ['analyse', 'publish', 'relist', 'price', 'delete'] as const;
export type Part = (typeof parts)[number];

/** What vitest's JSON reporter says of one test. */
export type Told = { ancestorTitles: readonly string[]; title: string; status: string };
export type Row = { part: Part; site: string; killer: string; cells: number; held: number; lost: readonly string[] };

const heading = /^(\S+) killed at every step of (?:an )?(\S+)(?: on (.+))?$/;
const partOf = (word: string): Part | undefined =>
  word === 'analysis' ? 'analyse' : parts.find((part) => part === word);

/** One row for each part, variant of the site and killer; a test outside of the matrix is not counted. */
export function rowsOf(tests: readonly Told[]): Row[] {
  const cells = tests.flatMap(({ ancestorTitles, title, status }) => {
    const found = ancestorTitles.map((one) => heading.exec(one)).find((one) => one !== null);
    const part = partOf(found?.[2] ?? '');
    if (!found || !part) return [];
    const site = found[3] ?? 'plain';
    return [{ part, site, killer: found[1] ?? '', step: title.split(':')[0] ?? '', status }];
  });
  const groups = Map.groupBy(cells, ({ part, site, killer }) => `${part}|${site}|${killer}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const lost = own.filter(({ status }) => status !== 'passed').map(({ step }) => step);
    const { part, site, killer } = first;
    return [{ part, site, killer, cells: own.length, held: own.length - lost.length, lost }];
  });
}

export function tableOf(rows: readonly Row[]): string[] {
  const head = ['part', 'site', 'killed', 'cells', 'held', 'lost or doubled'];
  const lines = rows.map(({ part, site, killer, cells, held, lost }) => [
    part,
    site,
    killer,
    String(cells),
    String(held),
    lost.length === 0 ? '0' : `${lost.length}: ${lost.join(', ')}`,
  ]);
  const sum = (of: (row: Row) => number): string => String(rows.reduce((total, row) => total + of(row), 0));
  const all = [
    head,
    ...lines,
    ['all', '', '', sum(({ cells }) => cells), sum(({ held }) => held), sum(({ lost }) => lost.length)],
  ];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Nothing cut proves nothing: every part that was asked for must have rows, and no row a loss. */
export const hasHeld = (rows: readonly Row[], asked: readonly Part[]): boolean =>
  asked.every((part) => rows.some((row) => row.part === part)) && rows.every(({ lost }) => lost.length === 0);

type Report = { testResults: { assertionResults: Told[] }[] };

/** The parts and switches of a command line. Throws where it names what there is not. */
export function readArguments(given: readonly string[]): { asked: readonly Part[]; variants: boolean; full: boolean } {
  const known = [...parts, '--variants', '--seeded'];
  const unknown = given.filter((one) => !known.includes(one));
  if (unknown.length > 0) throw new Error(`There is no "${unknown.join(' ')}": ${known.join(', ')}.`);
  const named = parts.filter((part) => given.includes(part));
  return {
    asked: named.length > 0 ? named : parts,
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
