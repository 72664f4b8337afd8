import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readFolder } from './labelled-photos.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eval-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (name: string, text = ''): void => writeFileSync(join(folder, name), text);

describe('readFolder', () => {
  it('reads labels and colours, whatever the line ends, quotes and further columns', () => {
    put('a.jpg');
    put('b.jpg');
    put('labels.csv', '\uFEFFfilename,class,kids\r\n"a.jpg","T-Shirt",false\r\nb.jpg,Outerwear,true\r\n');
    put('colours.csv', 'filename,colours,pattern\na.jpg,navy|light blue,solid\n');
    expect(readFolder(folder)).toEqual({
      photos: [
        { file: 'a.jpg', label: 't-shirt', colours: ['navy', 'light blue'] },
        { file: 'b.jpg', label: 'outwear', colours: [] },
      ],
      complaints: [],
    });
  });

  it('takes a table without a heading, or only colours', () => {
    put('a.jpg');
    put('labels.csv', 'a.jpg,dress\n');
    expect(readFolder(folder).photos).toEqual([{ file: 'a.jpg', label: 'dress', colours: [] }]);
  });

  it('names what it skips and goes on', () => {
    put('a.jpg');
    put('labels.csv', 'filename,class\nmissing.jpg,dress\na.jpg,hat\nnonsense\n');
    const { photos, complaints } = readFolder(folder);
    expect(photos).toHaveLength(1);
    expect(complaints).toEqual(['labels.csv line 4: "nonsense"', 'missing.jpg: named in a table, not in the folder']);
  });

  it('finds nothing in a folder without tables', () => {
    put('a.jpg');
    expect(readFolder(folder)).toEqual({ photos: [], complaints: [] });
  });
});
