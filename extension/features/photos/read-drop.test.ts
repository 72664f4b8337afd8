import { describe, expect, it } from 'vitest';

import { droppedFiles } from './read-drop.ts';

let asked: string[] = [];

const jpeg = (name: string): File => new File(['photo'], name, { type: 'image/jpeg' });

/** A dropped thing as the browser hands it over; asking for its entry stops the page. */
function item(name: string, type: string, entry: unknown, kind = 'file'): DataTransferItem {
  return {
    kind,
    type,
    getAsFile: () => new File(['photo'], name, { type }),
    webkitGetAsEntry: () => (asked.push(name), entry),
  } as unknown as DataTransferItem;
}
const photo = (name: string): DataTransferItem => item(name, 'image/jpeg', { isFile: true, name });

const fileEntry = (fullPath: string): unknown => ({
  isFile: true,
  name: fullPath.split('/').at(-1),
  fullPath,
  file: (done: (file: File) => void) => done(jpeg(fullPath.split('/').at(-1) ?? '')),
});
const folderEntry = (name: string, children: readonly unknown[]): unknown => ({
  isDirectory: true,
  name,
  createReader() {
    const batches = [children, []];
    return { readEntries: (done: (entries: unknown) => void) => done(batches.shift()) };
  },
});
const drop = async (items: DataTransferItem[], files: File[] = []): Promise<string[]> => {
  asked = [];
  const found = await droppedFiles({ items, files } as unknown as DataTransfer);
  return found.map(({ name }) => name);
};

describe('what was dropped', () => {
  it('is taken as it is where its type tells a file, without stopping the page for each', async () => {
    const photos = Array.from({ length: 200 }, (_, at) => photo(`IMG_${200 - at}.jpg`));
    expect((await drop(photos)).slice(0, 3)).toEqual(['IMG_1.jpg', 'IMG_2.jpg', 'IMG_3.jpg']);
    expect(asked).toEqual([]);
  });

  it('is opened where it is a folder, and read where it only has no type', async () => {
    const folder = item('Summer', '', folderEntry('Summer', [fileEntry('/Summer/2.jpg'), fileEntry('/Summer/.x')]));
    const heic = item('IMG_1.HEIC', '', fileEntry('/IMG_1.HEIC'));
    expect(await drop([folder, heic, photo('a.jpg')])).toEqual(['a.jpg', 'IMG_1.HEIC', 'Summer/2.jpg']);
    expect(asked).toEqual(['Summer', 'IMG_1.HEIC']);
  });

  it('is read where the browser knows no entry, and words are no file', async () => {
    expect(await drop([item('IMG_1.HEIC', '', null), item('', 'text/plain', null, 'string')])).toEqual(['IMG_1.HEIC']);
    expect(await drop([], [jpeg('only.jpg')])).toEqual(['only.jpg']);
  });
});
