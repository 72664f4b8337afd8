type File = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** A list of numbers and how many bytes each takes, lowest byte first. */
type Fields = readonly (readonly [value: number, bytes: 2 | 4])[];

/** 1 January 1980, the first day the format knows. */
const FIRST_DAY = 0x21;
const UTF8_NAMES = 0x08_00;

/** Files as one ZIP archive, stored as they are: photos would not get smaller. */
export function zipOf(files: readonly File[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let place = 0;
  for (const { name, bytes } of files) {
    const named = new TextEncoder().encode(name);
    const about = aboutOf(bytes, named.length);
    const head = packed([[0x04_03_4b_50, 4], ...about]);
    const entry: Fields = [[0x02_01_4b_50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [place, 4]];
    parts.push(head, named, bytes);
    directory.push(packed(entry), named);
    place += head.length + named.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = [files.length, 2] as const;
  const end = packed([[0x06_05_4b_50, 4], [0, 2], [0, 2], count, count, [size, 4], [place, 4], [0, 2]]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

/** What the head of a file and its line in the directory both say. */
const aboutOf = (bytes: Uint8Array, nameLength: number): Fields => [
  [20, 2],
  [UTF8_NAMES, 2],
  [0, 2],
  [0, 2],
  [FIRST_DAY, 2],
  [crc32(bytes), 4],
  [bytes.length, 4],
  [bytes.length, 4],
  [nameLength, 2],
  [0, 2],
];

function packed(fields: Fields): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function crc32(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~sum >>> 0;
}
