import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

import { describe, expect, it } from 'vitest';

/** A row is `| id | input | what happens | [title › row of an it.each](../file)<br>… |`; the row may be left out. */
const table = readFileSync('docs/bad-inputs.md', 'utf8');

type Row = { id: string; cells: string[]; covered: string };
const rows: Row[] = table
  .split('\n')
  .filter((line) => /^\| (B\d+|I2)\b/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .map((cells) => ({ id: cells[1] ?? '', cells, covered: cells[4] ?? '' }));

type Named = { row: string; title: string; path: string };
const named: Named[] = rows.flatMap(({ id, cells, covered }) =>
  [...covered.matchAll(/\[((?:\\.|[^\]\\])+)\]\(([^)]+)\)/g)].map(([, title = '', path = '']) => ({
    row: `${id} ${cells[2] ?? ''}`.slice(0, 60),
    title: title.replaceAll('\\', ''),
    path: normalize(join('docs', path)).replaceAll('\\', '/'),
  })),
);

/** Titles as written: after `it(`, `test(`, `describe(`, or after the rows of an `it.each(…)`. */
function titlesIn(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  const title = /(?:\b(?:it|test|describe)(?:\.\w+)*(?:<[^>]*>)?\(|\)\()\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...source.matchAll(title)].map(([, , text = '']) => text.replaceAll('\\', ''));
}

/** The inputs this part of the product must withstand; none may vanish from the table. */
const required = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38,
  39, 40, 42, 43, 44, 45, 46, 47, 49, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 69, 73, 74, 75, 76, 77, 78,
  79, 80, 81, 82, 83,
].map((number) => `B${number}`);

describe('docs/bad-inputs.md', () => {
  it('has a row for every input that must be withstood', () => {
    const listed = new Set(rows.map(({ id }) => id));
    expect(required.filter((id) => !listed.has(id))).toEqual([]);
  });

  it('has every row whole', () => {
    expect(rows.filter(({ cells }) => cells.length !== 6 || cells.slice(1, 5).includes(''))).toEqual([]);
  });

  it.each(rows)('names a test for $id, or says that there is none or no way in', ({ covered }) => {
    expect(covered).toMatch(
      /^(none yet|cannot occur yet: [^|]{10,}|(\[(\\.|[^\]\\])+\]\(\.\.\/[^)]+\.test\.tsx?\)(<br>)?)+)$/,
    );
  });

  it.each(named)('names a test that exists: $row › $title', ({ title, path }) => {
    const [name = '', ...rows] = title.split(' › ');
    expect(existsSync(path) ? titlesIn(path) : [`${path} is not there`]).toContain(name);
    expect(rows.filter((row) => !readFileSync(path, 'utf8').includes(`'${row}'`))).toEqual([]);
  });
});
