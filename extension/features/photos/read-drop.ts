import type { NamedFile } from './take-in.ts';

/** More files than anybody drops on purpose: a whole disk, say. What is beyond is named as too many by its count. */
const mostFiles = 1_000;
const isHidden = (name: string): boolean => name.startsWith('.') || /^(Thumbs\.db|desktop\.ini)$/i.test(name);

export const namedFiles = (files: Iterable<File>): NamedFile[] =>
  inOrder([...files].map((file) => ({ name: file.webkitRelativePath || file.name, file })));

/** Everything that was dropped, folders opened. The entries must be taken before the event ends; reading may take longer. */
export async function droppedFiles(transfer: DataTransfer): Promise<NamedFile[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const loose = [...transfer.files];
  const known = entries.filter((entry) => entry !== null);
  if (known.length === 0) return namedFiles(loose);
  const found: NamedFile[] = [];
  for (const entry of known) await collect(entry, found);
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
const inOrder = (files: NamedFile[]): NamedFile[] =>
  files
    .filter(({ name }) => !isHidden(name.split('/').at(-1) ?? name))
    .toSorted((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
