/**
 * `npm run kill-matrix [-- analyse] [-- publish]`: everything that can die is killed at every step of an analysis and of
 * a publication; exit 1 on any loss, twin or analysis paid for twice. KILL_SEED is for the part that every test run cuts.
 */
import { readFileSync } from 'node:fs';

import { runNode } from './run-command.ts';

export const parts = ['analyse', 'publish'] as const;
export type Part = (typeof parts)[number];

/** What vitest's JSON reporter says of one test. */
export type Told = { ancestorTitles: readonly string[]; title: string; status: string };
export type Row = { part: Part; killer: string; steps: number; held: number; lost: readonly string[] };

const partOf = (title: string): Part => (/analysis/.test(title) ? 'analyse' : 'publish');

/** One row for each part and killer; a test outside of the matrix (`… killed at every step of …`) is not counted. */
export function rowsOf(tests: readonly Told[]): Row[] {
  const cells = tests.flatMap(({ ancestorTitles: [matrix = ''], title, status }) => {
    const killer = /^(\S+) killed at every step/.exec(matrix)?.[1];
    return killer === undefined
      ? []
      : [{ row: `${partOf(matrix)} ${killer}`, step: title.split(':')[0] ?? '', status }];
  });
  return [...Map.groupBy(cells, ({ row }) => row)].map(([row, own]) => {
    const [part, killer] = row.split(' ') as [Part, string];
    const lost = own.filter(({ status }) => status !== 'passed').map(({ step }) => step);
    return { part, killer, steps: own.length, held: own.length - lost.length, lost };
  });
}

export function tableOf(rows: readonly Row[]): string[] {
  const head = ['part', 'killed', 'steps', 'held', 'lost'];
  const cells = rows.map(({ part, killer, steps, held, lost }) => [
    part,
    killer,
    String(steps),
    String(held),
    lost.length === 0 ? '0' : `${lost.length}: ${lost.join(', ')}`,
  ]);
  const sum = (of: (row: Row) => number): string => String(rows.reduce((total, row) => total + of(row), 0));
  const all = [
    head,
    ...cells,
    ['all', '', sum(({ steps }) => steps), sum(({ held }) => held), sum(({ lost }) => lost.length)],
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

if (import.meta.main) {
  const given = process.argv.slice(2);
  const asked = parts.filter((part) => given.length === 0 || given.includes(part));
  const unknown = given.filter((one) => !parts.some((part) => part === one));
  if (unknown.length > 0) throw new Error(`There is no part "${unknown.join(' ')}": ${parts.join(', ')}.`);
  const files = asked.map((part) => `extension/e2e/kill-${part}`);
  const { code } = await runNode(['scripts/test.ts', 'e2e', ...files], { show: true, env: { KILL_MATRIX: 'full' } });
  const { testResults } = JSON.parse(readFileSync('out/tests.json', 'utf8')) as Report;
  const rows = rowsOf(testResults.flatMap(({ assertionResults }) => assertionResults));
  console.log(`\n${tableOf(rows).join('\n')}`);
  const held = code === 0 && hasHeld(rows, asked);
  console.log(held ? '\nkill-matrix: held' : '\nkill-matrix: MISSED');
  process.exitCode = held ? 0 : 1;
}
