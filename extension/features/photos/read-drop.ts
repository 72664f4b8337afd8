import type { NamedFile } from './take-in.ts';

/** More files than anybody drops on purpose: a whole disk, say. What is beyond is named as too many by its count. */
const mostFiles = 1_000;
const isHidden = (name: string): boolean => name.startsWith('.') || /^(Thumbs\.db|desktop\.ini)$/i.test(name);

export const namedFiles = (files: Iterable<File>): NamedFile[] =>
  inOrder([...files].map((file) => ({ name: file.webkitRelativePath || file.name, file })));

/**
 * Everything that was dropped, folders opened. The items must be read before the event ends; reading folders may take longer.
 * Only what has no type can be a folder, and only that is asked for its entry: each of these questions stops the page until
 * the browser has looked at the disk, which for 200 photos is a tenth of a second.
 */
export async function droppedFiles(transfer: Pick<DataTransfer, 'items' | 'files'>): Promise<NamedFile[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const read = items.map((item) => (item.type === '' ? item.webkitGetAsEntry() : null) ?? item.getAsFile());
  const known = read.filter((one) => one !== null);
  if (known.length === 0) return namedFiles(transfer.files);
  const found: NamedFile[] = [];
  for (const one of known) {
    if (one instanceof File) found.push({ name: one.name, file: one });
    else await collect(one, found);
  }
  return inOrder(found);
}

async function collect(entry: FileSystemEntry, found: NamedFile[]): Promise<void> {
  if (found.length >= mostFiles || isHidden(entry.name)) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ name: entry.fullPath.replace(/^\//, ''), file });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // A reader hands out at most 100 entries at a time and an empty list at the end.
    for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
      for (const child of batch) await collect(child, found);
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const readBatch = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

/** As a person numbers files: IMG_2 before IMG_10. */
const byNumber = new Intl.Collator(undefined, { numeric: true });
const inOrder = (files: NamedFile[]): NamedFile[] =>
  files
    .filter(({ name }) => !isHidden(name.split('/').at(-1) ?? name))
    .toSorted((one, other) => byNumber.compare(one.name, other.name));
