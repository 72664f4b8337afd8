import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

import { describe, expect, it } from 'vitest';

/** A row is `| id | what | what happens | [title › row of an it.each](../file)<br>… |`; the row may be left out. */
type Row = { id: string; cells: string[]; covered: string };
const rows: Row[] = readFileSync('docs/faults.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [CFI]\d+ /.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .map((cells) => ({ id: cells[1] ?? '', cells, covered: cells[4] ?? '' }));

const named = rows.flatMap(({ id, covered }) =>
  [...covered.matchAll(/\[((?:\\.|[^\]\\])+)\]\(([^)]+)\)/g)].map(([, title = '', path = '']) => ({
    id,
    title: title.replaceAll('\\', ''),
    path: normalize(join('docs', path)).replaceAll('\\', '/'),
  })),
);

const upTo = (letter: string, last: number): string[] => Array.from({ length: last }, (_, n) => `${letter}${n + 1}`);

/** Whether the file has a test or a group of this title, and this row. */
function hasTest(path: string, wanted: string): boolean {
  if (!existsSync(path)) return false;
  const source = readFileSync(path, 'utf8');
  const [title = '', row] = wanted.split(' › ');
  const titles = /(?:\b(?:it|test|describe)(?:\.\w+)*(?:<[^>]*>)?\(|\)\()\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
  const is = [...source.matchAll(titles)].some(([, , text = '']) => text.replaceAll('\\', '') === title);
  return is && (row === undefined || source.includes(`'${row}'`));
}

describe('docs/faults.md', () => {
  it('has a row for every crash point, fault and invariant', () => {
    expect(rows.map(({ id }) => id)).toEqual([...upTo('C', 40), ...upTo('F', 52), ...upTo('I', 20)]);
  });

  it.each(rows)('names a test for $id, or says that there is none or no way in', ({ cells, covered }) => {
    expect(cells.slice(1, 5)).not.toContain('');
    expect(covered).toMatch(
      /^(none yet|cannot occur yet: [^|]{10,}|(\[(\\.|[^\]\\])+\]\(\.\.\/[^)]+\.test\.tsx?\)(<br>)?)+)$/,
    );
  });

  it.each(named)('names a test that exists: $id › $title', ({ title, path }) => {
    expect(hasTest(path, title)).toBe(true);
  });
});
